package io.falconer.event.pipeline;

import java.io.IOException;
import java.util.Optional;

/** Reads chunks when they are asked for: from files, which have everything ready. */
final class ReadOnDemand implements ChunkSupply {
    private final Chunker chunks;
    private Optional<Throwable> failure = Optional.empty();

    ReadOnDemand(Chunker chunks) {
        this.chunks = chunks;
    }

    @Override
    public Optional<Chunk> next() throws InterruptedException {
        if (Thread.interrupted()) { // a document may be longer than anybody wants to wait
            throw new InterruptedException();
        }
        try {
            return chunks.next();
        } catch (IOException | RuntimeException e) {
            failure = Optional.of(e); // to be told when what was read before is judged
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
