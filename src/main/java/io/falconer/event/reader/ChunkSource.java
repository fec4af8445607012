package io.falconer.event.reader;

import io.falconer.text.Gunzip;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * Reads an input on a thread of its own, a few chunks ahead. Chunks end where a line ends, unless that is too long, and
 * whatever a live stream has to give at a time is passed on at once. What gzip packed is unpacked.
 */
final class ChunkSource implements AutoCloseable {
    private static final int AHEAD = 4;

    private final InputStream in;
    private final int size;
    private final Thread reader = new Thread(this::run, "falconer-reader");
    private final BlockingQueue<Optional<Chunk>> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(AHEAD);
    private final Deque<Chunk> back = new ArrayDeque<>();
    private volatile Optional<Throwable> failure = Optional.empty();
    private boolean ended;

    /**
     * Begins to read {@code in}, which is not closed.
     *
     * @param size the bytes of a chunk
     */
    ChunkSource(InputStream in, int size) {
        this.in = in;
        this.size = size;
        reader.setDaemon(true); // a read of standard input cannot be broken off
        reader.start();
    }

    /** The next chunk, for which this may have to wait; empty at the end of what can be read. */
    Optional<Chunk> next() throws InterruptedException {
        if (!back.isEmpty()) {
            return Optional.of(back.remove());
        }
        if (ended) {
            return Optional.empty();
        }
        Optional<Chunk> next = queue.take();
        room.release();
        ended = next.isEmpty();
        return next;
    }

    /** Whether {@link #next()} would answer at once. */
    boolean isReady() {
        return ended || !back.isEmpty() || !queue.isEmpty();
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
        return failure;
    }

    @Override
    public void close() {
        reader.interrupt();
    }

    private void run() {
        try {
            read();
        } catch (InterruptedException e) {
            return;
        } catch (IOException | RuntimeException | Error e) { // whatever it is, nobody may wait for more
            failure = Optional.of(e);
        }
        queue.add(Optional.empty());
    }

    private void read() throws IOException, InterruptedException {
        InputStream unpacked = Gunzip.ifNeeded(in);
        byte[] bytes = new byte[size];
        int filled = 0;
        int line = 0; // where the last line begins
        while (true) {
            int count = unpacked.read(bytes, filled, bytes.length - filled);
            int end = filled + Math.max(0, count);
            line = lastLine(bytes, filled, end, line);
            filled = end;
            boolean full = filled == bytes.length;
            if (count < 0) {
                if (filled > 0) {
                    pass(new Chunk(bytes, filled, true));
                }
                return;
            }
            if (full || (line > 0 && unpacked.available() == 0)) {
                int length = line > 0 ? line : filled;
                pass(new Chunk(bytes, length, line > 0));
                bytes = rest(bytes, length, filled);
                filled -= length;
                line = 0;
            }
        }
    }

    private void pass(Chunk chunk) throws InterruptedException {
        room.acquire();
        queue.add(Optional.of(chunk));
    }

    private byte[] rest(byte[] bytes, int from, int to) {
        byte[] rest = new byte[size];
        System.arraycopy(bytes, from, rest, 0, to - from);
        return rest;
    }

    private static int lastLine(byte[] bytes, int from, int to, int known) {
        for (int i = to; i > from; i--) {
            if (bytes[i - 1] == '\n') {
                return i;
            }
        }
        return known;
    }
}
