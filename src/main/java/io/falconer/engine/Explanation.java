package io.falconer.engine;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.event.Value;
import java.util.List;

/**
 * Why a condition held for an event or did not: the verdict of each part, whether or not the whole depended on it, and the
 * values that the checks read.
 *
 * @param expression the part
 * @param holds its verdict
 * @param readings what a check read, from left to right; empty for and, or, not
 * @param parts the operands of and, or, not; empty for a check
 */
public record Explanation(Expr expression, boolean holds, List<Reading> readings, List<Explanation> parts) {
    public Explanation {
        readings = List.copyOf(readings);
        parts = List.copyOf(parts);
    }

    /** The value of an operand. */
    public record Reading(Operand operand, Value value) {}
}
