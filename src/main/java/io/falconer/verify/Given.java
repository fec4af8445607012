package io.falconer.verify;

import io.falconer.condition.Expr;
import io.falconer.logic.Formula;

/**
 * A part of a condition, and what it is.
 *
 * @param value whether it is true
 */
public record Given(Expr part, boolean value) {
    /** What the solver takes for it. */
    Formula formula(Conditions conditions) {
        return conditions.formula(part, value);
    }
}
