package io.falconer.cli.file;

import java.io.IOException;

/** The reader of the output has gone, as {@code head} does. No work is left, and no error to report. */
public final class ReaderGoneException extends RuntimeException {
    ReaderGoneException(IOException cause) {
        super(cause);
    }
}
