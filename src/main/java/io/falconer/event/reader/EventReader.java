package io.falconer.event.reader;

import io.falconer.event.Event;
import io.falconer.event.Origin;
import io.falconer.text.Gunzip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the events of one run, input after input, in their order. Numbers continue from one input to the next. They count only
 * emitted events, separately for each source. What cannot be used is skipped and counted, and does not stop the run. Memory is
 * bounded by the largest document, never by the length of the input.
 *
 * <p>An input contains audit events and system call events, one on each line or pretty-printed, in arrays, in EventLists or in
 * the envelopes of EKS, AKS and GKE, compressed with gzip or not.
 */
public final class EventReader {
    /** The maximum number of bytes of a document, which may be an EventList of many events. */
    public static final int MAX_DOCUMENT = 32 << 20;

    private EventNumbers numbers = EventNumbers.NONE;
    private final SkipCount skips = new SkipCount();

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read, or is compressed and damaged; the events before that were emitted
     */
    public void read(Path file, Consumer<? super Event> events) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            read(file.toString(), in, events);
        }
    }

    /**
     * Reads a stream to its end. The stream is not closed.
     *
     * @param path its name in {@link Origin}s
     * @throws IOException if it cannot be read, or is compressed and damaged; the events before that were emitted
     */
    public void read(String path, InputStream in, Consumer<? super Event> events) throws IOException {
        var documents = new DocumentReader(Gunzip.ifNeeded(in), MAX_DOCUMENT, ReadPosition.BEGINNING);
        for (Optional<StreamItem> next = documents.next(); next.isPresent(); next = documents.next()) {
            var batch = new Batch();
            batch.add(next.get(), 0);
            batch.count(path, 0, skips);
            batch.emit(path, 0, numbers, events);
            numbers = batch.after(numbers);
        }
    }

    /** Reads a text. */
    public List<Event> read(String path, String text) {
        var events = new ArrayList<Event>();
        try {
            read(path, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), events::add);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return events;
    }

    /** What was skipped so far. */
    public Skips skips() {
        return skips.soFar();
    }
}
