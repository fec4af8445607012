package io.falconer.model;

import io.falconer.language.Automaton;
import io.falconer.language.TooLarge;

/**
 * Quantities as Kubernetes reads them (ParseQuantity and UnmarshalJSON of apimachinery's package resource): a sign, digits with
 * a point, a suffix. Blanks around them do not count. Each part may be missing, but not all: without digits a quantity is zero.
 */
public final class Quantities {
    private static final String SUFFIX = "([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?";

    private Quantities() {}

    /** All quantities, and {@code null}, which Kubernetes reads as zero. */
    static Automaton all() throws TooLarge {
        return Patterns.language(" *([+-]?([0-9]+([.][0-9]*)?|[.][0-9]*)" + SUFFIX + "|[+-]" + SUFFIX
                + "|([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)) *|null");
    }

    /** Those that are not zero. Kubernetes rounds away from zero. */
    public static Automaton nonzero() throws TooLarge {
        return Patterns.language(" *[+-]?[0-9.]*[1-9][0-9.]*" + SUFFIX + " *");
    }
}
