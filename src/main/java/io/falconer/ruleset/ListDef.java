package io.falconer.ruleset;

import io.falconer.text.SourceText;
import java.util.List;

/**
 * A list as it was collected.
 *
 * @param parts the items of its definition, and the items that each later item appends
 * @param index the position of its first definition, which it keeps when it is redefined
 * @param visibility the position of its last definition or append; it may refer to what was first defined before that
 */
record ListDef(String name, Parts<List<SourceText>> parts, Context context, int index, int visibility) {
    /** A list as defined at the position {@code now}. */
    static ListDef defined(String name, List<SourceText> items, Context context, int now) {
        return new ListDef(name, Parts.of(List.copyOf(items)), context, now, now);
    }

    /** All items. */
    List<SourceText> items() {
        return Parts.joined(parts);
    }

    ListDef redefined(ListDef by, int now) {
        return new ListDef(name, by.parts, by.context, index, now);
    }

    ListDef appended(List<SourceText> more, int now) {
        return new ListDef(name, parts.and(List.copyOf(more)), context, index, now);
    }
}
