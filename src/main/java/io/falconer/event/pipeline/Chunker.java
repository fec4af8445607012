package io.falconer.event.pipeline;

import io.falconer.text.Gunzip;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Cuts a stream into chunks. They end where a line ends, unless that is too long, and whatever a live stream has to give at a
 * time makes one at once. What gzip packed is unpacked.
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
     * @param size the bytes of a chunk
     */
    Chunker(InputStream in, int size) {
        this.in = in;
        this.bytes = new byte[size];
    }

    /**
     * The next chunk, for which this may have to wait; empty at the end.
     *
     * @throws IOException if it can not be read further; the whole lines before that were given
     */
    Optional<Chunk> next() throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (ended) {
            return Optional.empty();
        }
        int line = 0; // where the last line begins; what is left of the chunk before has no line end
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
            // A line of which more should have come is dropped.
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
            unpacked = Optional.of(Gunzip.orRefuse(in)); // not before, for it reads
        }
        return unpacked.get();
    }

    /** Gives away what is filled and keeps what is behind {@code length}. */
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
