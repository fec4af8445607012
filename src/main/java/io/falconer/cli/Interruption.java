package io.falconer.cli;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The request to end a command early: Ctrl-C, or a CI's time limit. A command that heeds it prints its results so far and ends
 * with {@link ExitCode#INTERRUPTED}. Other commands end at once.
 */
final class Interruption {
    /** How long the command may take to print its results. */
    private static final long PATIENCE_SECONDS = 10;

    private final Consumer<Thread> atEnd;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Optional<Thread> heeding = Optional.empty();
    private boolean requested;

    /** An interruption that only {@link #request()} requests. */
    Interruption() {
        this(thread -> {});
    }

    private Interruption(Consumer<Thread> atEnd) {
        this.atEnd = atEnd;
    }

    /** An interruption that signals to the process request (SIGINT, SIGTERM, SIGHUP). */
    static Interruption ofProcess() {
        return new Interruption(hook -> {
            try {
                Runtime.getRuntime().addShutdownHook(hook);
            } catch (IllegalStateException ending) {
                // The process ends already, and there is no result to print.
            }
        });
    }

    /** Delivers the request as an interrupt of the calling thread. Commands that do not heed it need no thread for it. */
    synchronized void heed() {
        heeding = Optional.of(Thread.currentThread());
        atEnd.accept(new Thread(this::endProcess, "falconer-end"));
        if (requested) {
            Thread.currentThread().interrupt();
        }
    }

    /** Requests the end; returns false if the command does not heed it. */
    synchronized boolean request() {
        requested = true;
        heeding.ifPresent(Thread::interrupt);
        return heeding.isPresent();
    }

    /** The command has ended and written all its output. */
    void ended() {
        ended.countDown();
    }

    /** Runs when the process ends, for whatever reason. */
    private void endProcess() {
        if (ended.getCount() > 0 && request()) {
            try {
                ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED.status());
        }
    }
}
