package io.falconer.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A nondeterministic automaton during its construction. It moves on a symbol of a set, of type {@code L}, or by an empty move,
 * which may be tied to the start or end of a line. State 0 is the start.
 */
final class Nfa<L> {
    /** The maximum number of states. */
    private static final int LIMIT = 10_000;

    /** Where an empty move is possible. */
    enum Where {
        ANYWHERE,
        LINE_START,
        LINE_END
    }

    /** A move on a symbol of the set with this number, see {@link #labels}. */
    record Move(int label, int target) {}

    /** An empty move. */
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

    /** Adds a state that {@code from} reaches on one of {@code symbols}. */
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

    /** Whether a move is tied to a line. */
    boolean knowsLines() {
        return knowsLines;
    }

    /** The sets of symbols of the moves, each at its number. */
    List<L> labels() {
        return List.copyOf(labels.keySet());
    }
}
