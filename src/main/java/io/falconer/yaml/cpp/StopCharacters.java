package io.falconer.yaml.cpp;

/** The characters at which something may end or change, so that the characters between them are read at once. */
final class StopCharacters {
    /** The characters that end a line, or count as a line end. */
    static final StopCharacters LINE = new StopCharacters("\n\r\0");

    private final boolean[] passed = new boolean[0x80];

    StopCharacters(String characters) {
        for (char c = 0; c < passed.length; c++) {
            passed[c] = characters.indexOf(c) < 0;
        }
    }

    /** Whether the character is none of these, and ASCII. */
    boolean isPassed(char c) {
        return c < passed.length && passed[c];
    }
}
