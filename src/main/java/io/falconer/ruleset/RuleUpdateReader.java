package io.falconer.ruleset;

import io.falconer.text.SourceText;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;

/** Reads what an append or override item changes in a rule (section 1.4). */
final class RuleUpdateReader {
    private final Item item;
    private final LoadWarnings warnings;

    RuleUpdateReader(Item item, LoadWarnings warnings) {
        this.item = item;
        this.warnings = warnings;
    }

    /** The older {@code append: true}, which only reads two keys. */
    RuleUpdate appended() {
        Optional<SourceText> condition = item.optionalSource("condition");
        return new RuleUpdate(
                item.context().itemName(),
                item.context(),
                condition.flatMap(present -> RuleKeys.source(item)),
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

    /**
     * The keys that an override names for one verb, in the order in which Falco reads them.
     *
     * @param unmentioned the keys of the item that no verb has named so far; the named keys are removed
     */
    RuleUpdate update(String verb, Set<String> keys, NavigableSet<String> unmentioned) {
        Mentioned mentioned = new Mentioned(verb, keys, unmentioned);
        Optional<SourceText> condition = source(mentioned, "condition");
        Optional<List<ExceptionDef>> exceptions = mentioned.take("exceptions", item)
                ? Optional.of(ExceptionReader.read(item, verb.equals("append"), warnings))
                : Optional.empty();
        Optional<SourceText> output = source(mentioned, "output");
        Optional<String> description = text(mentioned, "desc");
        Optional<NavigableSet<String>> tags =
                mentioned.take("tags", item) ? Optional.of(RuleKeys.tags(item)) : Optional.empty();
        Optional<Priority> priority =
                mentioned.take("priority", item) ? Optional.of(RuleKeys.priority(item)) : Optional.empty();
        Optional<Boolean> enabled = bool(mentioned, "enabled");
        bool(mentioned, "capture");
        if (mentioned.take("capture_duration", item)) {
            item.optionalUnsigned("capture_duration");
        }
        return new RuleUpdate(
                item.context().itemName(),
                item.context(),
                condition.flatMap(present -> RuleKeys.source(item)),
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

    private Optional<SourceText> source(Mentioned mentioned, String key) {
        return mentioned.take(key, item) ? Optional.of(item.source(key)) : Optional.empty();
    }

    private Optional<String> text(Mentioned mentioned, String key) {
        return mentioned.take(key, item) ? Optional.of(item.text(key)) : Optional.empty();
    }

    private Optional<Boolean> bool(Mentioned mentioned, String key) {
        return mentioned.take(key, item) ? Optional.of(item.bool(key)) : Optional.empty();
    }

    private record Mentioned(String verb, Set<String> keys, NavigableSet<String> unmentioned) {
        /** Whether {@code key} is named. Then it must exist, and counts as named from now on. */
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
