package io.falconer.event.reader;

/**
 * How far an input was read.
 *
 * @param line the number of the next line
 * @param consumed the bytes before it
 * @param rescanned the bytes that were looked at again because what they stood in was broken
 */
public record Place(int line, long consumed, long rescanned) {
    /** Before the first byte. */
    public static final Place BEGINNING = new Place(1, 0, 0);

    /** The place so many lines and bytes on. */
    public Place plus(int lines, long bytes) {
        return new Place(line + lines, consumed + bytes, rescanned);
    }
}
