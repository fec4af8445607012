package io.falconer.cli;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A line on a terminal that shows the progress of a long run. Short runs show none. The line disappears when the run ends. If
 * standard error is not a terminal, nothing is shown.
 */
final class ProgressLine implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 500;
    private static final long PAUSE_MILLIS = 100;
    private static final String CLEAR = "\r\u001B[K";

    // A wrapped line could not be cleared again.
    private static final String NO_WRAP = "\u001B[?7l";
    private static final String WRAP = "\u001B[?7h";

    private final Environment environment;
    private final boolean wanted;
    private final AtomicLong next;
    private Optional<String> shown = Optional.empty();

    ProgressLine(Environment environment, CommonOptions options) {
        this.environment = environment;
        this.wanted = environment.terminal().err()
                && !options.quiet()
                && !environment.variable("TERM").equals("dumb");
        this.next = new AtomicLong(environment.clock().millis() + PATIENCE_MILLIS);
    }

    /** Shows the progress if the last update was long enough ago. Several threads may call it. */
    void update(Supplier<String> text) {
        long now = wanted ? environment.clock().millis() : Long.MIN_VALUE;
        long due = next.get();
        if (now >= due && next.compareAndSet(due, now + PAUSE_MILLIS)) {
            show(text.get());
        }
    }

    private synchronized void show(String text) {
        shown = Optional.of(text);
        environment.err().print(CLEAR + NO_WRAP + text + WRAP);
        environment.err().flush();
    }

    /** Lets other output go to the terminal, then shows the line again below it. */
    synchronized void aside(Runnable writing) {
        Optional<String> before = shown;
        clear();
        writing.run();
        before.ifPresent(this::show);
    }

    /** Removes the line until the next update. */
    synchronized void clear() {
        if (shown.isPresent()) {
            shown = Optional.empty();
            environment.err().print(CLEAR);
            environment.err().flush();
        }
    }

    /** Removes the line. */
    @Override
    public void close() {
        clear();
    }
}
