package io.falconer.language;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The smallest automaton for a language, by Moore's method: states stay together until a symbol distinguishes them. */
final class Minimization {
    private Minimization() {}

    /** The blocks that follow a state for each symbol and its own block, or the blocks that follow each state for a symbol. */
    @SuppressWarnings("ArrayRecordComponent") // compared by content
    private record Signature(int[] blocks) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Signature(int[] others) && Arrays.equals(blocks, others);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(blocks);
        }
    }

    /** An automaton with as few states and classes of bytes as possible that accepts what this table does. */
    static Automaton of(ByteClasses classes, Table table) {
        Table smallest = of(table);
        Signature[] columns = new Signature[table.symbols()];
        Arrays.setAll(columns, symbol -> column(smallest, symbol));
        ByteClasses fewer = ByteClasses.byKey(b -> columns[classes.classOf(b)]);
        int[] next = new int[smallest.states() * fewer.count()];
        for (int b : fewer.representatives()) {
            int[] column = columns[classes.classOf(b)].blocks();
            for (int state = 0; state < column.length; state++) {
                next[state * fewer.count() + fewer.classOf(b)] = column[state];
            }
        }
        return new Automaton(fewer, new Table(fewer.count(), next, smallest.accepting()));
    }

    private static Signature column(Table table, int symbol) {
        int[] column = new int[table.states()];
        Arrays.setAll(column, state -> table.next(state, symbol));
        return new Signature(column);
    }

    /** A table with as few states as possible that accepts the same. All states of {@code table} must be reachable. */
    static Table of(Table table) {
        int[] blocks = new int[table.states()];
        table.accepting().stream().forEach(state -> blocks[state] = 1);
        int count = 0;
        for (int refined = 1; refined > count; ) {
            count = refined;
            refined = refine(table, blocks);
        }
        return quotient(table, blocks, count);
    }

    /** Splits the blocks by the targets of their states; returns the number of blocks. State 0 is in block 0. */
    private static int refine(Table table, int[] blocks) {
        Map<Signature, Integer> numbers = new HashMap<>();
        int[] refined = new int[blocks.length];
        for (int state = 0; state < blocks.length; state++) {
            int[] signature = new int[table.symbols() + 1];
            for (int symbol = 0; symbol < table.symbols(); symbol++) {
                signature[symbol] = blocks[table.next(state, symbol)];
            }
            signature[table.symbols()] = blocks[state];
            refined[state] = numbers.computeIfAbsent(new Signature(signature), s -> numbers.size());
        }
        System.arraycopy(refined, 0, blocks, 0, blocks.length);
        return numbers.size();
    }

    private static Table quotient(Table table, int[] blocks, int count) {
        int[] next = new int[count * table.symbols()];
        BitSet accepting = new BitSet();
        for (int state = 0; state < blocks.length; state++) {
            for (int symbol = 0; symbol < table.symbols(); symbol++) {
                next[blocks[state] * table.symbols() + symbol] = blocks[table.next(state, symbol)];
            }
            accepting.set(blocks[state], table.accepts(state));
        }
        return new Table(table.symbols(), next, accepting);
    }
}
