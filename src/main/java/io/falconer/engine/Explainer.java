package io.falconer.engine;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.event.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Evaluates every part of a condition, whether or not the whole depends on it. The plan gives the verdicts. The expression that
 * it was planned from gives the places, which differ for rules that share a plan.
 */
final class Explainer {
    private final Frame frame;

    /** Explanations of one event. */
    Explainer(Frame frame) {
        this.frame = frame;
    }

    Explanation explain(Expr expr, Node node) {
        return switch (node) {
            case Node.Memoized memoized -> explain(expr, memoized.inner());
            case StaleCondition stale -> {
                Explanation steady = explain(expr, stale.steady());
                yield new Explanation(expr, stale.holds(frame), steady.readings(), steady.parts());
            }
            case Node.And and -> {
                List<Explanation> parts = parts(expr, and);
                yield new Explanation(expr, parts.stream().allMatch(Explanation::holds), List.of(), parts);
            }
            case Node.Or or -> {
                List<Explanation> parts = parts(expr, or);
                yield new Explanation(expr, parts.stream().anyMatch(Explanation::holds), List.of(), parts);
            }
            case Node.Not not -> {
                Explanation part = explain(Operands.under(expr).getFirst(), not.operand());
                yield new Explanation(expr, !part.holds(), List.of(), List.of(part));
            }
            case CheckNode check -> new Explanation(expr, check.holds(frame), readings(expr, check), List.of());
        };
    }

    private List<Explanation> parts(Expr expr, Node.Junction junction) {
        List<Explanation> parts = new ArrayList<>(junction.size());
        for (int i = 0; i < junction.size(); i++) {
            parts.add(explain(Operands.under(expr).get(i), junction.operand(i)));
        }
        return parts;
    }

    private List<Explanation.Reading> readings(Expr expr, CheckNode check) {
        List<Explanation.Reading> readings = new ArrayList<>();
        List<Operand> read = Operands.of(expr);
        for (int i = 0; i < read.size(); i++) {
            Value value = frame.value(check.slots()[i]);
            readings.add(new Explanation.Reading(read.get(i), value));
        }
        return readings;
    }
}
