package io.falconer.ruleset;

import io.falconer.text.SourceText;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list as it was collected.
 *
 * @param index when it was first defined; it keeps this place however often it is redefined
 * @param visibility when it was last defined or appended to; what was first defined before that, it may refer to
 */
record ListDef(String name, List<SourceText> items, Context context, int index, int visibility) {
    ListDef {
        items = List.copyOf(items);
    }

    ListDef redefined(ListDef by, int now) {
        return new ListDef(name, by.items, by.context, index, now);
    }

    ListDef appended(ListDef more, int now) {
        List<SourceText> all =
                Stream.concat(items.stream(), more.items.stream()).toList();
        return new ListDef(name, all, context, index, now);
    }
}
