package io.falconer.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The subset construction: a state of the deterministic automaton is the set of states in which the nondeterministic one can
 * be. If moves are tied to lines, a state also says whether a line has just started, which depends on the last symbol. Only the
 * next symbol shows whether a line ends.
 */
final class Determinization {
    private static final int STATE_LIMIT = 10_000;
    /** The maximum number of unions of sets, times the words of a set. */
    private static final long WORK_LIMIT = 100_000_000;

    private final Nfa<?> nfa;
    private final List<BitSet> symbolsOfLabels;
    private final int symbols;
    private final int newline;
    /** For each state, the states that it reaches by empty moves, anywhere. */
    private final BitSet[] closures;

    private final Map<Subset, Integer> numbers = new HashMap<>();
    private final List<Subset> subsets = new ArrayList<>();
    private final TableBuilder table;
    private long work;

    private record Subset(BitSet states, boolean lineStart) {}

    private Determinization(Nfa<?> nfa, List<BitSet> symbolsOfLabels, int symbols, int newline) throws TooLarge {
        this.nfa = nfa;
        this.symbolsOfLabels = symbolsOfLabels;
        this.symbols = symbols;
        this.newline = newline;
        this.table = new TableBuilder(symbols);
        this.closures = new BitSet[nfa.states()];
        for (int state = 0; state < closures.length; state++) {
            BitSet alone = new BitSet();
            alone.set(state);
            closures[state] = closure(alone, false, false);
        }
    }

    /**
     * The deterministic automaton that accepts what {@code nfa} accepts.
     *
     * @param symbolsOfLabels for each label of the nondeterministic automaton, the symbols that it represents
     * @param newline the symbol of a newline and nothing else, if the nondeterministic automaton knows lines
     */
    static Table of(Nfa<?> nfa, List<BitSet> symbolsOfLabels, int symbols, int newline) throws TooLarge {
        return new Determinization(nfa, symbolsOfLabels, symbols, newline).table();
    }

    private Table table() throws TooLarge {
        number(new Subset(closures[0], nfa.knowsLines()));
        for (int state = 0; state < subsets.size(); state++) {
            Subset subset = subsets.get(state);
            BitSet atLineEnd = closure(subset, true);
            table.accept(state, nfa.acceptsIn(atLineEnd));
            BitSet[] targets = targets(closure(subset, false), atLineEnd);
            for (int symbol = 0; symbol < symbols; symbol++) {
                boolean lineStart = nfa.knowsLines() && symbol == newline;
                table.set(state, symbol, number(new Subset(targets[symbol], lineStart)));
            }
        }
        return table.build();
    }

    private int number(Subset subset) throws TooLarge {
        Integer known = numbers.get(subset);
        if (known != null) {
            return known;
        }
        if (subsets.size() == STATE_LIMIT) {
            throw new TooLarge("a pattern whose automaton has more than %,d states".formatted(STATE_LIMIT));
        }
        subsets.add(subset);
        numbers.put(subset, table.states());
        return table.add(0);
    }

    /** For each symbol, the states that it leads to. */
    private BitSet[] targets(BitSet states, BitSet atLineEnd) throws TooLarge {
        BitSet[] targets = new BitSet[symbols];
        for (int symbol = 0; symbol < symbols; symbol++) {
            targets[symbol] = new BitSet(nfa.states());
        }
        for (int state = atLineEnd.nextSetBit(0); state >= 0; state = atLineEnd.nextSetBit(state + 1)) {
            for (Nfa.Move move : nfa.moves(state)) {
                BitSet on = symbolsOfLabels.get(move.label());
                for (int symbol = on.nextSetBit(0); symbol >= 0; symbol = on.nextSetBit(symbol + 1)) {
                    if (symbol == newline || states.get(state)) {
                        targets[symbol].or(closures[move.target()]);
                        spend(1 + nfa.states() / Long.SIZE);
                    }
                }
            }
        }
        return targets;
    }

    private void spend(int words) throws TooLarge {
        work += words;
        if (work > WORK_LIMIT) {
            throw new TooLarge("a pattern whose automaton takes too long to build");
        }
    }

    /** The states that a subset reaches by empty moves, before the end of a line or elsewhere. */
    private BitSet closure(Subset subset, boolean lineEnd) throws TooLarge {
        return nfa.knowsLines() ? closure(subset.states(), subset.lineStart(), lineEnd) : subset.states();
    }

    private BitSet closure(BitSet states, boolean lineStart, boolean lineEnd) throws TooLarge {
        BitSet closure = (BitSet) states.clone();
        Deque<Integer> open = new ArrayDeque<>();
        states.stream().forEach(open::push);
        while (!open.isEmpty()) {
            for (Nfa.EmptyMove move : nfa.emptyMoves(open.pop())) {
                boolean possible =
                        switch (move.where()) {
                            case ANYWHERE -> true;
                            case LINE_START -> lineStart;
                            case LINE_END -> lineEnd;
                        };
                if (possible && !closure.get(move.target())) {
                    closure.set(move.target());
                    open.push(move.target());
                }
                spend(1);
            }
        }
        return closure;
    }
}
