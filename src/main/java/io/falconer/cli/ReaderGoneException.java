package io.falconer.cli;

import java.io.IOException;

/** Whoever read the output has gone, as {@code head} does; there is nobody to work or complain for. */
final class ReaderGoneException extends RuntimeException {
    ReaderGoneException(IOException cause) {
        super(cause);
    }
}
