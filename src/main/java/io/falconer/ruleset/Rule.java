package io.falconer.ruleset;

import io.falconer.condition.Expr;
import io.falconer.field.EventSource;
import io.falconer.text.Location;
import java.util.List;

/**
 * A rule ready to be evaluated.
 *
 * @param condition with the rule's exceptions, its lists and its macros worked in; its spans count in the text that each
 *     part was parsed from
 * @param tags in the order of their bytes, without duplicates
 * @param enabled whether the rules files leave it enabled
 * @param place the item that defines it, the last one if it was redefined
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
        Location place) {
    public Rule {
        tags = List.copyOf(tags);
    }
}
