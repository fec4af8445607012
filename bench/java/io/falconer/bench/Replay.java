package io.falconer.bench;

import io.falconer.engine.Engine;
import io.falconer.event.reader.EventReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** What a replay does, without what a command does around it: reads a file, judges its events, counts. */
@FunctionalInterface
interface Replay {
    /** How many events there were, and how many alerts they gave. */
    record Count(long events, long alerts) {}

    Count of(Path file, Engine engine, int threads) throws IOException;

    /** As the command {@code replay} does it. */
    static Replay current() {
        return Replay::onOneThread;
    }

    /** Reads and judges on the thread that asks, however many threads there may be. */
    static Count onOneThread(Path file, Engine engine, int threads) throws IOException {
        AtomicLong events = new AtomicLong();
        AtomicLong alerts = new AtomicLong();
        try (InputStream in = Files.newInputStream(file)) {
            new EventReader().read(file.toString(), in, event -> {
                events.incrementAndGet();
                alerts.addAndGet(engine.evaluate(event).size());
            });
        }
        return new Count(events.get(), alerts.get());
    }
}
