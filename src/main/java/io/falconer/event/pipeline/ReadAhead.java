package io.falconer.event.pipeline;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * Reads chunks on a separate thread, a few ahead, from streams that may have to wait for their writer, because such a read
 * cannot be interrupted.
 */
final class ReadAhead implements ChunkSupply {
    private static final int AHEAD = 4;

    private final Chunker chunks;
    private final Thread reader = new Thread(this::run, "falconer-reader");
    private final BlockingQueue<Optional<Chunk>> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(AHEAD);
    private volatile Optional<Throwable> failure = Optional.empty();

    /** Starts to read. */
    ReadAhead(Chunker chunks) {
        this.chunks = chunks;
        reader.setDaemon(true); // a read of standard input cannot be interrupted
        reader.start();
    }

    @Override
    public Optional<Chunk> next() throws InterruptedException {
        Optional<Chunk> next = queue.take();
        room.release();
        return next;
    }

    @Override
    public boolean isReady() {
        return !queue.isEmpty();
    }

    @Override
    public Optional<Throwable> failure() {
        return failure;
    }

    @Override
    public void close() {
        reader.interrupt();
    }

    private void run() {
        try {
            for (Optional<Chunk> chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) {
                room.acquire();
                queue.add(chunk);
            }
        } catch (InterruptedException e) {
            return;
        } catch (IOException | RuntimeException | Error e) { // whatever it is, no thread may wait any longer
            failure = Optional.of(e);
        }
        queue.add(Optional.empty());
    }
}
