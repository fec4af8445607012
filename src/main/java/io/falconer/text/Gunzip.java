package io.falconer.text;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks streams that begin with gzip's magic number (RFC 1952), whatever they are called. */
public final class Gunzip {
    private static final String MAGIC = "1f8b";
    private static final int LONGEST_MAGIC = 4;

    /** What others begin with, and what unpacks them. */
    private static final Map<String, String> FOREIGN =
            Map.of("28b52ffd", "zstd -dc", "425a68", "bzip2 -dc", "fd377a58", "xz -dc", "504b0304", "unzip -p");

    private static final int BUFFER = 1 << 16;

    private Gunzip() {}

    /** What follows gzip's data is damaged, or none of it. All that was packed was given before. */
    public static final class TrailingException extends ZipException {
        private TrailingException() {
            super("what follows its compressed data is damaged, or does not belong to it");
        }
    }

    /** What {@code in} holds, unpacked if it is gzip's; closing it closes {@code in}. */
    public static InputStream ifNeeded(InputStream in) throws IOException {
        return unpacked(in, false);
    }

    /**
     * {@link #ifNeeded} of what is no text in any case if something else packed it.
     *
     * @throws IOException if it can not be read, or is packed by something else
     */
    public static InputStream orRefuse(InputStream in) throws IOException {
        return unpacked(in, true);
    }

    private static InputStream unpacked(InputStream in, boolean refuses) throws IOException {
        var all = new PushbackInputStream(in, LONGEST_MAGIC);
        byte[] first = new byte[LONGEST_MAGIC];
        int length = 0;
        while (length < 2 || (length < LONGEST_MAGIC && all.available() > 0)) { // a live stream may give no more yet
            int count = all.read(first, length, LONGEST_MAGIC - length);
            if (count < 0) {
                break;
            }
            length += count;
        }
        all.unread(first, 0, length);
        String magic = HexFormat.of().formatHex(first, 0, length);
        for (Map.Entry<String, String> foreign : FOREIGN.entrySet()) {
            if (refuses && magic.startsWith(foreign.getKey())) {
                throw new IOException(
                        "it is packed, and not by gzip: give what " + foreign.getValue() + " makes of it");
            }
        }
        return magic.startsWith(MAGIC) ? new Members(new Source(all)) : all;
    }

    /** All members of a file. What follows the last one, and is none, would pass for the end without a word. */
    private static final class Members extends GZIPInputStream {
        private static final int TRAILER = 8;

        private final Source source;

        Members(Source source) throws IOException {
            super(source, BUFFER);
            this.source = source;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            if (count < 0 && !isPadding()) {
                throw new TrailingException();
            }
            return count;
        }

        /** Whether nothing but zeros follows the last member's trailer, as on tapes. */
        private boolean isPadding() throws IOException {
            int rest = inf.getRemaining();
            byte[] looked = source.inPieces.toByteArray(); // while the next header was looked for
            boolean zeros = isZeros(buf, len - rest + TRAILER, len)
                    && isZeros(looked, Math.max(0, TRAILER - rest), looked.length);
            for (int count = 0; zeros && count >= 0; count = in.read(buf, 0, BUFFER)) {
                zeros = isZeros(buf, 0, count);
            }
            return zeros;
        }

        private static boolean isZeros(byte[] bytes, int from, int to) {
            for (int i = from; i < to; i++) {
                if (bytes[i] != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Makes GZIPInputStream look for a further member even where a pipe has nothing to give right now, and remembers what it
     * took for headers and trailers since it last filled its buffer.
     */
    private static final class Source extends FilterInputStream {
        private final ByteArrayOutputStream inPieces = new ByteArrayOutputStream();

        Source(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                inPieces.write(b);
            }
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            if (length == BUFFER) {
                inPieces.reset();
            } else if (count > 0) {
                inPieces.write(into, offset, count);
            }
            return count;
        }

        @Override
        public int available() {
            return 1;
        }
    }
}
