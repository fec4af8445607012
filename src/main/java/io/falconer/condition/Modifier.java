package io.falconer.condition;

/** How many elements of the right side must satisfy a string operator (Falco 0.44). */
public enum Modifier {
    ONEOF("oneof"),
    ANYOF("anyof"),
    ALLOF("allof");

    private final String symbol;

    Modifier(String symbol) {
        this.symbol = symbol;
    }

    /** The spelling in conditions. */
    public String symbol() {
        return symbol;
    }
}
