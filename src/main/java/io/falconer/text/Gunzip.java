package io.falconer.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Unpacks streams that begin with gzip's magic number (RFC 1952), whatever they are called. */
public final class Gunzip {
    private static final byte[] MAGIC = {0x1f, (byte) 0x8b};
    private static final int BUFFER = 1 << 16;

    private Gunzip() {}

    /** What {@code in} holds, unpacked if it is gzip's; closing it closes {@code in}. */
    public static InputStream ifNeeded(InputStream in) throws IOException {
        var all = new PushbackInputStream(in, MAGIC.length);
        byte[] first = all.readNBytes(MAGIC.length);
        all.unread(first);
        return Arrays.equals(first, MAGIC) ? new GZIPInputStream(new AlwaysAvailable(all), BUFFER) : all;
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
