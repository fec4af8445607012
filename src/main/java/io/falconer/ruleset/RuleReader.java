package io.falconer.ruleset;

import io.falconer.text.SourceText;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads one rule item: a definition, an append, an override, or a switch of an earlier rule (sections 1.3 and 1.4). */
final class RuleReader {
    private static final Set<String> KEYS = Set.of(
            "rule",
            "condition",
            "output",
            "desc",
            "priority",
            "source",
            "enabled",
            "tags",
            "exceptions",
            "warn_evttypes",
            "skip-if-unknown-filter",
            "capture",
            "capture_duration",
            "append",
            "override");
    private static final Set<String> APPENDABLE = Set.of("condition", "output", "desc", "tags", "exceptions");
    private static final Set<String> REPLACEABLE = Set.of(
            "condition",
            "output",
            "desc",
            "priority",
            "capture",
            "capture_duration",
            "tags",
            "exceptions",
            "enabled",
            "warn_evttypes",
            "skip-if-unknown-filter");
    private static final String SWITCH =
            "The standalone 'enabled' key usage is deprecated. The correct approach requires also a 'replace' entry under"
                    + " the 'override' key (i.e. 'enabled: replace').";

    private final Item item;
    private final String name;
    private final Collector collector;
    private final LoadWarnings warnings;

    RuleReader(Item item, Collector collector, LoadWarnings warnings) {
        this.item = item;
        this.name = item.context().itemName();
        this.collector = collector;
        this.warnings = warnings;
    }

    void read() {
        RuleKeys.checkSource(item);
        boolean append = Overrides.appendFlag(item, warnings);
        Overrides overrides = Overrides.read(item, APPENDABLE, REPLACEABLE, append);
        if (overrides.any()) {
            override(overrides);
        } else if (append) {
            append();
        } else if (Stream.of("condition", "output", "desc", "priority").noneMatch(item::has)) {
            boolean enabled = item.bool("enabled");
            warnings.add(LoadCode.LOAD_DEPRECATED_ITEM, SWITCH, item.context());
            collector.enable(name, enabled, item.context());
        } else {
            define();
        }
        item.warnOfKeysBut(KEYS, warnings);
    }

    private void append() {
        RuleUpdate update = new RuleUpdateReader(item, warnings).appended();
        try {
            collector.append(update);
        } catch (LoadFailure failure) {
            throw update.appendsNothing() && failure.missing().isEmpty()
                    ? failure.withHint(LoadHints.appendsNothing(item, REPLACEABLE))
                    : failure;
        }
    }

    private void define() {
        SourceText condition = item.source("condition");
        SourceText output = item.source("output").trim();
        String description = item.text("desc");
        Priority priority = RuleKeys.priority(item);
        String source = item.optionalText("source").orElse("syscall");
        boolean enabled = item.optionalBool("enabled").orElse(true);
        item.optionalBool("capture");
        item.optionalUnsigned("capture_duration");
        boolean warnOfEventTypes = item.optionalBool("warn_evttypes").orElse(true);
        boolean skip = item.optionalBool("skip-if-unknown-filter").orElse(false);
        NavigableSet<String> tags = RuleKeys.tags(item);
        List<ExceptionDef> exceptions = ExceptionReader.read(item, false, warnings);
        collector.define(
                new RuleDef(
                        name,
                        AppendedText.of(condition, name, item.context()),
                        AppendedText.of(output, name, item.context()),
                        Parts.of(description),
                        priority,
                        source,
                        enabled,
                        warnOfEventTypes,
                        skip,
                        Parts.of(tags),
                        new RuleExceptions(exceptions),
                        item.context(),
                        item.part("condition", ItemType.RULE_CONDITION),
                        item.part("output", ItemType.RULE_OUTPUT)),
                warnings);
    }

    private void override(Overrides overrides) {
        NavigableSet<String> unmentioned = new TreeSet<>(REPLACEABLE);
        unmentioned.removeIf(key -> !item.has(key));
        RuleUpdateReader reader = new RuleUpdateReader(item, warnings);
        if (!overrides.append().isEmpty()) {
            collector.append(reader.update("append", overrides.append(), unmentioned));
        }
        if (!overrides.replace().isEmpty()) {
            collector.replace(reader.update("replace", overrides.replace(), unmentioned));
        }
        unmentioned.stream().findFirst().ifPresent(key -> {
            throw LoadFailure.structure(
                            "Unexpected key '" + key + "': no corresponding entry under 'override' is defined.",
                            item.context().at(item.get(key).orElseThrow(), ItemType.OVERRIDE, key))
                    .withHint(Optional.of("add \"" + key + ": replace\" to override"));
        });
    }
}
