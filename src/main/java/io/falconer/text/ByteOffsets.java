package io.falconer.text;

/** The places of a text's characters in its bytes, as {@link ByteText} encodes them. */
public final class ByteOffsets {
    private static final int STEP = 1 << 10;

    private final String text;

    /** The byte at which every {@link #STEP}th UTF-16 unit starts; empty if all are ASCII. */
    private final int[] steps;

    private ByteOffsets(String text, int[] steps) {
        this.text = text;
        this.steps = steps;
    }

    /** The offsets of a text. This takes time in proportion to its length. */
    public static ByteOffsets of(String text) {
        if (isAscii(text)) {
            return new ByteOffsets(text, new int[0]);
        }
        int[] steps = new int[text.length() / STEP + 1];
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i % STEP == 0) {
                steps[i / STEP] = bytes;
            }
            bytes += width(text, i);
        }
        if (text.length() % STEP == 0) {
            steps[text.length() / STEP] = bytes;
        }
        return new ByteOffsets(text, steps);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The number of UTF-8 bytes of the UTF-16 unit at {@code at}: two, half of four, if it is half of a pair. */
    public static int width(String text, int at) {
        char c = text.charAt(at);
        if (c < 0x80) {
            return 1;
        }
        if (c < 0x800) {
            return 2;
        }
        if (!Character.isSurrogate(c)) {
            return 3;
        }
        boolean paired = Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        return paired ? 2 : ByteText.isByte(c) ? 1 : 3;
    }

    /** The byte at which the UTF-16 unit {@code offset} starts. After the end, the byte of the end. */
    public int at(int offset) {
        int clipped = Math.min(offset, text.length());
        if (steps.length == 0) {
            return clipped;
        }
        int step = clipped / STEP;
        int bytes = steps[step];
        for (int i = step * STEP; i < clipped; i++) {
            bytes += width(text, i);
        }
        return bytes;
    }
}
