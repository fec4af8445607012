package io.falconer.cli;

import io.falconer.text.Diagnostic;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A stream that says when nobody reads it any more, or when it cannot be written. A PrintStream would keep the failure to
 * itself: the command would work on for nothing, or report success with half of its output lost.
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
            throw failure(e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Linux and macOS say "Broken pipe", Windows "The pipe is being closed". */
    private static RuntimeException failure(IOException problem) {
        String message = String.valueOf(problem.getMessage());
        return message.contains("pipe")
                ? new ReaderGoneException(problem)
                : new UnloadableException(Diagnostic.fileError(
                        "unwritable", "cannot write to standard output: " + FileReason.of(problem)));
    }
}
