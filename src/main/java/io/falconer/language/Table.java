package io.falconer.language;

import java.util.BitSet;

/**
 * The transitions of a complete deterministic automaton over symbols from 0; state 0 is where it begins.
 *
 * @param symbols how many symbols there are
 * @param next for state s and symbol a at {@code s * symbols + a} the state that follows
 * @param accepting the states in which a word may end
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody outside this package sees it, and nobody compares it.
record Table(int symbols, int[] next, BitSet accepting) {
    int states() {
        return next.length / symbols;
    }

    int next(int state, int symbol) {
        return next[state * symbols + symbol];
    }

    boolean accepts(int state) {
        return accepting.get(state);
    }

    /** The states from which every word stays there. */
    BitSet traps() {
        BitSet traps = new BitSet();
        for (int state = 0; state < states(); state++) {
            int symbol = 0;
            while (symbol < symbols && next(state, symbol) == state) {
                symbol++;
            }
            traps.set(state, symbol == symbols);
        }
        return traps;
    }

    /** The table that accepts what this one does not. */
    Table complement() {
        BitSet others = (BitSet) accepting.clone();
        others.flip(0, states());
        return new Table(symbols, next, others);
    }
}
