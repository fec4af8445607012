package io.falconer.language;

import io.falconer.field.Octets;
import java.util.BitSet;

/** The texts on one side of a constant in the order of {@code strcmp}: byte by byte, without signs. */
public final class Ordering {
    private Ordering() {}

    /** The texts before {@code bound}. */
    public static Automaton below(String bound) throws TooLarge {
        return build(Octets.of(bound), false);
    }

    /** The texts before {@code bound}, and {@code bound} itself. */
    public static Automaton upTo(String bound) throws TooLarge {
        return build(Octets.of(bound), true);
    }

    private static Automaton build(String bound, boolean equalAccepted) throws TooLarge {
        BitSet occurring = new BitSet();
        bound.chars().forEach(occurring::set);
        ByteClasses classes =
                ByteClasses.byKey(b -> 2 * occurring.get(0, b).cardinality() + (occurring.get(b) ? 1 : 0));
        TableBuilder table = new TableBuilder(classes.count());
        int less = bound.length() + 1;
        int greater = less + 1;
        for (int i = 0; i < bound.length(); i++) {
            int state = table.add(greater);
            table.accept(state, true);
            for (int b = 0; b <= bound.charAt(i); b++) {
                table.set(state, classes.classOf(b), b < bound.charAt(i) ? less : state + 1);
            }
        }
        table.accept(table.add(greater), equalAccepted);
        table.addTrap(true);
        table.addTrap(false);
        return new Automaton(classes, table.build());
    }
}
