package io.falconer.suite;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place in a patched event, written as a JSON Pointer (RFC 6901): keys of objects and indexes of arrays; empty for the whole
 * event.
 */
record PatchPath(List<String> tokens) {
    /** The token for the place after the last element of an array. */
    private static final String END = "-";

    private static final int LONGEST_INDEX = 9;

    PatchPath {
        tokens = List.copyOf(tokens);
    }

    /** The pointer that {@code text} spells; empty if it is not a pointer. */
    static Optional<PatchPath> of(String text) {
        if (text.isEmpty()) {
            return Optional.of(new PatchPath(List.of()));
        }
        if (!text.startsWith("/") || hasLoneTilde(text)) {
            return Optional.empty();
        }
        return Optional.of(new PatchPath(Stream.of(text.substring(1).split("/", -1))
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList()));
    }

    private static boolean hasLoneTilde(String text) {
        for (int i = text.indexOf('~'); i >= 0; i = text.indexOf('~', i + 1)) {
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (next != '0' && next != '1') {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code other} is within the target of this pointer, and is a different place. */
    boolean contains(PatchPath other) {
        return tokens.size() < other.tokens.size() && tokens.equals(other.tokens.subList(0, tokens.size()));
    }

    /**
     * The element of an array that a token names, from 0 to {@code size}; -1 if it does not name one.
     *
     * @param size the number of elements; also the index for {@code -}
     */
    static int index(String token, int size) {
        if (token.equals(END)) {
            return size;
        }
        boolean number = !token.isEmpty()
                && token.length() <= LONGEST_INDEX
                && token.chars().allMatch(c -> c >= '0' && c <= '9')
                && (token.length() == 1 || token.charAt(0) != '0');
        int index = number ? Integer.parseInt(token) : -1;
        return index <= size ? index : -1;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> text.append('/').append(token.replace("~", "~0").replace("/", "~1")));
        return text.toString();
    }
}
