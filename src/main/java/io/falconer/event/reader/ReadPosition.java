package io.falconer.event.reader;

/**
 * How far an input was read.
 *
 * @param line the number of the next line
 * @param consumed the number of bytes before it
 * @param rescanned the number of bytes that were read again because they belonged to a broken document
 */
public record ReadPosition(int line, long consumed, long rescanned) {
    /** Before the first byte. */
    public static final ReadPosition BEGINNING = new ReadPosition(1, 0, 0);

    /** The position this many lines and bytes later. */
    public ReadPosition plus(int lines, long bytes) {
        return new ReadPosition(line + lines, consumed + bytes, rescanned);
    }
}
