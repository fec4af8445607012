package io.falconer.cli;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Shows how many of a number of items are done, on a {@link ProgressLine}. */
final class Progress implements Runnable, AutoCloseable {
    private final ProgressLine line;
    private final String what;
    private final long total;
    private final AtomicLong done = new AtomicLong();

    Progress(Environment environment, CommonOptions options, String what, long total) {
        this.line = new ProgressLine(environment, options);
        this.what = what;
        this.total = total;
    }

    /** Counts one more item as done. Several threads may call it. */
    @Override
    public void run() {
        long count = done.incrementAndGet();
        line.update(() -> String.format(Locale.ROOT, "%s %d/%d (%d %%)", what, count, total, count * 100 / total));
    }

    @Override
    public void close() {
        line.close();
    }
}
