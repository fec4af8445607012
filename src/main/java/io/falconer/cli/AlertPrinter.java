package io.falconer.cli;

import io.falconer.cli.file.ReaderGoneException;
import io.falconer.text.ByteText;

/**
 * Prints alerts on standard output. If the reader has gone, the command ends, unless it also writes files: then only the
 * printer stops.
 */
final class AlertPrinter {
    private final Environment environment;
    private final boolean alone;
    private boolean silent;

    /**
     * Creates a printer.
     *
     * @param alone whether the command writes nowhere else
     */
    AlertPrinter(Environment environment, boolean alone) {
        this.environment = environment;
        this.alone = alone;
    }

    void print(String text) {
        unlessSilent(() -> environment.out().writeBytes(ByteText.encode(text)));
    }

    /** Flushes what was printed. */
    void flush() {
        unlessSilent(environment.out()::flush);
    }

    private void unlessSilent(Runnable writing) {
        try {
            if (!silent) {
                writing.run();
            }
        } catch (ReaderGoneException e) {
            if (alone) {
                throw e;
            }
            silent = true;
        }
    }
}
