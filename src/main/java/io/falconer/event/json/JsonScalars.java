package io.falconer.event.json;

/** The ends of numbers and words as fastjson finds them. */
final class JsonScalars {
    private JsonScalars() {}

    /** The end of the number or word at {@code at}, or -1 if there is none. */
    static int end(byte[] bytes, int at, int limit) {
        return switch (bytes[at]) {
            case 't' -> word("true", bytes, at, limit);
            case 'f' -> word("false", bytes, at, limit);
            case 'n' -> {
                int end = word("null", bytes, at, limit);
                yield end >= 0 ? end : foldedWord("nan", bytes, at, limit);
            }
            default -> number(bytes, at, limit);
        };
    }

    /** Any run of digits, signs, points and exponent letters is a number, and so are Inf and NaN with at most one sign. */
    private static int number(byte[] bytes, int at, int limit) {
        int i = at;
        while (i < limit && isNumberByte(bytes[i])) {
            i++;
        }
        boolean mayBeWord = i == at || (i == at + 1 && (bytes[at] == '-' || bytes[at] == '+'));
        if (i == limit || !mayBeWord) {
            return i;
        }
        int end = foldedWord("inf", bytes, i, limit);
        return end >= 0 ? end : foldedWord("nan", bytes, i, limit);
    }

    private static boolean isNumberByte(byte b) {
        return (b >= '0' && b <= '9') || b == '.' || b == '-' || b == 'e' || b == 'E' || b == '+';
    }

    private static int word(String word, byte[] bytes, int at, int limit) {
        if (limit - at < word.length()) {
            return -1;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[at + i] != word.charAt(i)) {
                return -1;
            }
        }
        return at + word.length();
    }

    private static int foldedWord(String lowerCase, byte[] bytes, int at, int limit) {
        if (limit - at < lowerCase.length()) {
            return -1;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if ((bytes[at + i] | 0x20) != lowerCase.charAt(i)) {
                return -1;
            }
        }
        return at + lowerCase.length();
    }
}
