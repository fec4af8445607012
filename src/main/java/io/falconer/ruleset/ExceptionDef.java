package io.falconer.ruleset;

import java.util.List;
import java.util.stream.Stream;

/** An exception of a rule as it was collected (section 4). */
record ExceptionDef(
        String name, ExceptionEntry fields, ExceptionEntry comps, List<ExceptionEntry> values, Context context) {
    ExceptionDef {
        values = List.copyOf(values);
    }

    ExceptionDef withComps(ExceptionEntry others) {
        return new ExceptionDef(name, fields, others, values, context);
    }

    ExceptionDef withValues(List<ExceptionEntry> more) {
        List<ExceptionEntry> all = Stream.concat(values.stream(), more.stream()).toList();
        return new ExceptionDef(name, fields, comps, all, context);
    }
}
