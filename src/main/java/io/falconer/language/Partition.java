package io.falconer.language;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The states of a table in blocks, by Hopcroft's algorithm ("An n log n algorithm for minimizing states in a finite automaton",
 * 1971): states stay in one block until a word distinguishes them. A block that was split splits others by where their symbols
 * lead. Of its two parts, the smaller one is enough.
 */
final class Partition {
    private final Table table;
    /** The states, those of a block side by side, and where each is. */
    private final int[] states;

    private final int[] places;
    /** For each state, its block. */
    private final int[] blocks;
    /** For each block, its first place, the place after its last one, and how many of its states are marked, the first ones. */
    private final int[] starts;

    private final int[] ends;
    private final int[] marked;
    private int count;

    /** The states that a symbol leads to a state from: those of state s and symbol a start at {@code s * symbols + a}. */
    private final int[] sourceStarts;

    private final int[] sources;
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final boolean[] waits;

    private Partition(Table table) {
        int size = table.states();
        this.table = table;
        this.states = new int[size];
        this.places = new int[size];
        this.blocks = new int[size];
        this.starts = new int[size];
        this.ends = new int[size];
        this.marked = new int[size];
        this.waits = new boolean[size];
        this.sourceStarts = new int[size * table.symbols() + 1];
        this.sources = new int[size * table.symbols()];
        Arrays.setAll(states, state -> state);
        Arrays.setAll(places, state -> state);
        ends[0] = size;
        count = 1;
        turnOver();
    }

    /** The block of each state. States in one block accept the same words. */
    static int[] of(Table table) {
        Partition partition = new Partition(table);
        partition.refine();
        return partition.blocks;
    }

    private void turnOver() {
        int symbols = table.symbols();
        for (int i = 0; i < sources.length; i++) {
            sourceStarts[table.next(i / symbols, i % symbols) * symbols + i % symbols + 1]++;
        }
        for (int i = 0; i < sources.length; i++) {
            sourceStarts[i + 1] += sourceStarts[i];
        }
        int[] next = Arrays.copyOf(sourceStarts, sources.length);
        for (int i = 0; i < sources.length; i++) {
            sources[next[table.next(i / symbols, i % symbols) * symbols + i % symbols]++] = i / symbols;
        }
    }

    private void refine() {
        int[] touched = new int[states.length];
        for (int state = 0; state < states.length; state++) {
            if (table.accepts(state)) {
                mark(state);
            }
        }
        wait(0);
        split(0);
        while (!waiting.isEmpty()) {
            int block = waiting.pop();
            waits[block] = false;
            int[] targets = Arrays.copyOfRange(states, starts[block], ends[block]);
            for (int symbol = 0; symbol < table.symbols(); symbol++) {
                int size = 0;
                for (int target : targets) {
                    int at = target * table.symbols() + symbol;
                    for (int i = sourceStarts[at]; i < sourceStarts[at + 1]; i++) {
                        if (mark(sources[i])) {
                            touched[size++] = blocks[sources[i]];
                        }
                    }
                }
                for (int i = 0; i < size; i++) {
                    split(touched[i]);
                }
            }
        }
    }

    private void wait(int block) {
        if (!waits[block]) {
            waits[block] = true;
            waiting.push(block);
        }
    }

    /** Marks a state, which was not; returns whether it is the first one of its block. */
    private boolean mark(int state) {
        int block = blocks[state];
        int place = starts[block] + marked[block]++;
        int other = states[place];
        states[places[state]] = other;
        places[other] = places[state];
        states[place] = state;
        places[state] = place;
        return marked[block] == 1;
    }

    /** Makes the marked states of a block a block of their own, unless all are marked. */
    private void split(int block) {
        int middle = starts[block] + marked[block];
        marked[block] = 0;
        if (middle == starts[block] || middle == ends[block]) {
            return;
        }
        int added = count++;
        starts[added] = starts[block];
        ends[added] = middle;
        starts[block] = middle;
        for (int place = starts[added]; place < middle; place++) {
            blocks[states[place]] = added;
        }
        boolean isSmaller = middle - starts[added] < ends[block] - middle;
        wait(waits[block] || isSmaller ? added : block);
    }
}
