package io.falconer.event.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.event.AuditEvent;
import io.falconer.event.DocumentPaths;
import io.falconer.event.Event;
import io.falconer.event.SyscallEvent;
import io.falconer.event.reader.EventReader;
import io.falconer.event.reader.Skips;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds the pipeline against the {@link EventReader}. */
public final class PipelineComparison {
    private PipelineComparison() {}

    /** What was read of an input: the events, what was skipped, and why reading stopped early, if it did. */
    private record Reading(List<List<Object>> events, Skips skips, Optional<String> failure) {}

    /** Reads a stream to its end, or until it fails. */
    @FunctionalInterface
    private interface Reader {
        void read(InputStream in, Consumer<Event> events) throws IOException, InterruptedException;
    }

    /** Both read the same, in chunks of {@code chunk} bytes, from a live stream or a file, whatever is kept of documents. */
    public static void assertAlike(byte[] input, int chunk) throws InterruptedException {
        for (boolean live : new boolean[] {true, false}) {
            for (DocumentPaths kept : List.of(DocumentPaths.ALL, DocumentPaths.of("auditID"))) {
                assertAlike(input, chunk, live, kept);
            }
        }
    }

    /** Both read the same if the pipeline reads in this way. */
    public static void assertAlike(byte[] input, int chunk, boolean live, DocumentPaths kept)
            throws InterruptedException {
        EventReader sequential = new EventReader();
        List<List<Object>> events = new ArrayList<>();
        Optional<String> failure =
                failure((in, each) -> sequential.read("f", in, each), input, event -> events.add(shown(event)));
        assertThat(piped(input, chunk, live, kept))
                .as(() -> new String(input, StandardCharsets.UTF_8))
                .isEqualTo(new Reading(events, sequential.skips(), failure));
    }

    private static Reading piped(byte[] input, int chunk, boolean live, DocumentPaths paths)
            throws InterruptedException {
        List<List<Object>> events = new ArrayList<>();
        try (EventPipeline pipeline = new EventPipeline(3, paths, chunk)) {
            Optional<String> failure = failure(
                    (in, each) -> pipeline.read("f", in, live, Optional::of, judged -> {
                        assertThat(judged.results()).hasSize(Math.toIntExact(judged.events()));
                        judged.results().forEach(each);
                    }),
                    input,
                    event -> events.add(shown(event)));
            return new Reading(events, pipeline.skips(), failure);
        }
    }

    private static Optional<String> failure(Reader reader, byte[] input, Consumer<Event> events)
            throws InterruptedException {
        try {
            reader.read(new ByteArrayInputStream(input), events);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** All that an event consists of. */
    static List<Object> shown(Event event) {
        String text =
                switch (event) {
                    case AuditEvent audit -> audit.document().compact();
                    case SyscallEvent syscall -> syscall.fields().compact();
                };
        return List.of(event.source(), event.number(), event.nanos(), event.firstNanos(), event.origin(), text);
    }
}
