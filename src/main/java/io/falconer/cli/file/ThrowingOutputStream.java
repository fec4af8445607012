package io.falconer.cli.file;

import io.falconer.text.Diagnostic;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;

/**
 * A stream that reports when its reader has gone or it cannot be written. A PrintStream would hide the failure: the command
 * would continue for nothing, or report success although half of its output is lost.
 */
public final class ThrowingOutputStream extends FilterOutputStream {
    private final Function<IOException, RuntimeException> failure;

    /**
     * Creates a stream.
     *
     * @param failure the exception to throw for a failure
     */
    ThrowingOutputStream(OutputStream out, Function<IOException, RuntimeException> failure) {
        super(out);
        this.failure = failure;
    }

    /** Standard output. A reader that has gone is not a failure. */
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
