package io.falconer.ruleset;

import io.falconer.condition.Expr;
import io.falconer.text.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Refuses conditions that macros, each short by itself, have made too deep or too large to walk. Falco sets no such
 * bounds and would run out of stack or memory.
 */
final class ExprBounds {
    /** Deeper than the parser lets any text be, and than any rule set in use. */
    private static final int MAX_DEPTH = 1_500;

    private static final int MAX_CHECKS = 500_000;

    private ExprBounds() {}

    private record Place(Expr expr, int depth) {}

    static Optional<Check.Failure> check(Expr root) {
        Deque<Place> open = new ArrayDeque<>();
        open.push(new Place(root, 1));
        int seen = 0;
        while (!open.isEmpty()) {
            Place place = open.pop();
            if (place.depth() > MAX_DEPTH || ++seen > MAX_CHECKS) {
                Span span = place.expr().span();
                return Optional.of(new Check.Failure("the condition is too large once its macros are replaced", span));
            }
            children(place.expr()).forEach(child -> open.push(new Place(child, place.depth() + 1)));
        }
        return Optional.empty();
    }

    private static List<Expr> children(Expr expr) {
        return switch (expr) {
            case Expr.And and -> and.operands();
            case Expr.Or or -> or.operands();
            case Expr.Not not -> List.of(not.operand());
            case Expr.Exists exists -> List.of();
            case Expr.Comparison comparison -> List.of();
            case Expr.MacroRef macro -> List.of();
        };
    }
}
