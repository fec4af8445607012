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
 * The parts of an input that are in progress, in their order. A thread that takes the first part works on parts that are not
 * started yet until the first is done, because waking a thread and waiting for it costs a good part of the work on a chunk.
 * Parts are started in their order, here and by the workers. A part may wait for an earlier one, and so never waits for one
 * that is not started.
 */
final class PartQueue<R> {
    private final Executor workers;
    private final int limit;
    private final Deque<Task<R>> tasks = new ArrayDeque<>();

    /** The work on a part: on a chunk that may have to be read again, or on documents. */
    private record Task<R>(Optional<Chunk> chunk, FutureTask<Optional<InputPart<R>>> part) {}

    /**
     * An empty queue.
     *
     * @param workers start the parts in the order in which they are added
     * @param limit how many parts may be in progress at a time
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

    /** Adds work on a chunk. */
    void add(Chunk chunk, Callable<Optional<InputPart<R>>> work) {
        add(Optional.of(chunk), work);
    }

    /** Adds work on documents, which always gives a part. */
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

    /** Removes the first part when it is done. */
    InputPart<R> take() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        FutureTask<Optional<InputPart<R>>> first = tasks.element().part();
        for (Task<R> task : tasks) {
            if (first.isDone()) {
                break;
            }
            task.part().run(); // does nothing if another thread has started it
        }
        try {
            return tasks.remove().part().get().orElseThrow();
        } catch (ExecutionException e) {
            throw unexpected(e.getCause());
        }
    }

    /** Removes all parts and returns their chunks. */
    List<Chunk> giveUp() {
        List<Chunk> chunks =
                tasks.stream().flatMap(task -> task.chunk().stream()).toList();
        tasks.clear();
        return chunks;
    }

    /** The exception for an unexpected failure in another thread. An error is thrown at once. */
    static RuntimeException unexpected(@Nullable Throwable problem) {
        return switch (problem) {
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(problem);
        };
    }
}
