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
 * Reads the events of one run, input after input, in their order. Numbers go on from one input to the next and count
 * emitted events only, for each source by itself. What can not be used is skipped and counted; it stops nothing. Memory
 * is bounded by the largest document, never by the length of the input.
 *
 * <p>An input holds audit events and system call events, one a line or pretty-printed, in arrays, in EventLists or in the
 * envelopes of EKS, AKS and GKE, compressed with gzip or not.
 */
public final class EventReader {
    /** Bytes of a document, which may be an EventList of many events. */
    public static final int MAX_DOCUMENT = 32 << 20;

    private EventNumbers numbers = EventNumbers.NONE;
    private final SkipCount skips = new SkipCount();

    /**
     * Reads a file.
     *
     * @throws IOException if it can not be read, or is compressed and damaged; the events before that were emitted
     */
    public void read(Path file, Consumer<? super Event> events) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            read(file.toString(), in, events);
        }
    }

    /**
     * Reads a stream to its end; it is not closed.
     *
     * @param path what to call it in {@link Origin}s
     * @throws IOException if it can not be read, or is compressed and damaged; the events before that were emitted
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
