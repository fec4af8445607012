package io.falconer.ruleset;

import io.falconer.text.SourceFile;
import io.falconer.yaml.RulesYaml;
import java.util.List;
import java.util.Optional;

/**
 * The rules of files that all load, without what Falco says about each file. Falco compiles everything again after each file;
 * this does so only where a file may be the one that does not load. So files of exceptions cost what they add, not what was
 * there before.
 */
public final class RulesAlone {
    private final Emulation emulation;
    private final Falco falco;
    private final Collector collector;
    private final LoadWarnings unread;
    private Optional<RuleSet> compiled;

    private RulesAlone(Emulation emulation) {
        this.emulation = emulation;
        this.falco = emulation.withPlugins();
        this.collector = new Collector(falco);
        this.unread = new LoadWarnings(falco);
        this.compiled = Optional.of(new RuleSet(List.of(), falco));
    }

    /**
     * The same rules as those of {@link LoadedRules#of}.
     *
     * @return empty if a file does not load, or may not load; {@link LoadedRules#of} decides and says why
     */
    public static Optional<RuleSet> of(List<SourceFile> files, Emulation emulation) {
        RulesAlone rules = new RulesAlone(emulation);
        try {
            for (SourceFile file : files) {
                for (RulesText text : EmbeddedRules.in(file)) {
                    if (!rules.load(text)) {
                        return Optional.empty();
                    }
                }
            }
            return Optional.of(rules.compiled());
        } catch (LoadFailure failure) {
            return Optional.empty();
        }
    }

    /** Whether it loads for certain, once what waits for compilation compiles. */
    private boolean load(RulesText text) {
        if (!(RulesYaml.read(text.source()) instanceof RulesYaml.Reading.Documents documents)) {
            return false;
        }
        RulesReader reader = new RulesReader(new RulesFile(text.source()), emulation.engine(), collector, unread);
        reader.read(documents.nodes());
        if (!collector.plugins().stream().allMatch(plugin -> plugin.unsatisfied(emulation.plugins()).isEmpty())) {
            return false;
        }
        if (AppendedValues.isAllOf(reader.items()) && AppendedValues.areHarmlessTo(collector)) {
            compiled = Optional.empty();
            return true;
        }
        boolean waiting = compiled.isEmpty();
        compiled = waiting ? Optional.empty() : Optional.of(compile());
        return !waiting;
    }

    private RuleSet compiled() {
        return compiled.orElseGet(this::compile);
    }

    private RuleSet compile() {
        return new RulesCompiler(collector, unread, falco).compile();
    }
}
