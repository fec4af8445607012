package io.falconer.event.pipeline;

/** A piece of an input. Its bytes never change. */
final class Chunk {
    private final byte[] bytes;
    private final int length;
    private final boolean ends;

    /**
     * A chunk.
     *
     * @param length the number of valid bytes
     * @param ends whether its end is the end of a line or of the input
     */
    Chunk(byte[] bytes, int length, boolean ends) {
        this.bytes = bytes;
        this.length = length;
        this.ends = ends;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    boolean ends() {
        return ends;
    }
}
