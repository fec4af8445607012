package io.falconer.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A stream that says when nobody reads it any more. A PrintStream would keep the failure to itself, and the command would
 * work on for nothing.
 */
final class ReaderAwareStream extends FilterOutputStream {
    ReaderAwareStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) {
        try {
            out.write(b);
        } catch (IOException e) {
            throw new ReaderGoneException(e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new ReaderGoneException(e);
        }
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new ReaderGoneException(e);
        }
    }
}
