package io.falconer.event.json;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A key to look up, ready to be compared with the bytes of documents. */
public final class Key {
    private final byte[] bytes;

    private Key(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Key of(String text) {
        return new Key(text.getBytes(UTF_8));
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return new String(bytes, UTF_8);
    }
}
