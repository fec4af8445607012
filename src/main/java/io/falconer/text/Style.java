package io.falconer.text;

/** Terminal colours, or none. Apart from ANSI sequences, the text is the same. */
public enum Style {
    PLAIN,
    COLOUR;

    public String red(String text) {
        return wrap("31", text);
    }

    public String green(String text) {
        return wrap("32", text);
    }

    public String yellow(String text) {
        return wrap("33", text);
    }

    public String cyan(String text) {
        return wrap("36", text);
    }

    public String bold(String text) {
        return wrap("1", text);
    }

    public String dim(String text) {
        return wrap("2", text);
    }

    private String wrap(String sequence, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001B[" + sequence + "m" + text + "\u001B[0m";
    }
}
