package io.falconer.event.json;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A key to look up, ready to be compared with the bytes of documents. */
public final class Key {
    private final byte[] bytes;
    private final long head;

    private Key(byte[] bytes) {
        this.bytes = bytes;
        this.head = Bytes.head(bytes, 0, bytes.length);
    }

    public static Key of(String text) {
        return new Key(text.getBytes(UTF_8));
    }

    byte[] bytes() {
        return bytes;
    }

    /** Whether it is what is written at {@code start}, as long as that and without escapes. */
    boolean isWritten(byte[] text, int start, int length) {
        return bytes.length == length && isWritten(text, start, length, Bytes.head(text, start, length));
    }

    /** The same where the {@link Bytes#head} of what is written is known. */
    boolean isWritten(byte[] text, int start, int length, long itsHead) {
        if (head != itsHead || bytes.length != length) {
            return false;
        }
        for (int i = Long.BYTES; i < length; i++) {
            if (bytes[i] != text[start + i]) {
                return false;
            }
        }
        return true;
    }

    long head() {
        return head;
    }

    @Override
    public String toString() {
        return new String(bytes, UTF_8);
    }
}
