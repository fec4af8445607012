package io.falconer.language;

import io.falconer.field.Octets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can stand between two texts, somewhere in the texts of a set. */
public final class Infixes {
    /** The maximum number of states. */
    private static final int LIMIT = 10_000;

    private final Automaton set;
    private final TableBuilder table;
    private final Map<BitSet, Integer> numbers = new HashMap<>();
    private final List<BitSet> subsets = new ArrayList<>();

    private Infixes(Automaton set) {
        this.set = set;
        this.table = new TableBuilder(set.classes().count());
    }

    /** The texts that follow {@code before} and precede {@code after} in some text of {@code set}. */
    public static Automaton between(String before, Automaton set, String after) throws TooLarge {
        return new Infixes(set).automaton(Octets.of(before), Octets.of(after));
    }

    private Automaton automaton(String before, String after) throws TooLarge {
        BitSet ends = endsBefore(after);
        BitSet start = new BitSet();
        for (int state = 0; state < set.states(); state++) {
            start.set(read(state, before)); // minimal automata reach all their states
        }
        number(start);
        int[] representatives = set.classes().representatives();
        for (int i = 0; i < subsets.size(); i++) {
            BitSet subset = subsets.get(i);
            table.accept(i, subset.intersects(ends));
            for (int b : representatives) {
                BitSet next = new BitSet();
                subset.stream().forEach(state -> next.set(set.table().next(state, classOf(b))));
                table.set(i, classOf(b), number(next));
            }
        }
        return Minimization.of(set.classes(), table.build());
    }

    /** The states from which {@code after}, with something after it, leads to acceptance. */
    private BitSet endsBefore(String after) {
        BitSet alive = alive();
        BitSet ends = new BitSet();
        for (int state = 0; state < set.states(); state++) {
            ends.set(state, alive.get(read(state, after)));
        }
        return ends;
    }

    private BitSet alive() {
        BitSet alive = (BitSet) set.table().accepting().clone();
        for (int before = -1; before < alive.cardinality(); ) {
            before = alive.cardinality();
            for (int state = 0; state < set.states(); state++) {
                for (int symbol = 0; symbol < set.table().symbols() && !alive.get(state); symbol++) {
                    alive.set(state, alive.get(set.table().next(state, symbol)));
                }
            }
        }
        return alive;
    }

    private int read(int from, String octets) {
        int state = from;
        for (int i = 0; i < octets.length(); i++) {
            state = set.table().next(state, classOf(octets.charAt(i)));
        }
        return state;
    }

    private int classOf(int b) {
        return set.classes().classOf(b);
    }

    /** The number of a subset without the states that no text leaves. */
    private int number(BitSet subset) throws TooLarge {
        subset.stream()
                .filter(state -> set.isTrap(state) && !set.table().accepts(state))
                .forEach(subset::clear);
        Integer known = numbers.get(subset);
        if (known != null) {
            return known;
        }
        if (subsets.size() == LIMIT) {
            throw new TooLarge("an automaton with more than %,d states".formatted(LIMIT));
        }
        subsets.add(subset);
        numbers.put(subset, table.states());
        return table.add(0);
    }
}
