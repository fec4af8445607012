package io.falconer.fuzz;

import io.falconer.text.ByteText;

/** A pattern, and a value that it may match: the first line of an input, and the rest. Neither has a NUL, as in Falco. */
record PatternAndValue(String pattern, String value) {
    static PatternAndValue of(byte[] input) {
        String[] parts = ByteText.decode(input).replace("\0", "").split("\n", 2);
        return new PatternAndValue(parts[0], parts.length > 1 ? parts[1] : "");
    }
}
