package io.falconer.ruleset;

import io.falconer.field.EventSource;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** A rule as it was collected. */
record RuleDef(
        String name,
        AppendedText condition,
        AppendedText output,
        Parts<String> descriptions,
        Priority priority,
        String source,
        boolean enabled,
        boolean warnOfEventTypes,
        boolean skipIfUnknownFilter,
        Parts<NavigableSet<String>> tagSets,
        RuleExceptions exceptions,
        Context context,
        Context conditionContext,
        Context outputContext) {
    /** Its description. */
    String description() {
        return String.join(" ", descriptions.all());
    }

    /** All tags, in the order of their bytes. */
    List<String> tags() {
        List<NavigableSet<String>> sets = tagSets.all();
        if (sets.size() == 1) {
            return List.copyOf(sets.getFirst());
        }
        NavigableSet<String> tags = new TreeSet<>(sets.getFirst());
        sets.forEach(tags::addAll);
        return List.copyOf(tags);
    }

    /** The source if a plugin of {@code falco} provides it. */
    Optional<EventSource> knownSource(Falco falco) {
        return falco.dialect().source(source);
    }

    RuleDef withExceptions(RuleExceptions others) {
        return new RuleDef(
                name,
                condition,
                output,
                descriptions,
                priority,
                source,
                enabled,
                warnOfEventTypes,
                skipIfUnknownFilter,
                tagSets,
                others,
                context,
                conditionContext,
                outputContext);
    }

    RuleDef withEnabled(boolean other) {
        return replaced(RuleUpdate.of(name, context).withEnabled(other));
    }

    /** This rule, with everything that {@code update} contains in place of its own. */
    RuleDef replaced(RuleUpdate update) {
        return new RuleDef(
                name,
                update.condition()
                        .map(text -> AppendedText.of(text, name, update.context()))
                        .orElse(condition),
                update.output()
                        .map(text -> AppendedText.of(text, name, update.context()))
                        .orElse(output),
                update.description().map(Parts::of).orElse(descriptions),
                update.priority().orElse(priority),
                source,
                update.enabled().orElse(enabled),
                update.warnOfEventTypes().orElse(warnOfEventTypes),
                update.skipIfUnknownFilter().orElse(skipIfUnknownFilter),
                update.tags().map(Parts::of).orElse(tagSets),
                update.exceptions().map(RuleExceptions::new).orElse(exceptions),
                context,
                conditionContext,
                outputContext);
    }

    /** This rule, with every text and tag of {@code update} added to its own. Its exceptions were added before. */
    RuleDef appended(RuleUpdate update) {
        Context by = update.context();
        return new RuleDef(
                name,
                update.condition().map(more -> condition.and(more, name, by)).orElse(condition),
                update.output().map(more -> output.and(more, name, by)).orElse(output),
                update.description().map(descriptions::and).orElse(descriptions),
                priority,
                source,
                enabled,
                warnOfEventTypes,
                skipIfUnknownFilter,
                update.tags().map(tagSets::and).orElse(tagSets),
                exceptions,
                context,
                conditionContext,
                outputContext);
    }
}
