package io.falconer.engine;

/**
 * Searches for a part in texts regardless of the case of ASCII letters, in linear time (Knuth, Morris and Pratt's
 * method) and without allocating.
 */
final class FoldedSearch {
    private final String part;
    private final int[] borders;

    FoldedSearch(String part) {
        this.part = Ascii.lower(part);
        this.borders = borders(this.part);
    }

    boolean in(String text) {
        int matched = 0;
        if (part.isEmpty()) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = Ascii.lower(text.charAt(i));
            while (matched > 0 && part.charAt(matched) != c) {
                matched = borders[matched - 1];
            }
            if (part.charAt(matched) == c && ++matched == part.length()) {
                return true;
            }
        }
        return false;
    }

    /** For each prefix, the length of its longest proper prefix that is also its suffix. */
    private static int[] borders(String part) {
        int[] borders = new int[part.length()];
        int length = 0;
        for (int i = 1; i < part.length(); i++) {
            while (length > 0 && part.charAt(i) != part.charAt(length)) {
                length = borders[length - 1];
            }
            if (part.charAt(i) == part.charAt(length)) {
                length++;
            }
            borders[i] = length;
        }
        return borders;
    }
}
