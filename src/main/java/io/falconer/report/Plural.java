package io.falconer.report;

/** Numbers of things in words. */
public final class Plural {
    private Plural() {}

    /** {@code 1 rule}, {@code 2 rules}. */
    public static String of(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
