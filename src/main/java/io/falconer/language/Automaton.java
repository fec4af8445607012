package io.falconer.language;

import io.falconer.field.Octets;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A set of texts as a complete deterministic automaton over their bytes. Immutable. Bytes that are never distinguished share a
 * class, so that a table has one column for each class.
 */
public final class Automaton {
    private final ByteClasses classes;
    private final Table table;
    /** The states that no word leaves. */
    private final BitSet traps;

    private final int hash;

    Automaton(ByteClasses classes, Table table) {
        this.classes = classes;
        this.table = table;
        this.traps = table.traps();
        this.hash = 31 * classes.hashCode() + table.hash();
    }

    /** No text. */
    public static Automaton none() {
        return new Automaton(ByteClasses.separating(List.of()), new Table(1, new int[] {0}, new BitSet()));
    }

    /** Every text. */
    public static Automaton all() {
        return none().complement();
    }

    /** The texts that are not in this set. */
    public Automaton complement() {
        return new Automaton(classes, table.complement());
    }

    /** Whether {@code text} is in the set. A text with a NUL ends there. */
    public boolean accepts(String text) {
        String octets = Octets.of(text);
        int state = 0;
        for (int i = 0; i < octets.length() && octets.charAt(i) != 0; i++) {
            state = table.next(state, classes.classOf(octets.charAt(i)));
        }
        return table.accepts(state);
    }

    /** Whether no text is in the set. */
    public boolean isEmpty() {
        return shortest().isEmpty();
    }

    /** The most readable of the shortest texts of the set, as {@link Intersection} defines it; empty if the set is. */
    public Optional<String> shortest() {
        return switch (Intersection.find(List.of(Intersection.Part.in(this)), List.of(), Integer.MAX_VALUE)) {
            case Intersection.Found(String text) -> Optional.of(text);
            case Intersection.Empty empty -> Optional.empty();
            case Intersection.Unknown unknown -> throw new IllegalStateException("more states than an automaton has");
        };
    }

    /** This set as the automaton with as few states as possible. Those of equal sets are equal. */
    public Automaton smallest() {
        return Minimization.of(classes, table);
    }

    /** Whether the automata are built in the same way, which only says something about {@link #smallest} ones. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || (other instanceof Automaton automaton
                        && hash == automaton.hash
                        && classes.equals(automaton.classes)
                        && table.isSame(automaton.table));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The number of states of the automaton. */
    public int states() {
        return table.states();
    }

    boolean isTrap(int state) {
        return traps.get(state);
    }

    ByteClasses classes() {
        return classes;
    }

    Table table() {
        return table;
    }
}
