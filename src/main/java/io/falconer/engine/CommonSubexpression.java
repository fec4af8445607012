package io.falconer.engine;

import io.falconer.condition.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All equal subexpressions of conditions, and the number of their uses. */
final class CommonSubexpression {
    private final Expr expr;
    private final List<CommonSubexpression> operands;
    private int uses;
    private @Nullable Node plan;

    /**
     * A subexpression that is not used yet.
     *
     * @param expr one of the sub-conditions; the others differ in their places
     * @param operands of and, or, not; empty for a check
     */
    CommonSubexpression(Expr expr, List<CommonSubexpression> operands) {
        this.expr = expr;
        this.operands = operands;
    }

    Expr expr() {
        return expr;
    }

    List<CommonSubexpression> operands() {
        return operands;
    }

    void use() {
        uses++;
    }

    boolean isShared() {
        return uses > 1;
    }

    /** The plan that was set; null before. */
    @Nullable Node plan() {
        return plan;
    }

    void plan(Node made) {
        this.plan = made;
    }
}
