package io.falconer.event.pipeline;

import io.falconer.event.DocumentPaths;
import io.falconer.event.Event;
import io.falconer.event.json.Projection;
import io.falconer.event.reader.EventNumbers;
import io.falconer.event.reader.EventReader;
import io.falconer.event.reader.ReadPosition;
import io.falconer.event.reader.SkipCount;
import io.falconer.event.reader.Skips;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads events as an {@link EventReader} does, with the same numbers, origins and skips, and has them judged on several
 * threads, including the caller's, which receives the results in the order of the input. Memory is bounded by the largest
 * document and the number of threads, never by the length of the input.
 *
 * <p>Only the requested parts of audit events are kept. Callers must not read the others.
 */
public final class EventPipeline implements AutoCloseable {
    /** Large enough to keep a thread busy for a millisecond, and small enough to stay in its cache. */
    private static final int CHUNK = 1 << 18;

    private final int threads;
    private final int chunk;
    private final ExecutorService workers;
    private final Projection wanted;
    private final SkipCount skips = new SkipCount();
    private EventNumbers numbers = EventNumbers.NONE;

    /**
     * A pipeline.
     *
     * @param threads how many threads parse and judge, including the caller's; at least two
     * @param reads the parts of audit events that are read when they are judged
     */
    public EventPipeline(int threads, DocumentPaths reads) {
        this(threads, reads, CHUNK);
    }

    EventPipeline(int threads, DocumentPaths reads, int chunk) {
        this.threads = Math.max(2, threads);
        this.chunk = chunk;
        this.workers = Executors.newFixedThreadPool(this.threads - 1, EventPipeline::worker);
        this.wanted = documents(reads);
    }

    /**
     * Reads a stream to its end; it is not closed.
     *
     * @param path its name in origins
     * @param live whether reading may have to wait for a writer. Then a separate thread waits, so that what was read is judged
     *     at once and the caller can be interrupted
     * @param judge evaluates an event; several threads call it
     * @param results receives the results of the events, in their order, on the calling thread
     * @throws IOException if it can not be read, or is compressed and damaged; the events before that were judged
     * @throws InterruptedException if the calling thread is interrupted; what was judged until then was passed on
     */
    public <R> void read(
            String path,
            InputStream in,
            boolean live,
            Function<? super Event, Optional<R>> judge,
            Consumer<? super EventResults<R>> results)
            throws IOException, InterruptedException {
        try (ChunkSource source = new ChunkSource(in, live, chunk)) {
            ResumePoint start = new ResumePoint(ReadPosition.BEGINNING, numbers);
            Consumer<InputPart<R>> parts = part -> {
                numbers = part.after().numbers();
                part.batch().count(path, part.before().position().line(), skips);
                results.accept(new EventResults<>(part.batch().size(), part.results()));
            };
            PartQueue<R> queue = new PartQueue<>(workers, 2 * threads + 2);
            new InputRun<>(path, source, wanted, queue, judge, parts, start).read();
            if (source.failure().isPresent()) {
                switch (source.failure().get()) {
                    case IOException problem -> throw problem;
                    case Throwable problem -> throw PartQueue.unexpected(problem);
                }
            }
        }
    }

    /** What was skipped so far. */
    public Skips skips() {
        return skips.soFar();
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "falconer-worker");
        thread.setDaemon(true);
        return thread;
    }

    /** What to keep of documents: the requested parts of events, and the keys that identify events and lists of events. */
    private static Projection documents(DocumentPaths reads) {
        DocumentPaths event = reads.and(DocumentPaths.of("kind")).and(DocumentPaths.of("stageTimestamp"));
        return event.and(event.under("items"))
                .and(DocumentPaths.of("logEvents"))
                .and(DocumentPaths.of("events"))
                .and(DocumentPaths.of("records"))
                .projection();
    }
}
