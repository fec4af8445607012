package io.falconer.event.json;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A key to look up, prepared for comparison with the bytes of documents. */
public final class Key {
    private final byte[] bytes;
    private final long head;
    private final int hash;

    private Key(byte[] bytes) {
        this.bytes = bytes;
        this.head = Bytes.head(bytes, 0, bytes.length);
        this.hash = hash(head, bytes.length);
    }

    public static Key of(String text) {
        return new Key(text.getBytes(UTF_8));
    }

    byte[] bytes() {
        return bytes;
    }

    /** Whether the text at {@code start} equals it in length and content, without escapes. */
    boolean isWritten(byte[] text, int start, int length) {
        return bytes.length == length && head == Bytes.head(text, start, length) && goesOnAs(text, start);
    }

    /** Whether the text at {@code start} equals it, if its length and its head do. */
    boolean goesOnAs(byte[] text, int start) {
        for (int i = Long.BYTES; i < bytes.length; i++) {
            if (bytes[i] != text[start + i]) {
                return false;
            }
        }
        return true;
    }

    int length() {
        return bytes.length;
    }

    long head() {
        return head;
    }

    int hash() {
        return hash;
    }

    /** The hash of a key with this {@link Bytes#head} and length. */
    static int hash(long head, int length) {
        return (int) (((head + length) * 0x9E3779B97F4A7C15L)
                >>> 32); // the golden ratio spreads keys that start with the same bytes
    }

    @Override
    public String toString() {
        return new String(bytes, UTF_8);
    }
}
