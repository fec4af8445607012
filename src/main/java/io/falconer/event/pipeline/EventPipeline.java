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
 * Reads events as an {@link EventReader} does, with the same numbers, origins and skips, and has them judged, on several
 * threads: the caller's among them, which gets what came of it in the order of the input. Memory is bounded by the largest
 * document and the number of threads, never by the length of the input.
 *
 * <p>Of audit events only those parts are kept that are wanted; they must not be asked for others.
 */
public final class EventPipeline implements AutoCloseable {
    /** Large enough to keep a thread busy for a millisecond, small enough to stay in its cache. */
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
     * @param threads how many parse and judge, the caller's included; there are two at the least
     * @param reads the parts of audit events that are looked at when they are judged
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
     * @param path what to call it in origins
     * @param live whether reading may have to wait for whoever writes it. A thread of its own then waits, so that what was
     *     read is judged at once and the caller can be interrupted
     * @param judge what to make of an event; is called by several threads
     * @param results is given what came of the events, in their order, by the calling thread
     * @throws IOException if it can not be read, or is compressed and damaged; the events before that were judged
     * @throws InterruptedException if the calling thread is interrupted; what was judged until then was given
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

    /** What is kept of documents: of events what is wanted and what makes them events, and by what lists of them are known. */
    private static Projection documents(DocumentPaths reads) {
        DocumentPaths event = reads.and(DocumentPaths.of("kind")).and(DocumentPaths.of("stageTimestamp"));
        return event.and(event.under("items"))
                .and(DocumentPaths.of("logEvents"))
                .and(DocumentPaths.of("events"))
                .and(DocumentPaths.of("records"))
                .projection();
    }
}
