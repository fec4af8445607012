package io.falconer.event.pipeline;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;

/** The chunks of an input, some of which may be given back to be read again. */
final class ChunkSource implements AutoCloseable {
    private final ChunkSupply supply;
    private final Deque<Chunk> back = new ArrayDeque<>();
    private boolean ended;

    /**
     * Chunks of {@code in}, which is not closed.
     *
     * @param live whether reading may have to wait for whoever writes it
     * @param size the bytes of a chunk
     */
    ChunkSource(InputStream in, boolean live, int size) {
        Chunker chunks = new Chunker(in, size);
        this.supply = live ? new ReadAhead(chunks) : new ReadOnDemand(chunks);
    }

    /** The next chunk, for which this may have to wait; empty at the end of what can be read. */
    Optional<Chunk> next() throws InterruptedException {
        if (!back.isEmpty()) {
            return Optional.of(back.remove());
        }
        Optional<Chunk> next = ended ? Optional.empty() : supply.next();
        ended = next.isEmpty();
        return next;
    }

    /** Whether {@link #next()} would not wait for whoever writes the input. */
    boolean isReady() {
        return ended || !back.isEmpty() || supply.isReady();
    }

    /** Gives back chunks that come before all that are still to come. */
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
