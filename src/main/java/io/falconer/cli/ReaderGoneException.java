package io.falconer.cli;

import java.io.IOException;

/** Whoever read the output has gone, as {@code head} does; there is nothing left to do and nothing to complain about. */
final class ReaderGoneException extends RuntimeException {
    ReaderGoneException(IOException cause) {
        super(cause);
    }
}
