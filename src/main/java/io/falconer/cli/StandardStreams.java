package io.falconer.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;

/**
 * The streams that a process is given. The process that starts it may have closed one; then the next file that is opened gets its
 * number, and what is written to the stream goes into that file, or disappears without an error. So Falconer looks at them
 * before it opens any file.
 */
final class StandardStreams {
    private static final String CLOSED = "Bad file descriptor";

    private StandardStreams() {}

    /** Standard input; reading it fails if it is closed. */
    static InputStream in() {
        return isOpen(new FileInputStream(FileDescriptor.in).getChannel())
                ? System.in
                : new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException(CLOSED);
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        return read();
                    }
                };
    }

    /** Standard output; writing to it fails if it is closed. */
    static OutputStream out() {
        return stream(FileDescriptor.out);
    }

    /** Standard error; writing to it fails if it is closed. */
    static OutputStream err() {
        return stream(FileDescriptor.err);
    }

    private static OutputStream stream(FileDescriptor descriptor) {
        FileOutputStream stream = new FileOutputStream(descriptor);
        return isOpen(stream.getChannel())
                ? stream
                : new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException(CLOSED);
                    }
                };
    }

    /** Asks for the size, which terminals and pipes have too. The channel stays open: it is the stream's. */
    private static boolean isOpen(FileChannel channel) {
        try {
            return channel.size() >= 0;
        } catch (IOException e) {
            return !String.valueOf(e.getMessage()).contains(CLOSED);
        }
    }
}
