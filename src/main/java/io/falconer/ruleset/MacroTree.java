package io.falconer.ruleset;

import io.falconer.condition.Expr;

/**
 * A macro's condition with its size, which matters for limits: replacing macros by their trees can turn a few lines into
 * billions of checks.
 *
 * @param checks the number of leaves of the tree
 * @param depth the depth of the tree
 */
record MacroTree(Expr expr, int checks, int depth) {
    /** The maximum number of checks in a condition. */
    static final int MAX_CHECKS = 200_000;
    /** The maximum depth of a condition, so that a stack of 1 MB is enough. A single text is never deeper than about 200. */
    static final int MAX_DEPTH = 500;

    /** The same tree at other places. */
    MacroTree shifted(int offset) {
        return new MacroTree(expr.shifted(offset), checks, depth);
    }
}
