package io.falconer.event.reader;

/**
 * How far an input was read.
 *
 * @param line the number of the next line
 * @param consumed the bytes before it
 * @param rescanned the bytes that were looked at again because what they stood in was broken
 */
public record ReadPosition(int line, long consumed, long rescanned) {
    /** Before the first byte. */
    public static final ReadPosition BEGINNING = new ReadPosition(1, 0, 0);

    /** The position so many lines and bytes on. */
    public ReadPosition plus(int lines, long bytes) {
        return new ReadPosition(line + lines, consumed + bytes, rescanned);
    }
}
