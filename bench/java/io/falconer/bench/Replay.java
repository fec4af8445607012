package io.falconer.bench;

import io.falconer.engine.Alert;
import io.falconer.engine.Engine;
import io.falconer.event.pipeline.EventPipeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a replay does, without what a command does around it: reads a file, judges its events, counts. */
@FunctionalInterface
interface Replay {
    /** How many events there were, and how many alerts they gave. */
    record Count(long events, long alerts) {}

    Count of(Path file, Engine engine, int threads) throws IOException;

    /** As the command {@code replay} does it. */
    static Replay current() {
        return Replay::onThreads;
    }

    /** Reads and judges on other threads than the one that asks. */
    static Count onThreads(Path file, Engine engine, int threads) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(file.toString(), in, engine, threads);
        }
    }

    /** The same of a stream. */
    static Count of(String name, InputStream in, Engine engine, int threads) throws IOException {
        long[] count = new long[2];
        try (EventPipeline pipeline = new EventPipeline(threads, engine.documentPaths())) {
            pipeline.read(name, in, false, event -> alerts(engine.evaluate(event)), judged -> {
                count[0] += judged.events();
                judged.results().forEach(alerts -> count[1] += alerts);
            });
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
        return new Count(count[0], count[1]);
    }

    private static Optional<Integer> alerts(List<Alert> alerts) {
        return alerts.isEmpty() ? Optional.empty() : Optional.of(alerts.size());
    }
}
