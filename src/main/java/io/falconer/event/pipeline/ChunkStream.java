package io.falconer.event.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;

/** Turns chunks into a stream again. A read returns nothing beyond its chunk. */
final class ChunkStream extends InputStream {
    private final ChunkSource source;
    private final BeforeWaiting beforeWaiting;
    private Chunk chunk = new Chunk(new byte[0], 0, true);
    private int at;

    /** Runs before a read waits for the writer of the input. */
    @FunctionalInterface
    interface BeforeWaiting {
        void run() throws InterruptedException;
    }

    ChunkStream(ChunkSource source, BeforeWaiting beforeWaiting) {
        this.source = source;
        this.beforeWaiting = beforeWaiting;
    }

    /** Whether everything read so far consists of whole chunks, of which the last ends with a line. */
    boolean isBetweenChunks() {
        return at == chunk.length() && chunk.ends();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (at == chunk.length()) {
            Optional<Chunk> next = next();
            if (next.isEmpty()) {
                return -1;
            }
            chunk = next.get();
            at = 0;
        }
        int count = Math.min(length, chunk.length() - at);
        System.arraycopy(chunk.bytes(), at, into, offset, count);
        at += count;
        return count;
    }

    private Optional<Chunk> next() throws IOException {
        try {
            if (!source.isReady()) {
                beforeWaiting.run();
            }
            Optional<Chunk> next = source.next();
            if (next.isEmpty()
                    && source.failure().isPresent()
                    && source.failure().get() instanceof IOException problem) {
                throw problem;
            }
            return next;
        } catch (InterruptedException e) {
            throw (InterruptedIOException) new InterruptedIOException().initCause(e);
        }
    }
}
