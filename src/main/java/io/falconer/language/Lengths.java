package io.falconer.language;

import java.util.List;

/** The texts with certain lengths, which {@code len} counts in bytes. */
public final class Lengths {
    private Lengths() {}

    /** The texts of at least {@code low} and at most {@code high} bytes; none if {@code low} is greater. */
    public static Automaton between(long low, long high) throws TooLarge {
        return high == Long.MAX_VALUE
                ? atLeast(low)
                : Products.intersection(atLeast(low), atLeast(high + 1).complement());
    }

    private static Automaton atLeast(long low) throws TooLarge {
        TableBuilder table = new TableBuilder(1);
        for (int length = 0; length < low; length++) {
            table.add(length + 1);
        }
        table.addTrap(true);
        return new Automaton(ByteClasses.separating(List.of()), table.build());
    }
}
