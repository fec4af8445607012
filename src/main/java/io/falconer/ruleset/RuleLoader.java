package io.falconer.ruleset;

import io.falconer.text.Diagnostic;
import io.falconer.text.SourceFile;
import io.falconer.yaml.RulesYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Loads rules files one after the other as Falco does (section 1). Each file may add to, override or use what earlier files
 * define. After each file, everything collected so far is compiled again.
 */
public final class RuleLoader {
    private final Emulation emulation;
    private final Falco falco;
    private final DefinitionFinder elsewhere;
    private final RulesDocuments documents;
    private final Collector collector;
    private final EarlierFiles earlier;
    private final List<LoadedFile> files = new ArrayList<>();
    private RuleSet rules;

    /** A loader that has loaded nothing. */
    public RuleLoader(Emulation emulation) {
        this(emulation, DefinitionFinder.NOWHERE, new RulesDocuments());
    }

    /**
     * A loader that has loaded nothing.
     *
     * @param elsewhere finds missing definitions
     * @param documents what other loads of the same files have read
     */
    RuleLoader(Emulation emulation, DefinitionFinder elsewhere, RulesDocuments documents) {
        this.emulation = emulation;
        this.falco = emulation.withPlugins();
        this.elsewhere = elsewhere;
        this.documents = documents;
        this.collector = new Collector(falco);
        this.earlier = new EarlierFiles(falco);
        this.rules = new RuleSet(List.of(), falco);
    }

    /**
     * Loads one more file. If it is invalid, the rules stay those of the files before it, but what it defines before its error
     * is collected, as in Falco.
     */
    public LoadResult load(SourceFile source) {
        return load(RulesDocuments.Document.of(RulesText.whole(source)));
    }

    /** Loads one more file, or part of a file, as {@link #load(SourceFile)} does. */
    LoadResult load(RulesDocuments.Document document) {
        RulesText text = document.text();
        LoadWarnings warnings = new LoadWarnings(falco);
        RulesFile file = document.file();
        RulesReader reader = new RulesReader(file, emulation.engine(), collector, warnings);
        Optional<LoadIssue> error =
                switch (document.yaml()) {
                    case RulesYaml.Reading.Documents documents -> compile(text, reader, documents, warnings);
                    case RulesYaml.Reading.Refused refused ->
                        Optional.of(
                                new LoadIssue(LoadCode.LOAD_ERR_YAML_PARSE, refused.message(), file.at(refused.mark()))
                                        .withHint(refused.hint()));
                };
        LoadResult result = unsatisfied()
                .map(problem -> LoadResult.stopped(text.name(), problem))
                .orElseGet(() ->
                        new LoadResult(text.name(), error.stream().toList(), warnings.issues(), Optional.empty()));
        files.add(new LoadedFile(text, result, reader.items()));
        return result;
    }

    private Optional<LoadIssue> compile(
            RulesText text, RulesReader reader, RulesYaml.Reading.Documents documents, LoadWarnings warnings) {
        try {
            reader.read(documents.nodes());
            rules = new RulesCompiler(collector, warnings, falco, this.documents, earlier).compile();
            return Optional.empty();
        } catch (LoadFailure failure) {
            return Optional.of(failure.issue()
                    .withHint(ofOpenQuote(documents)
                            .or(() -> failure.missing().flatMap(missing -> whereabouts(missing, text)))
                            .or(() -> failure.issue().hint())
                            .or(() -> failure.missing().map(missing -> LoadHints.UNDEFINED))));
        }
    }

    /** A quote that is open until the end of the file includes the keys after it, so Falco reports them as missing. */
    private static Optional<String> ofOpenQuote(RulesYaml.Reading.Documents documents) {
        return documents.openQuote().map(quote -> "nothing closes the quote of line " + (quote.line() + 1));
    }

    /** The place that defines what is missing. */
    private Optional<String> whereabouts(LoadFailure.Missing missing, RulesText text) {
        ItemType type = missing.type();
        String name = missing.name();
        return DefinitionSearch.in(text.source(), type, name)
                .map(place -> "it is defined below, at " + place + "; Falco reads from top to bottom")
                .or(() -> elsewhere.definition(text.file(), type, name))
                .or(() -> OfficialRules.fileWith(type, name)
                        .map(file -> "it is defined in Falco's own " + file + ": load that first"));
    }

    /** The rules of the files loaded so far. */
    public RuleSet ruleSet() {
        return rules;
    }

    /** The same rules, with their files. */
    public LoadedRules loaded() {
        return new LoadedRules(rules, files);
    }

    /** The Falco that is emulated. */
    public Emulation emulation() {
        return emulation;
    }

    private Optional<Diagnostic> unsatisfied() {
        return collector.plugins().stream()
                .flatMap(plugin -> plugin.unsatisfied(emulation.plugins()).stream())
                .findFirst();
    }
}
