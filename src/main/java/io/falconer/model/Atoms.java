package io.falconer.model;

import io.falconer.condition.Expr;
import io.falconer.language.Automaton;

/** What the checks of conditions ask, and which values there can be. */
public interface Atoms {
    /** {@code left exists}. */
    Atom atom(Expr.Exists exists);

    /** A comparison with constants or with another operand. */
    Atom atom(Expr.Comparison comparison);

    /** The texts that stand for values of a subject. */
    Automaton domain(Subject subject);
}
