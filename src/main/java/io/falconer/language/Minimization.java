package io.falconer.language;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The smallest automaton for a language. States and classes of bytes are numbered as they are reached with the smallest bytes,
 * so automata for the same texts are equal.
 */
final class Minimization {
    private Minimization() {}

    /** Where a symbol leads from each block of states. */
    @SuppressWarnings("ArrayRecordComponent") // compared by content
    private record Column(int[] targets) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Column(int[] others) && Arrays.equals(targets, others);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(targets);
        }
    }

    /**
     * An automaton with as few states and classes of bytes as possible that accepts what this table does. All its states must be
     * reachable.
     */
    static Automaton of(ByteClasses classes, Table table) {
        int[] blocks = Partition.of(table);
        int count = IntStream.of(blocks).max().orElse(0) + 1;
        int[] members = new int[count];
        for (int state = 0; state < blocks.length; state++) {
            members[blocks[state]] = state;
        }
        Column[] columns = new Column[table.symbols()];
        Arrays.setAll(
                columns,
                symbol -> new Column(IntStream.of(members)
                        .map(member -> blocks[table.next(member, symbol)])
                        .toArray()));
        ByteClasses fewer = ByteClasses.byKey(b -> columns[classes.classOf(Math.max(b, 1))]); // no text contains a NUL
        int[] symbols =
                IntStream.of(fewer.representatives()).map(classes::classOf).toArray();
        return new Automaton(fewer, numbered(table, blocks, members, symbols));
    }

    private static Table numbered(Table table, int[] blocks, int[] members, int[] symbols) {
        int[] numbers = new int[members.length];
        Arrays.fill(numbers, -1);
        int[] order = new int[members.length];
        order[0] = blocks[0];
        numbers[blocks[0]] = 0;
        int count = 1;
        int[] next = new int[members.length * symbols.length];
        BitSet accepting = new BitSet();
        for (int i = 0; i < count; i++) {
            accepting.set(i, table.accepts(members[order[i]]));
            for (int symbol = 0; symbol < symbols.length; symbol++) {
                int target = blocks[table.next(members[order[i]], symbols[symbol])];
                if (numbers[target] < 0) {
                    numbers[target] = count;
                    order[count++] = target;
                }
                next[i * symbols.length + symbol] = numbers[target];
            }
        }
        return new Table(symbols.length, Arrays.copyOf(next, count * symbols.length), accepting);
    }
}
