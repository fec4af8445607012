package io.falconer.engine;

import io.falconer.condition.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Recognizes equal subexpressions of conditions anywhere, mostly because rules use the same macros. The parts of a recognized
 * subexpression are not counted again, because a use of the whole does not need its parts.
 */
final class CommonSubexpressions {
    private final Map<Object, CommonSubexpression> known = new HashMap<>();

    /** A compound by its recognized operands, so that no tree is compared more than once. */
    private record Compound(Class<? extends Expr> kind, List<CommonSubexpression> operands) {}

    /** The subexpression for the whole condition of a rule. */
    CommonSubexpression of(Expr condition) {
        CommonSubexpression subexpression = subexpression(condition);
        subexpression.use();
        return subexpression;
    }

    private CommonSubexpression subexpression(Expr expr) {
        return switch (expr) {
            case Expr.And and -> compound(and, and.operands());
            case Expr.Or or -> compound(or, or.operands());
            case Expr.Not not -> compound(not, List.of(not.operand()));
            case Expr.Exists exists -> check(exists);
            case Expr.Comparison comparison -> check(comparison);
            case Expr.MacroRef macro -> throw new IllegalArgumentException("macro " + macro.name());
        };
    }

    private CommonSubexpression compound(Expr expr, List<Expr> parts) {
        List<CommonSubexpression> operands = new ArrayList<>(parts.size());
        for (Expr part : parts) {
            operands.add(subexpression(part));
        }
        return known.computeIfAbsent(new Compound(expr.getClass(), operands), key -> {
            operands.forEach(CommonSubexpression::use);
            return new CommonSubexpression(expr, operands);
        });
    }

    private CommonSubexpression check(Expr expr) {
        return known.computeIfAbsent(expr.withoutSpans(), key -> new CommonSubexpression(expr, List.of()));
    }
}
