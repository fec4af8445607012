package io.falconer.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Automata that run two others in parallel. To find what many sets have in common, {@link Intersection} is faster. */
public final class Products {
    private final Automaton left;
    private final Automaton right;
    private final ByteClasses classes;
    private final TableBuilder table;
    private final Map<Pair, Integer> states = new HashMap<>();
    private final List<Pair> pairs = new ArrayList<>();

    private record Pair(int left, int right) {}

    @FunctionalInterface
    private interface Connective {
        boolean holds(boolean left, boolean right);
    }

    private Products(Automaton left, Automaton right) {
        this.left = left;
        this.right = right;
        this.classes = ByteClasses.byKey(
                b -> new Pair(left.classes().classOf(b), right.classes().classOf(b)));
        this.table = new TableBuilder(classes.count());
    }

    /** The texts that are in both sets. */
    public static Automaton intersection(Automaton left, Automaton right) throws TooLarge {
        return new Products(left, right).product((l, r) -> l && r);
    }

    /** The texts that are in at least one of the two sets. */
    public static Automaton union(Automaton left, Automaton right) throws TooLarge {
        return new Products(left, right).product((l, r) -> l || r);
    }

    /** The texts that are in at least one of the sets. */
    public static Automaton union(Collection<Automaton> sets) throws TooLarge {
        return switch (sets.size()) {
            case 0 -> Automaton.none();
            case 1 -> sets.iterator().next();
            default -> new Union(sets).automaton();
        };
    }

    private Automaton product(Connective accepts) throws TooLarge {
        number(new Pair(0, 0));
        for (int state = 0; state < pairs.size(); state++) {
            Pair pair = pairs.get(state);
            table.accept(
                    state,
                    accepts.holds(
                            left.table().accepts(pair.left()), right.table().accepts(pair.right())));
            for (int b : classes.representatives()) {
                int leftNext = left.table().next(pair.left(), left.classes().classOf(b));
                int rightNext = right.table().next(pair.right(), right.classes().classOf(b));
                table.set(state, classes.classOf(b), number(new Pair(leftNext, rightNext)));
            }
        }
        return Minimization.of(classes, table.build());
    }

    private int number(Pair pair) throws TooLarge {
        Integer known = states.get(pair);
        if (known != null) {
            return known;
        }
        pairs.add(pair);
        states.put(pair, table.states());
        return table.add(0);
    }
}
