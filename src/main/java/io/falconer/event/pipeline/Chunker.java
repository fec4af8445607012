package io.falconer.event.pipeline;

import io.falconer.text.Gunzip;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Cuts a stream into chunks. They end at the end of a line unless the line is too long. What a live stream provides at a time
 * becomes a chunk at once. gzip's data is decompressed.
 */
final class Chunker {
    private final InputStream in;
    private Optional<InputStream> unpacked = Optional.empty();
    private byte[] bytes;
    private int filled;
    private boolean ended;
    private Optional<IOException> failure = Optional.empty();

    /**
     * Chunks of {@code in}, which is not closed.
     *
     * @param size the number of bytes in a chunk
     */
    Chunker(InputStream in, int size) {
        this.in = in;
        this.bytes = new byte[size];
    }

    /**
     * The next chunk; this may wait for it. Empty at the end.
     *
     * @throws IOException if the rest cannot be read; the whole lines before that were returned
     */
    Optional<Chunk> next() throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (ended) {
            return Optional.empty();
        }
        int line = 0; // where the last line starts; the rest of the previous chunk has no line end
        try {
            InputStream stream = unpacked();
            while (true) {
                int count = stream.read(bytes, filled, bytes.length - filled);
                if (count < 0) {
                    ended = true;
                    return filled > 0 ? Optional.of(new Chunk(bytes, filled, true)) : Optional.empty();
                }
                line = lastLine(bytes, filled, filled + count, line);
                filled += count;
                if (filled == bytes.length || (line > 0 && stream.available() == 0)) {
                    return Optional.of(upTo(line > 0 ? line : filled, line > 0));
                }
            }
        } catch (IOException e) {
            // A line that is incomplete is dropped.
            int whole = e instanceof Gunzip.TrailingException ? filled : line;
            if (whole == 0) {
                throw e;
            }
            failure = Optional.of(e);
            return Optional.of(upTo(whole, true));
        }
    }

    private InputStream unpacked() throws IOException {
        if (unpacked.isEmpty()) {
            unpacked = Optional.of(Gunzip.orRefuse(in)); // not earlier, because it reads
        }
        return unpacked.get();
    }

    /** Returns the filled part and keeps what is after {@code length}. */
    private Chunk upTo(int length, boolean ends) {
        byte[] full = bytes;
        bytes = new byte[full.length];
        filled -= length;
        System.arraycopy(full, length, bytes, 0, filled);
        return new Chunk(full, length, ends);
    }

    private static int lastLine(byte[] bytes, int from, int to, int known) {
        for (int i = to; i > from; i--) {
            if (bytes[i - 1] == '\n') {
                return i;
            }
        }
        return known;
    }
}
