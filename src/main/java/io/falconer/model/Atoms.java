package io.falconer.model;

import io.falconer.condition.Expr;
import io.falconer.language.Automaton;
import java.util.Optional;
import java.util.Set;

/** What the checks of conditions ask, and which values there can be. */
public interface Atoms {
    /** {@code left exists}. */
    Atom atom(Expr.Exists exists);

    /** A comparison with constants or with another operand. */
    Atom atom(Expr.Comparison comparison);

    /** Whether checks that mean the same may become one. Where each check counts by itself, they may not. */
    default boolean joins() {
        return false;
    }

    /** The values of a subject that are in a set, if checks may become one: equal sets of values are equal then. */
    default Automaton values(Subject subject, Automaton set) {
        return set;
    }

    /** The values of a subject that are in one of several sets; empty if checks may not become one, or at too many states. */
    default Optional<Automaton> union(Subject subject, Set<Automaton> sets) {
        return Optional.empty();
    }

    /** The texts that stand for values of a subject. */
    Automaton domain(Subject subject);
}
