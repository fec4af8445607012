package io.falconer.cli;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A line on a terminal that says how far a long run has come. Short runs show none, and it is gone when the run ends. Nothing
 * is shown where standard error is no terminal.
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

    /** Shows how far the run has come, if the last time was long enough ago; may be called by several threads. */
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

    /** Lets something else be written to the terminal, and the line below it again. */
    synchronized void aside(Runnable writing) {
        Optional<String> before = shown;
        clear();
        writing.run();
        before.ifPresent(this::show);
    }

    /** Takes the line away until the next update. */
    synchronized void clear() {
        if (shown.isPresent()) {
            shown = Optional.empty();
            environment.err().print(CLEAR);
            environment.err().flush();
        }
    }

    /** Takes the line away. */
    @Override
    public void close() {
        clear();
    }
}
