package io.falconer.logic;

import java.util.BitSet;

/** An assignment of all variables that the solver had when it found the assignment. */
public final class Model {
    private final BitSet trueVariables;

    /** The assignment that makes these variables true and all others false. */
    Model(BitSet trueVariables) {
        this.trueVariables = trueVariables;
    }

    /** Whether a literal is true: a variable's number, negative for its negation. */
    public boolean holds(int literal) {
        return trueVariables.get(Math.abs(literal)) == literal > 0;
    }
}
