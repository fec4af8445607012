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
 * @param condition with the rule's exceptions, its lists and its macros worked in; its spans lie in the space of {@code
 *     sources}
 * @param output its spans lie in the same space
 * @param tags in the order of their bytes, without duplicates
 * @param enabled whether the rules files leave it enabled
 * @param place the item that defines it, the last one if it was redefined
 * @param sources where the texts of all conditions of the rule set come from
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

    /** Where a part of the condition or output comes from: file, place, and by way of which list, macro, exception or append. */
    public TextOrigin origin(Span part) {
        return sources.origin(part);
    }
}
