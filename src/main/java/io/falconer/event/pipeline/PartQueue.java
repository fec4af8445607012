package io.falconer.event.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an input that are in work, in their order. Whoever takes the first works at those that nobody has begun
 * until it is there, for to wake a thread and to wait for it costs a good part of what a chunk does. Parts are begun in their
 * order, here as by the workers: a part may wait for one before it, and so never for one that nobody has begun.
 */
final class PartQueue<R> {
    private final Executor workers;
    private final int limit;
    private final Deque<Task<R>> tasks = new ArrayDeque<>();

    /** What works at a part: at a chunk that may have to be read again, or at documents. */
    private record Task<R>(Optional<Chunk> chunk, FutureTask<Optional<InputPart<R>>> part) {}

    /**
     * An empty queue.
     *
     * @param workers begin the parts in the order in which they are added
     * @param limit how many parts may be in work at a time
     */
    PartQueue(Executor workers, int limit) {
        this.workers = workers;
        this.limit = limit;
    }

    boolean isEmpty() {
        return tasks.isEmpty();
    }

    boolean isFull() {
        return tasks.size() >= limit;
    }

    /** Has a chunk worked at. */
    void add(Chunk chunk, Callable<Optional<InputPart<R>>> work) {
        add(Optional.of(chunk), work);
    }

    /** Has documents worked at, of which there surely is a part. */
    void add(Callable<Optional<InputPart<R>>> work) {
        add(Optional.empty(), work);
    }

    private void add(Optional<Chunk> chunk, Callable<Optional<InputPart<R>>> work) {
        FutureTask<Optional<InputPart<R>>> part = new FutureTask<>(work);
        tasks.add(new Task<>(chunk, part));
        workers.execute(part);
    }

    /** The chunk of the first part. */
    Chunk firstChunk() {
        return tasks.element().chunk().orElseThrow();
    }

    /** Removes the first part, when it is done. */
    InputPart<R> take() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        FutureTask<Optional<InputPart<R>>> first = tasks.element().part();
        for (Task<R> task : tasks) {
            if (first.isDone()) {
                break;
            }
            task.part().run(); // nothing happens if another thread has begun it
        }
        try {
            return tasks.remove().part().get().orElseThrow();
        } catch (ExecutionException e) {
            throw unexpected(e.getCause());
        }
    }

    /** Removes all parts; gives their chunks. */
    List<Chunk> giveUp() {
        List<Chunk> chunks =
                tasks.stream().flatMap(task -> task.chunk().stream()).toList();
        tasks.clear();
        return chunks;
    }

    /** What to throw for something that another thread met and nobody expects; an error is thrown at once. */
    static RuntimeException unexpected(@Nullable Throwable problem) {
        return switch (problem) {
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(problem);
        };
    }
}
