package io.falconer.ruleset;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads one rule item: a definition, an append, an override, or an older rule's switch (sections 1.3 and 1.4). */
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
        boolean append = Overrides.appendFlag(item, warnings);
        Overrides overrides = Overrides.read(item, APPENDABLE, REPLACEABLE, append);
        if (overrides.any()) {
            override(overrides);
        } else if (append) {
            collector.append(appended());
        } else if (Stream.of("condition", "output", "desc", "priority").noneMatch(item::has)) {
            boolean enabled = item.bool("enabled");
            warnings.add(LoadCode.LOAD_DEPRECATED_ITEM, SWITCH, item.context());
            collector.enable(name, enabled, item.context());
        } else {
            define();
        }
        item.warnOfKeysBut(KEYS, warnings);
    }

    private void define() {
        String condition = item.text("condition");
        String output = item.text("output").trim();
        String description = item.text("desc");
        Priority priority = priority();
        String source = item.optionalText("source").orElse("syscall");
        boolean enabled = item.optionalBool("enabled").orElse(true);
        item.optionalBool("capture");
        item.optionalUnsigned("capture_duration");
        boolean warnOfEventTypes = item.optionalBool("warn_evttypes").orElse(true);
        boolean skip = item.optionalBool("skip-if-unknown-filter").orElse(false);
        NavigableSet<String> tags = tags();
        List<ExceptionDef> exceptions = ExceptionReader.read(item, false, warnings);
        collector.define(
                new RuleDef(
                        name,
                        condition,
                        output,
                        description,
                        priority,
                        source,
                        enabled,
                        warnOfEventTypes,
                        skip,
                        tags,
                        exceptions,
                        item.context(),
                        item.part("condition", ItemType.RULE_CONDITION),
                        item.part("output", ItemType.RULE_OUTPUT)),
                warnings);
    }

    /** The older {@code append: true}, which looks at two keys only. */
    private RuleUpdate appended() {
        Optional<String> condition = item.optionalText("condition");
        return new RuleUpdate(
                name,
                item.context(),
                condition.flatMap(present -> source()),
                condition,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                item.has("exceptions") ? Optional.of(ExceptionReader.read(item, true, warnings)) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private void override(Overrides overrides) {
        NavigableSet<String> unmentioned = new TreeSet<>(REPLACEABLE);
        unmentioned.removeIf(key -> !item.has(key));
        if (!overrides.append().isEmpty()) {
            collector.append(update(new Mentioned("append", overrides.append(), unmentioned)));
        }
        if (!overrides.replace().isEmpty()) {
            collector.replace(update(new Mentioned("replace", overrides.replace(), unmentioned)));
        }
        unmentioned.stream().findFirst().ifPresent(key -> {
            throw LoadFailure.structure(
                    "Unexpected key '" + key + "': no corresponding entry under 'override' is defined.",
                    item.context().at(item.get(key).orElseThrow(), ItemType.OVERRIDE, key));
        });
    }

    /** Arguments are read in the order in which Falco looks at the keys. */
    private RuleUpdate update(Mentioned mentioned) {
        boolean append = mentioned.verb().equals("append");
        Optional<String> condition = text(mentioned, "condition");
        Optional<List<ExceptionDef>> exceptions = mentioned.take("exceptions", item)
                ? Optional.of(ExceptionReader.read(item, append, warnings))
                : Optional.empty();
        Optional<String> output = text(mentioned, "output");
        Optional<String> description = text(mentioned, "desc");
        Optional<NavigableSet<String>> tags = mentioned.take("tags", item) ? Optional.of(tags()) : Optional.empty();
        Optional<Priority> priority = mentioned.take("priority", item) ? Optional.of(priority()) : Optional.empty();
        Optional<Boolean> enabled = bool(mentioned, "enabled");
        bool(mentioned, "capture");
        if (mentioned.take("capture_duration", item)) {
            item.optionalUnsigned("capture_duration");
        }
        return new RuleUpdate(
                name,
                item.context(),
                condition.flatMap(present -> source()),
                condition,
                output,
                description,
                priority,
                tags,
                exceptions,
                enabled,
                bool(mentioned, "warn_evttypes"),
                bool(mentioned, "skip-if-unknown-filter"));
    }

    private Optional<String> text(Mentioned mentioned, String key) {
        return mentioned.take(key, item) ? Optional.of(item.text(key)) : Optional.empty();
    }

    private Optional<Boolean> bool(Mentioned mentioned, String key) {
        return mentioned.take(key, item) ? Optional.of(item.bool(key)) : Optional.empty();
    }

    /** The source that an update speaks of; unlike a definition's it may be empty. */
    private Optional<String> source() {
        return item.get("source").filter(node -> !node.isNull()).flatMap(node -> item.optionalText("source"));
    }

    private NavigableSet<String> tags() {
        return new TreeSet<>(item.optionalTexts("tags"));
    }

    private Priority priority() {
        String text = item.text("priority");
        return Priority.of(text).orElseThrow(() -> LoadFailure.structure(
                        "Invalid priority", item.part("priority", ItemType.RULE_PRIORITY))
                .withHint(Optional.of(LoadHints.PRIORITY)));
    }

    /**
     * The keys that an override names for one verb.
     *
     * @param unmentioned the keys of the item that no override has named so far
     */
    private record Mentioned(String verb, Set<String> keys, NavigableSet<String> unmentioned) {
        /** Whether {@code key} is named; then it must be there, and is named from now on. */
        boolean take(String key, Item item) {
            if (!keys.contains(key)) {
                return false;
            }
            if (!unmentioned.remove(key)) {
                throw LoadFailure.structure(
                        "An " + verb + " override for '" + key + "' was specified but '" + key + "' is not defined",
                        item.context());
            }
            return true;
        }
    }
}
