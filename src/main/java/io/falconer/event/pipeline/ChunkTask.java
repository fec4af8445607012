package io.falconer.event.pipeline;

import io.falconer.event.Event;
import io.falconer.event.json.Projection;
import io.falconer.event.reader.ReadPosition;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Reads and judges one chunk while other threads work on those before and after it. It assumes that a document starts with the
 * chunk, and learns from the previous chunk whether that is true, and the numbers of the events.
 *
 * @param before where the chunk starts, once that is known; empty if the previous chunk did not end with a document
 * @param after receives where this chunk ends
 */
record ChunkTask<R>(
        String path,
        Chunk chunk,
        boolean first,
        Projection wanted,
        Function<? super Event, Optional<R>> judge,
        CompletableFuture<Optional<ResumePoint>> before,
        CompletableFuture<Optional<ResumePoint>> after)
        implements Callable<Optional<InputPart<R>>> {
    /** The chunk's lines up to the first that a {@link ChunkLines} cannot read; empty if the assumption was wrong. */
    @Override
    public Optional<InputPart<R>> call() {
        try {
            return work();
        } finally {
            after.complete(Optional.empty()); // in case of a failure; otherwise it already has the value
        }
    }

    private Optional<InputPart<R>> work() {
        if (before.isDone() && before.join().isEmpty()) {
            return Optional.empty();
        }
        ChunkLines.Lines lines = ChunkLines.read(chunk, first, wanted);
        Optional<ResumePoint> start = before.join();
        if (start.isEmpty()) {
            return Optional.empty();
        }
        ReadPosition end = start.get().position().plus(lines.lines(), lines.end());
        boolean whole = lines.end() == chunk.length();
        after.complete(
                whole
                        ? Optional.of(new ResumePoint(
                                end, lines.batch().after(start.get().numbers())))
                        : Optional.empty());
        return Optional.of(InputPart.of(path, start.get(), end, lines.batch(), judge));
    }
}
