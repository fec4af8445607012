package io.falconer.verify;

import io.falconer.condition.Expr;
import io.falconer.logic.Formula;
import java.util.List;
import java.util.stream.IntStream;

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

    /** Those of {@code given}, with these formulas in the same order, that are in the core of what cannot hold together. */
    static List<Given> in(List<Formula> core, List<Given> given, List<Formula> formulas) {
        return IntStream.range(0, given.size())
                .filter(i -> core.contains(formulas.get(i)))
                .mapToObj(given::get)
                .toList();
    }
}
