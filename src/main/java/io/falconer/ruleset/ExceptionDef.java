package io.falconer.ruleset;

import java.util.List;

/**
 * An exception of a rule as it was collected (section 4).
 *
 * @param parts the values of its definition, and the values that each later item appends
 */
record ExceptionDef(
        String name, ExceptionEntry fields, ExceptionEntry comps, Parts<List<ExceptionEntry>> parts, Context context) {
    static ExceptionDef defined(
            String name, ExceptionEntry fields, ExceptionEntry comps, List<ExceptionEntry> values, Context context) {
        return new ExceptionDef(name, fields, comps, Parts.of(List.copyOf(values)), context);
    }

    /** All values. */
    List<ExceptionEntry> values() {
        return Parts.joined(parts);
    }

    ExceptionDef withComps(ExceptionEntry others) {
        return new ExceptionDef(name, fields, others, parts, context);
    }

    ExceptionDef withValues(List<ExceptionEntry> more) {
        return new ExceptionDef(name, fields, comps, parts.and(List.copyOf(more)), context);
    }
}
