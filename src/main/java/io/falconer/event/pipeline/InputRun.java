package io.falconer.event.pipeline;

import io.falconer.event.Event;
import io.falconer.event.json.Projection;
import io.falconer.event.reader.ReadPosition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads one input: chunk by chunk on all threads as long as each line is a document, and otherwise document by document on this
 * thread, until a chunk ends with a document.
 */
final class InputRun<R> {
    private final String path;
    private final ChunkSource source;
    private final Projection wanted;
    private final PartQueue<R> queue;
    private final Function<? super Event, Optional<R>> judge;
    private final Consumer<? super InputPart<R>> parts;
    private ResumePoint reached;

    /**
     * A run.
     *
     * @param queue an empty queue
     * @param parts receives what was judged, in order
     */
    InputRun(
            String path,
            ChunkSource source,
            Projection wanted,
            PartQueue<R> queue,
            Function<? super Event, Optional<R>> judge,
            Consumer<? super InputPart<R>> parts,
            ResumePoint start) {
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
        CompletableFuture<Optional<ResumePoint>> behind = CompletableFuture.completedFuture(Optional.of(reached));
        boolean first = true;
        while (true) {
            while (!queue.isFull() && (queue.isEmpty() || source.isReady())) {
                Optional<Chunk> chunk = source.next();
                if (chunk.isEmpty()) {
                    break;
                }
                CompletableFuture<Optional<ResumePoint>> after = new CompletableFuture<>();
                queue.add(chunk.get(), new ChunkTask<>(path, chunk.get(), first, wanted, judge, behind, after));
                behind = after;
                first = false;
            }
            if (queue.isEmpty()) {
                return;
            }
            if (!takeWhole()) {
                new DocumentRun<>(path, source, queue, judge, this::pass, reached).read();
                behind = CompletableFuture.completedFuture(Optional.of(reached));
            }
        }
    }

    /** Takes the next part. If its chunk was not read to its end, returns the rest of it and all chunks after it. */
    private boolean takeWhole() throws InterruptedException {
        Chunk chunk = queue.firstChunk();
        ReadPosition begin = reached.position();
        pass(queue.take());
        int read = Math.toIntExact(reached.position().consumed() - begin.consumed());
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

    private void pass(InputPart<R> part) {
        reached = part.after();
        parts.accept(part);
    }
}
