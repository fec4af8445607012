package io.falconer.suite;

import io.falconer.condition.ConditionPrinter;
import io.falconer.condition.Expr;
import io.falconer.engine.Explanation;
import io.falconer.engine.ValueText;
import io.falconer.suite.Silence.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The checks that made a condition false: if they had another result, the condition might hold. */
final class FailedChecks {
    private final Set<Reason> reasons = new LinkedHashSet<>();

    private FailedChecks() {}

    /** The checks that prevented {@code explanation}, which does not hold, from holding, in the order of the condition. */
    static List<Reason> of(Explanation explanation) {
        FailedChecks reasons = new FailedChecks();
        reasons.collect(explanation, false);
        return new ArrayList<>(reasons.reasons);
    }

    /** Collects the checks of {@code part} that have the same result as {@code part}, seen through negations. */
    private void collect(Explanation part, boolean negated) {
        if (part.parts().isEmpty()) {
            String check = ConditionPrinter.print(part.expression());
            reasons.add(new Reason(negated ? "not " + check : check, saw(part)));
            return;
        }
        boolean negation = part.expression() instanceof Expr.Not;
        for (Explanation operand : part.parts()) {
            if (negation || operand.holds() == part.holds()) {
                collect(operand, negated != negation);
            }
        }
    }

    private static String saw(Explanation check) {
        return check.readings().stream().map(r -> ValueText.shown(r.value())).collect(Collectors.joining(" and "));
    }
}
