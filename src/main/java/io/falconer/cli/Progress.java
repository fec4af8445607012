package io.falconer.cli;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A line on a terminal that says how far a long run has come. Short runs show none, and it is gone when the run ends. Nothing
 * is shown where standard error is no terminal.
 */
final class Progress implements Runnable, AutoCloseable {
    private static final long PATIENCE_MILLIS = 500;
    private static final long PAUSE_MILLIS = 100;
    private static final String CLEAR = "\r\u001B[K";

    private final Environment environment;
    private final boolean wanted;
    private final String what;
    private final long total;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong next;
    private boolean shown;

    Progress(Environment environment, CommonOptions options, String what, long total) {
        this.environment = environment;
        this.wanted = environment.terminal().err()
                && !options.quiet()
                && !environment.variable("TERM").equals("dumb");
        this.what = what;
        this.total = total;
        this.next = new AtomicLong(environment.clock().millis() + PATIENCE_MILLIS);
    }

    /** One more is done; may be called by several threads. */
    @Override
    public void run() {
        long count = done.incrementAndGet();
        long now = wanted ? environment.clock().millis() : Long.MIN_VALUE;
        long due = next.get();
        if (now >= due && next.compareAndSet(due, now + PAUSE_MILLIS)) {
            show(count);
        }
    }

    private synchronized void show(long count) {
        shown = true;
        String share = String.format(Locale.ROOT, "%s %d/%d (%d %%)", what, count, total, count * 100 / total);
        environment.err().print(CLEAR + share);
        environment.err().flush();
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        if (shown) {
            environment.err().print(CLEAR);
            environment.err().flush();
        }
    }
}
