package io.falconer.event.pipeline;

import java.io.IOException;
import java.util.Optional;

/** Reads chunks when they are requested, from files, which never have to wait. */
final class ReadOnDemand implements ChunkSupply {
    private final Chunker chunks;
    private Optional<Throwable> failure = Optional.empty();

    ReadOnDemand(Chunker chunks) {
        this.chunks = chunks;
    }

    @Override
    public Optional<Chunk> next() throws InterruptedException {
        if (Thread.interrupted()) { // reading a document may take too long to wait for its end
            throw new InterruptedException();
        }
        try {
            return chunks.next();
        } catch (IOException | RuntimeException e) {
            failure = Optional.of(e); // reported when what was read before is judged
            return Optional.empty();
        }
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public Optional<Throwable> failure() {
        return failure;
    }

    @Override
    public void close() {
        // nothing was opened
    }
}
