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
    /** The deepest a condition may go; Falco's parser stops at about a fifth of that. */
    static final int MAX_DEPTH = 1000;
}
