package io.falconer.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A nondeterministic automaton while it is being built. It moves on a symbol of a set, of type {@code L}, or on nothing,
 * which may be tied to the beginning or end of a line. State 0 is where it begins.
 */
final class Nfa<L> {
    /** How many states there may be. */
    private static final int LIMIT = 10_000;

    /** Where a move on nothing is possible. */
    enum Where {
        ANYWHERE,
        LINE_START,
        LINE_END
    }

    /** A move on a symbol of the set with this number, see {@link #labels}. */
    record Move(int label, int target) {}

    /** A move on nothing. */
    record EmptyMove(Where where, int target) {}

    private final Map<L, Integer> labels = new LinkedHashMap<>();
    private final List<List<Move>> moves = new ArrayList<>();
    private final List<List<EmptyMove>> emptyMoves = new ArrayList<>();
    private final BitSet accepting = new BitSet();
    private boolean knowsLines;

    int add() throws TooLarge {
        if (moves.size() == LIMIT) {
            throw new TooLarge("a pattern with more than %,d places".formatted(LIMIT));
        }
        moves.add(new ArrayList<>(1));
        emptyMoves.add(new ArrayList<>(1));
        return moves.size() - 1;
    }

    void move(int from, L symbols, int to) {
        int label = labels.computeIfAbsent(symbols, s -> labels.size());
        moves.get(from).add(new Move(label, to));
    }

    /** A new state that is reached from {@code from} on one of {@code symbols}. */
    int moveOn(int from, L symbols) throws TooLarge {
        int to = add();
        move(from, symbols, to);
        return to;
    }

    void empty(int from, int to) {
        empty(from, Where.ANYWHERE, to);
    }

    void empty(int from, Where where, int to) {
        emptyMoves.get(from).add(new EmptyMove(where, to));
        knowsLines |= where != Where.ANYWHERE;
    }

    void accept(int state) {
        accepting.set(state);
    }

    int states() {
        return moves.size();
    }

    List<Move> moves(int state) {
        return moves.get(state);
    }

    List<EmptyMove> emptyMoves(int state) {
        return emptyMoves.get(state);
    }

    boolean acceptsIn(BitSet states) {
        return states.intersects(accepting);
    }

    /** Whether some move is tied to a line. */
    boolean knowsLines() {
        return knowsLines;
    }

    /** The sets that moves are on, each at its number. */
    List<L> labels() {
        return List.copyOf(labels.keySet());
    }
}
