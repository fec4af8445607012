package io.falconer.ruleset;

import io.falconer.condition.Expr;

/**
 * A macro's condition with the size that matters for limits: replacing macros by their trees can make a few lines come to
 * billions of checks.
 *
 * @param checks how many leaves the tree has
 * @param depth how deep it goes
 */
record MacroTree(Expr expr, int checks, int depth) {
    /** The most checks a condition may come to. */
    static final int MAX_CHECKS = 200_000;
    /** The deepest a condition may go, so that a stack of 1 MB is enough; one text goes no deeper than about 200. */
    static final int MAX_DEPTH = 500;

    /** The same tree at other places. */
    MacroTree shifted(int offset) {
        return new MacroTree(expr.shifted(offset), checks, depth);
    }
}
