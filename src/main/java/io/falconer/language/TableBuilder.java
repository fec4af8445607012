package io.falconer.language;

import java.util.Arrays;
import java.util.BitSet;

/** A table during its construction. */
final class TableBuilder {
    /** The maximum number of transitions of a table: 16 MB. */
    static final int LIMIT = 4_000_000;

    private final int symbols;
    private int[] next;
    private final BitSet accepting = new BitSet();
    private int states;

    TableBuilder(int symbols) {
        this.symbols = symbols;
        this.next = new int[8 * symbols];
    }

    /** Adds a state whose transitions all go to {@code target}. The first state is the start of the automaton. */
    int add(int target) throws TooLarge {
        if ((long) (states + 1) * symbols > LIMIT) {
            throw new TooLarge("an automaton with more than %,d transitions".formatted(LIMIT));
        }
        if ((states + 1) * symbols > next.length) {
            next = Arrays.copyOf(next, Math.min(LIMIT, 2 * next.length));
        }
        Arrays.fill(next, states * symbols, (states + 1) * symbols, target);
        return states++;
    }

    /** Adds a state that no word leaves. */
    int addTrap(boolean accepts) throws TooLarge {
        int trap = add(states);
        accept(trap, accepts);
        return trap;
    }

    void set(int state, int symbol, int target) {
        next[state * symbols + symbol] = target;
    }

    int next(int state, int symbol) {
        return next[state * symbols + symbol];
    }

    /** Gives {@code state} the transitions of {@code model}. */
    void copy(int model, int state) {
        System.arraycopy(next, model * symbols, next, state * symbols, symbols);
    }

    void accept(int state, boolean accepts) {
        accepting.set(state, accepts);
    }

    boolean accepts(int state) {
        return accepting.get(state);
    }

    int states() {
        return states;
    }

    Table build() {
        return new Table(symbols, Arrays.copyOf(next, states * symbols), (BitSet) accepting.clone());
    }
}
