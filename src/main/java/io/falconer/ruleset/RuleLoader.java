package io.falconer.ruleset;

import io.falconer.text.SourceFile;
import io.falconer.yaml.RulesYaml;
import java.util.List;
import java.util.Optional;

/**
 * Loads rules files one after the other as Falco does (section 1): each may add to, override or use what the files
 * before it define, and after each everything collected so far is compiled anew.
 */
public final class RuleLoader {
    private final Emulation emulation;
    private final Collector collector;
    private RuleSet rules;

    /** A loader that has loaded nothing. */
    public RuleLoader(Emulation emulation) {
        this.emulation = emulation;
        this.collector = new Collector(emulation.falco());
        this.rules = new RuleSet(List.of(), emulation.falco());
    }

    /**
     * Loads one more file. If it is invalid the rules stay those of the files before it, but what it defines before its
     * error has been collected, as in Falco.
     */
    public LoadResult load(SourceFile source) {
        LoadWarnings warnings = new LoadWarnings(emulation.falco());
        RulesFile file = new RulesFile(source);
        Optional<LoadIssue> error =
                switch (RulesYaml.read(source)) {
                    case RulesYaml.Reading.Documents documents -> compiled(file, documents, warnings);
                    case RulesYaml.Reading.Refused refused ->
                        Optional.of(
                                new LoadIssue(LoadCode.LOAD_ERR_YAML_PARSE, refused.message(), file.at(refused.mark()))
                                        .withHint(refused.hint()));
                };
        return new LoadResult(source.name(), error.stream().toList(), warnings.issues(), unsatisfied());
    }

    private Optional<LoadIssue> compiled(RulesFile file, RulesYaml.Reading.Documents documents, LoadWarnings warnings) {
        try {
            new RulesReader(file, emulation.engine(), collector, warnings).read(documents.nodes());
            rules = new RulesCompiler(collector, warnings, emulation.falco()).compile();
            return Optional.empty();
        } catch (LoadFailure failure) {
            LoadIssue issue = failure.issue();
            return Optional.of(issue.withHint(ofOpenQuote(documents).or(issue::hint)));
        }
    }

    /** What runs on to the end of the file takes the keys behind it along, which Falco then misses. */
    private static Optional<String> ofOpenQuote(RulesYaml.Reading.Documents documents) {
        return documents.openQuote().map(quote -> "nothing closes the quote of line " + (quote.line() + 1));
    }

    /** The rules of the files loaded so far. */
    public RuleSet ruleSet() {
        return rules;
    }

    /** The Falco that is emulated. */
    public Emulation emulation() {
        return emulation;
    }

    private Optional<String> unsatisfied() {
        return collector.plugins().stream()
                .flatMap(plugin -> plugin.unsatisfied(emulation.plugins()).stream())
                .findFirst();
    }
}
