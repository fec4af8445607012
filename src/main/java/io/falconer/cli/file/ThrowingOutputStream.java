package io.falconer.cli.file;

import io.falconer.text.Diagnostic;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;

/**
 * A stream that says when nobody reads it any more, or when it cannot be written. A PrintStream would keep the failure to
 * itself: the command would work on for nothing, or report success with half of its output lost.
 */
public final class ThrowingOutputStream extends FilterOutputStream {
    private final Function<IOException, RuntimeException> failure;

    /**
     * A stream.
     *
     * @param failure what to throw for a failure
     */
    ThrowingOutputStream(OutputStream out, Function<IOException, RuntimeException> failure) {
        super(out);
        this.failure = failure;
    }

    /** Standard output: a reader that has gone is no failure. */
    public static ThrowingOutputStream standardOutput(OutputStream out) {
        return new ThrowingOutputStream(out, ThrowingOutputStream::failure);
    }

    @Override
    public void write(int b) {
        try {
            out.write(b);
        } catch (IOException e) {
            throw failure.apply(e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw failure.apply(e);
        }
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw failure.apply(e);
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
