package io.falconer.event.pipeline;

import io.falconer.event.Event;
import io.falconer.event.reader.Batch;
import io.falconer.event.reader.DocumentReader;
import io.falconer.event.reader.EventReader;
import io.falconer.event.reader.ReadPosition;
import io.falconer.event.reader.StreamItem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads document by document on this thread, and has the documents judged on all threads, until a chunk ends with a document.
 * Before it waits for the writer of a live input, everything read so far is judged and passed on.
 */
final class DocumentRun<R> {
    /** How much is passed to other threads at a time. */
    private static final int DOCUMENTS = 64;

    /** The number of events judged at a time, because a list may contain many, each with its alerts. */
    private static final int EVENTS = 1000;

    /** The number of bytes of documents after which no others are read until these are judged, to limit memory. */
    private static final long LARGE = 1 << 20;

    private final String path;
    private final ChunkSource source;
    private final PartQueue<R> queue;
    private final Function<? super Event, Optional<R>> judge;
    private final Consumer<? super InputPart<R>> parts;
    private final ChunkStream stream;
    private final DocumentReader documents;
    private Batch batch = new Batch();
    private int inBatch;
    private ResumePoint begin;

    /**
     * A run.
     *
     * @param queue an empty queue
     * @param parts receives what was judged, in order
     * @param start where the first document starts
     */
    DocumentRun(
            String path,
            ChunkSource source,
            PartQueue<R> queue,
            Function<? super Event, Optional<R>> judge,
            Consumer<? super InputPart<R>> parts,
            ResumePoint start) {
        this.path = path;
        this.source = source;
        this.queue = queue;
        this.judge = judge;
        this.parts = parts;
        this.stream = new ChunkStream(source, this::passOn);
        this.documents = new DocumentReader(stream, EventReader.MAX_DOCUMENT, start.position());
        this.begin = start;
    }

    /**
     * Reads.
     *
     * @throws IOException if the rest of the input cannot be read; what came before was passed on
     */
    void read() throws IOException, InterruptedException {
        try {
            boolean more = true;
            while (more) {
                Optional<StreamItem> found = documents.next();
                found.ifPresent(this::add);
                more = found.isPresent() && !(documents.isDrained() && stream.isBetweenChunks());
                boolean large = bytes() > LARGE;
                if (large || inBatch == DOCUMENTS) {
                    handOver(large);
                }
            }
        } catch (InterruptedIOException e) {
            Thread.interrupted();
            throw (InterruptedException) new InterruptedException().initCause(e);
        } catch (IOException e) {
            passOn();
            throw e;
        }
        passOn();
    }

    private void add(StreamItem found) {
        batch.add(found, begin.position().line());
        inBatch++;
    }

    private long bytes() {
        return documents.position().consumed() - begin.position().consumed();
    }

    /** Has the batch judged. If it is large, waits for it and everything before it. */
    private void handOver(boolean large) throws InterruptedException {
        ResumePoint from = begin;
        ReadPosition to = documents.position();
        for (Batch slice : batch.slices(EVENTS)) {
            while (queue.isFull()) {
                parts.accept(queue.take());
            }
            queue.add(() -> Optional.of(InputPart.of(path, from, to, slice, judge)));
        }
        begin = new ResumePoint(to, batch.after(from.numbers()));
        batch = new Batch();
        inBatch = 0;
        while (!queue.isEmpty() && (large || queue.isFull() || !source.isReady())) {
            parts.accept(queue.take());
        }
    }

    /** Has everything judged that was read, and passes on the results. */
    private void passOn() throws InterruptedException {
        handOver(true);
    }
}
