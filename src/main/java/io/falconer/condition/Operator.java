package io.falconer.condition;

import java.util.Optional;

/** The comparison operators except {@code exists}, which has no right side. {@code ==} is read as {@link #EQ}. */
public enum Operator {
    EQ("="),
    NE("!="),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">="),
    CONTAINS("contains"),
    ICONTAINS("icontains"),
    BCONTAINS("bcontains"),
    STARTSWITH("startswith"),
    BSTARTSWITH("bstartswith"),
    ENDSWITH("endswith"),
    GLOB("glob"),
    IGLOB("iglob"),
    REGEX("regex"),
    IN("in"),
    INTERSECTS("intersects"),
    PMATCH("pmatch");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** The spelling in conditions. */
    public String symbol() {
        return symbol;
    }

    /** The operator with the spelling {@code symbol}, including {@code ==}. */
    public static Optional<Operator> of(String symbol) {
        for (Operator operator : values()) {
            if (operator.symbol.equals(symbol)) {
                return Optional.of(operator);
            }
        }
        return symbol.equals("==") ? Optional.of(EQ) : Optional.empty();
    }

    /** Whether {@code oneof} or {@code anyof} may follow it. */
    boolean takesModifier() {
        return switch (this) {
            case EQ, NE, CONTAINS, ICONTAINS, BCONTAINS, STARTSWITH, BSTARTSWITH, ENDSWITH, GLOB, IGLOB, REGEX -> true;
            case LT, LE, GT, GE, IN, INTERSECTS, PMATCH -> false;
        };
    }

    /** Whether the right side is a list: in, intersects, pmatch. */
    public boolean takesList() {
        return this == IN || this == INTERSECTS || this == PMATCH;
    }
}
