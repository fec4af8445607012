package io.falconer.condition;

import java.util.Set;

/**
 * The character classes of the grammar, and where runs of them end. Only ASCII letters and digits count as letters and digits.
 */
final class Characters {
    private static final Set<String> KEYWORDS = Set.of("and", "or", "not");

    private Characters() {}

    /** What separates tokens: space, tab, backspace, CR, LF. */
    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\b';
    }

    /** The POSIX class {@code [:space:]}. */
    static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** The characters of a bare value. */
    static boolean isBare(char c) {
        return c != '(' && c != ')' && c != '"' && c != '\'' && c != '=' && c != ',' && !isSpace(c);
    }

    /** The characters of a bare field argument. */
    static boolean isBareArgument(char c) {
        return c != '[' && c != ']' && c != '"' && c != '\'' && !isSpace(c);
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isHexDigit(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    /** The end of the identifier at {@code start}; {@code start} itself if there is none. */
    static int identifierEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isIdentifierPart(text.charAt(end), end > start)) {
            end++;
        }
        return end;
    }

    /** Whether the whole {@code text} is an identifier. */
    static boolean isIdentifier(String text) {
        return !text.isEmpty() && identifierEnd(text, 0) == text.length();
    }

    /** Whether there is a word at {@code start} that joins or negates conditions. */
    static boolean isKeyword(String text, int start) {
        return KEYWORDS.contains(text.substring(start, wordEnd(text, start)));
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && (isLetter(text.charAt(end)) || isDigit(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    /** Whether the whole {@code text} is the name of a field: identifiers with dots between them, at least two. */
    static boolean isFieldName(String text) {
        int start = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', start)) {
            if (!isIdentifier(text.substring(start, dot))) {
                return false;
            }
            start = dot + 1;
        }
        return start > 0 && isIdentifier(text.substring(start));
    }

    private static boolean isIdentifierPart(char c, boolean inside) {
        return isLetter(c) || (inside && (isDigit(c) || c == '_'));
    }

    /** The end of the number at {@code start}; {@code start} itself if there is none. */
    static int numberEnd(String text, int start) {
        if (text.startsWith("0x", start) || text.startsWith("0X", start)) {
            int end = start + 2;
            while (end < text.length() && isHexDigit(text.charAt(end))) {
                end++;
            }
            if (end > start + 2) {
                return end;
            }
        }
        return decimalEnd(text, start);
    }

    private static int decimalEnd(String text, int start) {
        int end = digitsEnd(text, isOneOf(text, start, '+', '-') ? start + 1 : start);
        if (end == start || !isDigit(text.charAt(end - 1))) {
            return start;
        }
        if (isOneOf(text, end, '.', '.')) {
            end = digitsEnd(text, end + 1);
        }
        // An exponent counts only if it has a sign.
        if (isOneOf(text, end, 'e', 'E') && isOneOf(text, end + 1, '+', '-')) {
            int exponent = digitsEnd(text, end + 2);
            return exponent > end + 2 ? exponent : end;
        }
        return end;
    }

    private static int digitsEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOneOf(String text, int at, char one, char other) {
        return at < text.length() && (text.charAt(at) == one || text.charAt(at) == other);
    }

    /** The end of the quoted string at {@code start}; {@code start} itself if none starts there or it is not closed. */
    static int quotedEnd(String text, int start) {
        if (!isOneOf(text, start, '"', '\'')) {
            return start;
        }
        char quote = text.charAt(start);
        for (int i = start + 1; i < text.length() && text.charAt(i) != '\0'; i++) {
            if (text.charAt(i) == quote && text.charAt(i - 1) != '\\') {
                return i + 1;
            }
        }
        return start;
    }
}
