package io.falconer.cli;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The wish that a command end early: Ctrl-C, or the end of the time that a CI allows. A command that heeds it tells what it has
 * until then and ends with {@link ExitCode#INTERRUPTED}; others end at once.
 */
final class Interruption {
    /** How long the command may take to tell what it has. */
    private static final long PATIENCE_SECONDS = 10;

    private final Consumer<Thread> atEnd;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Optional<Thread> heeding = Optional.empty();
    private boolean requested;

    /** An interruption that nobody wishes for but who calls {@link #request()}. */
    Interruption() {
        this(thread -> {});
    }

    private Interruption(Consumer<Thread> atEnd) {
        this.atEnd = atEnd;
    }

    /** An interruption that comes when the process is told to end (SIGINT, SIGTERM, SIGHUP). */
    static Interruption ofProcess() {
        return new Interruption(hook -> {
            try {
                Runtime.getRuntime().addShutdownHook(hook);
            } catch (IllegalStateException ending) {
                // The process ends already, and nothing is there yet to be told.
            }
        });
    }

    /** Makes the wish arrive as an interrupt of the calling thread. Commands that do not heed it need no thread for it. */
    synchronized void heed() {
        heeding = Optional.of(Thread.currentThread());
        atEnd.accept(new Thread(this::endProcess, "falconer-end"));
        if (requested) {
            Thread.currentThread().interrupt();
        }
    }

    /** Wishes; false if the command does not heed it. */
    synchronized boolean request() {
        requested = true;
        heeding.ifPresent(Thread::interrupt);
        return heeding.isPresent();
    }

    /** The command has ended and written all that it had to say. */
    void ended() {
        ended.countDown();
    }

    /** Runs when the process ends, whatever the reason. */
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
