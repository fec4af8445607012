package io.falconer.ruleset;

import io.falconer.condition.Expr;
import io.falconer.field.EventSource;
import io.falconer.text.Location;
import io.falconer.text.SourceMap;
import io.falconer.text.Span;
import io.falconer.text.TextOrigin;
import java.util.List;

/**
 * A rule ready to be evaluated.
 *
 * @param condition with the rule's exceptions, its lists and its macros worked in; its spans are in the space of
 *     {@code sources}
 * @param output its spans are in the same space
 * @param tags in the order of their bytes, without duplicates
 * @param enabled whether the rules files leave it enabled
 * @param place the item that defines it; the last one if it was redefined
 * @param sources the origins of the texts of all conditions of the rule set
 */
public record Rule(
        String name,
        EventSource source,
        Expr condition,
        OutputFormat output,
        Priority priority,
        List<String> tags,
        boolean enabled,
        String description,
        Location place,
        SourceMap sources) {
    public Rule {
        tags = List.copyOf(tags);
    }

    /** The same rule, enabled. */
    public Rule enabledOne() {
        return new Rule(name, source, condition, output, priority, tags, true, description, place, sources);
    }

    /** The same rule with another condition, whose spans are in the same space. */
    public Rule with(Expr other) {
        return new Rule(name, source, other, output, priority, tags, enabled, description, place, sources);
    }

    /**
     * The origin of a part of the condition or output: file, place, and the list, macro, exception or append that brought it
     * in.
     */
    public TextOrigin origin(Span part) {
        return sources.origin(part);
    }
}
