package io.falconer.event.reader;

import io.falconer.event.Event;
import io.falconer.event.json.Projection;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads one input: chunk by chunk on all threads as long as each line is a document, and document by document on this one
 * where that is not so, until a chunk ends where a document does.
 */
final class InputRun<R> {
    /** What is handed over at a time where documents are read one by one. */
    private static final int DOCUMENTS = 64;

    /** Bytes of documents beyond which no others are read before they are judged, so that memory suffices. */
    private static final long LARGE = 1 << 20;

    private final String path;
    private final ChunkSource source;
    private final Projection wanted;
    private final PartQueue<R> queue;
    private final Function<? super Event, Optional<R>> judge;
    private final Consumer<? super Part<R>> parts;
    private Start reached;

    /**
     * A run.
     *
     * @param queue an empty one
     * @param parts is given what was judged, in order
     */
    InputRun(
            String path,
            ChunkSource source,
            Projection wanted,
            PartQueue<R> queue,
            Function<? super Event, Optional<R>> judge,
            Consumer<? super Part<R>> parts,
            Start start) {
        this.path = path;
        this.source = source;
        this.wanted = wanted;
        this.queue = queue;
        this.judge = judge;
        this.parts = parts;
        this.reached = start;
    }

    /** Reads to the end. */
    void read() throws IOException, InterruptedException {
        CompletableFuture<Optional<Start>> behind = CompletableFuture.completedFuture(Optional.of(reached));
        boolean first = true;
        while (true) {
            while (!queue.isFull() && (queue.isEmpty() || source.isReady())) {
                Optional<Chunk> chunk = source.next();
                if (chunk.isEmpty()) {
                    break;
                }
                CompletableFuture<Optional<Start>> after = new CompletableFuture<>();
                queue.add(chunk.get(), new ChunkTask<>(path, chunk.get(), first, wanted, judge, behind, after));
                behind = after;
                first = false;
            }
            if (queue.isEmpty()) {
                return;
            }
            if (!takeWhole()) {
                readDocuments();
                behind = CompletableFuture.completedFuture(Optional.of(reached));
            }
        }
    }

    /** Takes up the next part; if its chunk was not read to its end, gives back what is left of it and all behind it. */
    private boolean takeWhole() throws InterruptedException {
        Chunk chunk = queue.firstChunk();
        Place begin = reached.place();
        take();
        int read = Math.toIntExact(reached.place().consumed() - begin.consumed());
        if (read == chunk.length() && chunk.ends()) {
            return true;
        }
        List<Chunk> left = new ArrayList<>();
        if (read < chunk.length()) {
            byte[] rest = Arrays.copyOfRange(chunk.bytes(), read, chunk.length());
            left.add(new Chunk(rest, rest.length, chunk.ends()));
        }
        left.addAll(queue.giveUp());
        source.giveBack(left);
        return false;
    }

    private void readDocuments() throws IOException, InterruptedException {
        ChunkStream stream = new ChunkStream(source);
        DocumentReader documents = new DocumentReader(stream, EventReader.MAX_DOCUMENT, reached.place());
        Start start = reached;
        boolean more = true;
        while (more) {
            Batch batch = new Batch();
            Start before = start;
            more = fill(batch, documents, stream, before.place());
            Place end = documents.place();
            queue.add(() -> Optional.of(Part.of(path, before, end, batch, judge)));
            start = new Start(end, batch.after(before.numbers()));
            boolean large = end.consumed() - before.place().consumed() > LARGE;
            while (!queue.isEmpty() && (large || !more || queue.isFull() || !source.isReady())) {
                take();
            }
        }
    }

    /** Adds documents; false where a chunk ends with one of them, or the input. */
    private static boolean fill(Batch batch, DocumentReader documents, ChunkStream stream, Place begin)
            throws IOException, InterruptedException {
        for (int i = 0; i < DOCUMENTS && documents.place().consumed() - begin.consumed() < LARGE; i++) {
            Optional<Found> found = next(documents);
            if (found.isEmpty()) {
                return false;
            }
            batch.add(found.get(), begin.line());
            if (documents.isDrained() && stream.isBetweenChunks()) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Found> next(DocumentReader documents) throws IOException, InterruptedException {
        try {
            return documents.next();
        } catch (InterruptedIOException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        }
    }

    /** Waits for the next part and passes it on. */
    private void take() throws InterruptedException {
        Part<R> part = queue.take();
        reached = part.after();
        parts.accept(part);
    }
}
