package io.falconer.language;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The transitions of a complete deterministic automaton over symbols from 0. State 0 is the start.
 *
 * @param symbols the number of symbols
 * @param next for state s and symbol a, the next state at {@code s * symbols + a}
 * @param accepting the states in which a word may end
 */
@SuppressWarnings("ArrayRecordComponent") // It is only visible in this package, and not compared by equals.
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

    /** Whether the numbers are the same, too. */
    boolean isSame(Table other) {
        return symbols == other.symbols && Arrays.equals(next, other.next) && accepting.equals(other.accepting);
    }

    int hash() {
        return 31 * Arrays.hashCode(next) + accepting.hashCode();
    }

    /** The states that no word leaves. */
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
