package io.falconer.text;

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

    /**
     * What {@code in} holds, unpacked if it is gzip's; closing it closes {@code in}.
     *
     * @throws IOException if it can not be read, or is packed by something else
     */
    public static InputStream ifNeeded(InputStream in) throws IOException {
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
            if (magic.startsWith(foreign.getKey())) {
                throw new IOException(
                        "it is packed, and not by gzip: give what " + foreign.getValue() + " makes of it");
            }
        }
        return magic.startsWith(MAGIC) ? new Members(new AlwaysAvailable(all)) : all;
    }

    /** All members of a file. What follows the last one, and is none, would pass for the end without a word. */
    private static final class Members extends GZIPInputStream {
        private static final int TRAILER = 8;

        Members(InputStream in) throws IOException {
            super(in, BUFFER);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            if (count < 0 && !isPadding()) {
                throw new ZipException("what follows its compressed data is damaged, or does not belong to it");
            }
            return count;
        }

        /** Whether nothing but zeros follows the last member's trailer, as on tapes. */
        private boolean isPadding() throws IOException {
            int begin = len - inf.getRemaining() + TRAILER;
            for (int i = begin; i < len; i++) {
                if (buf[i] != 0) {
                    return false;
                }
            }
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != 0) {
                    return false;
                }
            }
            return true;
        }
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
