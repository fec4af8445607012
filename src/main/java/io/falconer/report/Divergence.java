package io.falconer.report;

import java.util.Optional;

/**
 * Where two long, similar texts differ: the words between their common beginning and their common end.
 *
 * @param at the first character that differs, counted from 1
 */
record Divergence(int at, String expected, String actual) {
    private static final int LONG = 20;

    /** The differing words; empty if the texts are short, or have less than half in common. */
    static Optional<Divergence> of(String expected, String actual) {
        int shorter = Math.min(expected.length(), actual.length());
        int start = 0;
        while (start < shorter && expected.charAt(start) == actual.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && expected.charAt(expected.length() - 1 - end) == actual.charAt(actual.length() - 1 - end)) {
            end++;
        }
        int longer = Math.max(expected.length(), actual.length());
        if (longer < LONG || (start + end) * 2 < longer) {
            return Optional.empty();
        }
        while (start > 0 && isPartOfWord(expected.charAt(start - 1))) {
            start--;
        }
        while (end > 0 && isPartOfWord(expected.charAt(expected.length() - end))) {
            end--;
        }
        return Optional.of(new Divergence(
                start + 1,
                expected.substring(start, expected.length() - end),
                actual.substring(start, actual.length() - end)));
    }

    private static boolean isPartOfWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || "-_./:".indexOf(c) >= 0;
    }
}
