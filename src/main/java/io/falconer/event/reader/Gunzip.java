package io.falconer.event.reader;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks streams that begin with gzip's magic number (RFC 1952), whatever they are called. */
final class Gunzip {
    private static final int BUFFER = 1 << 16;

    private Gunzip() {}

    static InputStream ifNeeded(InputStream in) throws IOException {
        var buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(2);
        boolean packed = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return packed ? new GZIPInputStream(new AlwaysAvailable(buffered), BUFFER) : buffered;
    }

    /** Makes GZIPInputStream look for a further member even where a pipe has nothing to give right now. */
    private static final class AlwaysAvailable extends FilterInputStream {
        AlwaysAvailable(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 1;
        }
    }
}
