package io.falconer.cli;

import io.falconer.report.ReplayTotals;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Shows the progress of a replay: bytes, events per second, alerts, and the remaining time. */
final class ReplayProgress implements AutoCloseable {
    private final ProgressLine line;
    private final OptionalLong size;
    private final AtomicLong bytes = new AtomicLong();

    /**
     * Creates the progress of a replay.
     *
     * @param size the number of bytes of all inputs, if it is known
     */
    ReplayProgress(Environment environment, CommonOptions options, OptionalLong size) {
        this.line = new ProgressLine(environment, options);
        this.size = size;
    }

    /** Returns a stream that counts the bytes that are read. */
    InputStream count(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                bytes.addAndGet(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = super.read(into, offset, length);
                bytes.addAndGet(Math.max(0, count));
                return count;
            }
        };
    }

    /** Shows the progress. */
    void update(ReplayTotals soFar) {
        line.update(() -> text(soFar));
    }

    /** Makes room for other output. */
    void aside(Runnable writing) {
        line.aside(writing);
    }

    /** Removes the line, because the next output is the last. */
    void clear() {
        line.clear();
    }

    @Override
    public void close() {
        line.close();
    }

    private String text(ReplayTotals soFar) {
        long read = bytes.get();
        String text = megabytes(read);
        String left = "";
        if (size.isPresent() && size.getAsLong() > 0) {
            long all = Math.max(read, size.getAsLong());
            text += String.format(Locale.ROOT, " of %s (%d %%)", megabytes(all), read * 100 / all);
            left = read == 0 ? "" : ", " + duration((long) (soFar.seconds() * (all - read) / read)) + " left";
        }
        return String.format(
                Locale.ROOT,
                "%s, %,d events/s, %,d %s%s",
                text,
                soFar.eventsPerSecond(),
                soFar.alerts(),
                soFar.alerts() == 1 ? "alert" : "alerts",
                left);
    }

    private static String megabytes(long bytes) {
        return bytes < 10_000_000_000L
                ? String.format(Locale.ROOT, "%d MB", bytes / 1_000_000)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    private static String duration(long seconds) {
        return seconds < 90 ? seconds + " s" : (seconds + 30) / 60 + " min";
    }
}
