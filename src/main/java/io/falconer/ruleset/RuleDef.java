package io.falconer.ruleset;

import io.falconer.field.EventSource;
import io.falconer.text.SourceText;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/** A rule as it was collected. */
record RuleDef(
        String name,
        SourceText condition,
        SourceText output,
        String description,
        Priority priority,
        String source,
        boolean enabled,
        boolean warnOfEventTypes,
        boolean skipIfUnknownFilter,
        NavigableSet<String> tags,
        List<ExceptionDef> exceptions,
        Context context,
        Context conditionContext,
        Context outputContext) {
    RuleDef {
        exceptions = List.copyOf(exceptions);
    }

    /** The source if some plugin provides it. */
    Optional<EventSource> knownSource() {
        return EventSource.of(source);
    }

    RuleDef withExceptions(List<ExceptionDef> others) {
        return new RuleDef(
                name,
                condition,
                output,
                description,
                priority,
                source,
                enabled,
                warnOfEventTypes,
                skipIfUnknownFilter,
                tags,
                others,
                context,
                conditionContext,
                outputContext);
    }

    RuleDef withEnabled(boolean other) {
        return replaced(RuleUpdate.of(name, context).withEnabled(other));
    }

    /** This rule with everything that {@code update} gives put in the place of its own. */
    RuleDef replaced(RuleUpdate update) {
        return new RuleDef(
                name,
                update.condition().orElse(condition),
                update.output().orElse(output),
                update.description().orElse(description),
                update.priority().orElse(priority),
                source,
                update.enabled().orElse(enabled),
                update.warnOfEventTypes().orElse(warnOfEventTypes),
                update.skipIfUnknownFilter().orElse(skipIfUnknownFilter),
                update.tags().orElse(tags),
                update.exceptions().orElse(exceptions),
                context,
                conditionContext,
                outputContext);
    }
}
