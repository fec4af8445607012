package io.falconer.condition;

/** The field transformers of section 2.3 except {@code val}, which only marks a field on the right side. */
public enum Transformer {
    TOLOWER("tolower"),
    TOUPPER("toupper"),
    B64("b64"),
    BASENAME("basename"),
    LEN("len"),
    JOIN("join"),
    CONCAT("concat"),
    GETOPT("getopt");

    private final String symbol;
    private final String opening;

    Transformer(String symbol) {
        this.symbol = symbol;
        this.opening = symbol + "(";
    }

    /** The spelling in conditions. */
    public String symbol() {
        return symbol;
    }

    /** The name with the parenthesis that must follow it immediately. */
    String opening() {
        return opening;
    }
}
