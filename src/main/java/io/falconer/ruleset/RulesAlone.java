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
    private final RulesDocuments documents = new RulesDocuments();
    private final EarlierFiles earlier;
    private boolean isRead;

    private RulesAlone(Emulation emulation) {
        this.emulation = emulation;
        this.falco = emulation.withPlugins();
        this.collector = new Collector(falco);
        this.unread = new LoadWarnings(falco);
        this.earlier = new EarlierFiles(falco);
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
            return Optional.of(rules.compile());
        } catch (LoadFailure failure) {
            return Optional.empty();
        }
    }

    /** Whether it loads for certain, once everything compiles. */
    private boolean load(RulesText text) {
        if (!(RulesYaml.read(text.source()) instanceof RulesYaml.Reading.Documents documents)) {
            return false;
        }
        boolean appends =
                AppendedValues.areHarmlessTo(collector) && AppendedValues.isAllOf(documents.nodes(), text.source());
        if (!appends && isRead) {
            compile(); // what comes now may repair what does not compile without it
        }
        isRead = true;
        new RulesReader(new RulesFile(text.source()), emulation.engine(), collector, unread).read(documents.nodes());
        return collector.plugins().stream()
                .allMatch(plugin -> plugin.unsatisfied(emulation.plugins()).isEmpty());
    }

    private RuleSet compile() {
        return new RulesCompiler(collector, unread, falco, documents, earlier).compile();
    }
}
