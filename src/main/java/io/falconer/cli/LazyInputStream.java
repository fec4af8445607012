package io.falconer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A stream that the first read opens, because opening a named pipe waits for a writer. */
final class LazyInputStream extends InputStream {
    private final Opening opening;
    private Optional<InputStream> opened = Optional.empty();

    /** Opens the stream. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    LazyInputStream(Opening opening) {
        this.opening = opening;
    }

    /** Whether a read has opened the stream. */
    boolean isOpened() {
        return opened.isPresent();
    }

    @Override
    public int read() throws IOException {
        return in().read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return in().read(into, offset, length);
    }

    @Override
    public int available() throws IOException {
        return in().available();
    }

    @Override
    public void close() throws IOException {
        if (opened.isPresent()) {
            opened.get().close();
        }
    }

    private InputStream in() throws IOException {
        if (opened.isEmpty()) {
            opened = Optional.of(opening.open());
        }
        return opened.get();
    }
}
