package io.falconer.cli;

import io.falconer.cli.file.ReaderGoneException;
import io.falconer.text.ByteText;

/**
 * Standard output as a place for alerts. When its reader has gone the command ends, unless files are written too: then it only
 * falls silent.
 */
final class AlertPrinter {
    private final Environment environment;
    private final boolean alone;
    private boolean silent;

    /**
     * A printer.
     *
     * @param alone whether nothing is written elsewhere
     */
    AlertPrinter(Environment environment, boolean alone) {
        this.environment = environment;
        this.alone = alone;
    }

    void print(String text) {
        unlessSilent(() -> environment.out().writeBytes(ByteText.encode(text)));
    }

    /** Shows what was printed. */
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
