package io.falconer.cli.file;

import java.io.IOException;

/** Whoever read the output has gone, as {@code head} does; there is nobody to work or complain for. */
public final class ReaderGoneException extends RuntimeException {
    ReaderGoneException(IOException cause) {
        super(cause);
    }
}
