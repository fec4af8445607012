package io.falconer.engine;

/** Folds only ASCII letters, as the C locale does. */
final class Ascii {
    private Ascii() {}

    static String lower(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (lower(text.charAt(i)) != text.charAt(i)) {
                StringBuilder folded = new StringBuilder(text);
                for (int j = i; j < text.length(); j++) {
                    folded.setCharAt(j, lower(text.charAt(j)));
                }
                return folded.toString();
            }
        }
        return text;
    }

    static String upper(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (upper(text.charAt(i)) != text.charAt(i)) {
                StringBuilder folded = new StringBuilder(text);
                for (int j = i; j < text.length(); j++) {
                    folded.setCharAt(j, upper(text.charAt(j)));
                }
                return folded.toString();
            }
        }
        return text;
    }

    static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    private static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - ('a' - 'A')) : c;
    }
}
