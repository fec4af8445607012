package io.falconer.ruleset;

import io.falconer.text.SourceFile;
import io.falconer.yaml.RulesYaml;
import io.falconer.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/**
 * Loads rules files one after the other as Falco does (section 1): each may add to, override or use what the files
 * before it define, and after each everything collected so far is compiled anew.
 */
public final class RuleLoader {
    private final Emulation emulation;
    private final Collector collector = new Collector();
    private RuleSet rules = RuleSet.EMPTY;

    /** A loader that has loaded nothing. */
    public RuleLoader(Emulation emulation) {
        this.emulation = emulation;
    }

    /**
     * Loads one more file. If it is invalid the rules stay those of the files before it, but what it defines before its
     * error has been collected, as in Falco.
     */
    public LoadResult load(SourceFile source) {
        LoadWarnings warnings = new LoadWarnings();
        List<LoadIssue> errors = List.of();
        try {
            List<YamlNode> documents = documents(source);
            new RulesReader(new RulesFile(source), emulation.engine(), collector, warnings).read(documents);
            rules = new RulesCompiler(collector, warnings).compile();
        } catch (LoadFailure failure) {
            errors = List.of(failure.issue());
        }
        return new LoadResult(source.name(), errors, warnings.issues(), unsatisfied());
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

    private static List<YamlNode> documents(SourceFile source) {
        return switch (RulesYaml.read(source)) {
            case RulesYaml.Reading.Documents documents -> documents.nodes();
            case RulesYaml.Reading.Refused refused ->
                throw LoadFailure.of(
                                LoadCode.LOAD_ERR_YAML_PARSE,
                                refused.message(),
                                new RulesFile(source).at(refused.mark()))
                        .withHint(refused.hint());
        };
    }
}
