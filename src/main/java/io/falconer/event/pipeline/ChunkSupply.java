package io.falconer.event.pipeline;

import java.util.Optional;

/** The chunks of an input, one after the other. */
sealed interface ChunkSupply extends AutoCloseable permits ReadAhead, ReadOnDemand {
    /** The next chunk; this may wait for it. Empty at the end of what can be read. */
    Optional<Chunk> next() throws InterruptedException;

    /** Whether {@link #next()} would not wait for the writer of the input. */
    boolean isReady();

    /** Why the end came before the end of the input, if it did. */
    Optional<Throwable> failure();

    @Override
    void close();
}
