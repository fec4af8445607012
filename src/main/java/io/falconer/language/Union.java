package io.falconer.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The union of many automata. A state is the states of those that can still accept. Where the sets are lists of names, few of
 * them can after some letters, so the time grows with the length of the list, and not with the number of pairs.
 */
final class Union {
    private final List<Automaton> parts;
    private final ByteClasses classes;
    private final TableBuilder table;
    private final Map<Live, Integer> numbers = new HashMap<>();
    private final List<Live> states = new ArrayList<>();

    /** Numbers of automata, ascending, each before its state. */
    @SuppressWarnings("ArrayRecordComponent") // compared by content
    private record Live(int[] pairs) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Live(int[] others) && Arrays.equals(pairs, others);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(pairs);
        }
    }

    Union(Collection<Automaton> parts) {
        this.parts = List.copyOf(parts);
        this.classes = ByteClasses.byKey(b -> new Live(
                this.parts.stream().mapToInt(part -> part.classes().classOf(b)).toArray()));
        this.table = new TableBuilder(classes.count());
    }

    Automaton automaton() throws TooLarge {
        number(new Live(IntStream.range(0, parts.size())
                .flatMap(i -> IntStream.of(i, 0))
                .toArray()));
        int[] representatives = classes.representatives();
        for (int state = 0; state < states.size(); state++) {
            int[] pairs = states.get(state).pairs();
            table.accept(state, accepts(pairs));
            for (int b : representatives) {
                table.set(state, classes.classOf(b), number(next(pairs, b)));
            }
        }
        return Minimization.of(classes, table.build());
    }

    private boolean accepts(int[] pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (parts.get(pairs[i]).table().accepts(pairs[i + 1])) {
                return true;
            }
        }
        return false;
    }

    private Live next(int[] pairs, int b) {
        int[] next = new int[pairs.length];
        int size = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            Automaton part = parts.get(pairs[i]);
            int target = part.table().next(pairs[i + 1], part.classes().classOf(b));
            boolean accepts = part.table().accepts(target);
            if (accepts && part.isTrap(target)) {
                return new Live(new int[] {pairs[i], target}); // whatever the others do
            }
            if (accepts || !part.isTrap(target)) {
                next[size++] = pairs[i];
                next[size++] = target;
            }
        }
        return new Live(Arrays.copyOf(next, size));
    }

    private int number(Live live) throws TooLarge {
        Integer known = numbers.get(live);
        if (known != null) {
            return known;
        }
        states.add(live);
        numbers.put(live, table.states());
        return table.add(0);
    }
}
