package io.falconer.event.pipeline;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;

/** The chunks of an input. A caller may return chunks to read them again. */
final class ChunkSource implements AutoCloseable {
    private final ChunkSupply supply;
    private final Deque<Chunk> back = new ArrayDeque<>();
    private boolean ended;

    /**
     * Chunks of {@code in}, which is not closed.
     *
     * @param live whether reading may have to wait for a writer
     * @param size the number of bytes in a chunk
     */
    ChunkSource(InputStream in, boolean live, int size) {
        Chunker chunks = new Chunker(in, size);
        this.supply = live ? new ReadAhead(chunks) : new ReadOnDemand(chunks);
    }

    /** The next chunk; this may wait for it. Empty at the end of what can be read. */
    Optional<Chunk> next() throws InterruptedException {
        if (!back.isEmpty()) {
            return Optional.of(back.remove());
        }
        Optional<Chunk> next = ended ? Optional.empty() : supply.next();
        ended = next.isEmpty();
        return next;
    }

    /** Whether {@link #next()} would not wait for the writer of the input. */
    boolean isReady() {
        return ended || !back.isEmpty() || supply.isReady();
    }

    /** Returns chunks, which are read again before all others. */
    void giveBack(Collection<Chunk> chunks) {
        Deque<Chunk> later = new ArrayDeque<>(back);
        back.clear();
        back.addAll(chunks);
        back.addAll(later);
    }

    /** Why reading ended before the end of the input, if it did. */
    Optional<Throwable> failure() {
        return supply.failure();
    }

    @Override
    public void close() {
        supply.close();
    }
}
