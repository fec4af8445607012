package io.falconer.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipException;

/** Decompresses streams that start with gzip's magic number (RFC 1952), whatever their name. */
public final class Gunzip {
    private static final String MAGIC = "1f8b";
    private static final int LONGEST_MAGIC = 4;

    /** The magic numbers of other formats, and the commands that decompress them. */
    private static final Map<String, String> FOREIGN =
            Map.of("28b52ffd", "zstd -dc", "425a68", "bzip2 -dc", "fd377a58", "xz -dc", "504b0304", "unzip -p");

    private Gunzip() {}

    /** The bytes after gzip's data are damaged or do not belong to it. All compressed data was read before. */
    public static final class TrailingException extends ZipException {
        TrailingException() {
            super("what follows its compressed data is damaged, or does not belong to it");
        }
    }

    /** The content of {@code in}, decompressed if it is gzip's. Closing it closes {@code in}. */
    public static InputStream ifNeeded(InputStream in) throws IOException {
        return unpacked(in, false);
    }

    /**
     * {@link #ifNeeded} for content that cannot be text if another program compressed it.
     *
     * @throws IOException if it cannot be read, or has another compression format
     */
    public static InputStream orRefuse(InputStream in) throws IOException {
        return unpacked(in, true);
    }

    private static InputStream unpacked(InputStream in, boolean refuses) throws IOException {
        var all = new PushbackInputStream(in, LONGEST_MAGIC);
        byte[] first = new byte[LONGEST_MAGIC];
        int length = 0;
        while (length < 2
                || (length < LONGEST_MAGIC && all.available() > 0)) { // a live stream may have no more bytes yet
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
                        "it has another compression format than gzip: pass the output of " + foreign.getValue());
            }
        }
        return magic.startsWith(MAGIC) ? new GzipMembers(all) : all;
    }
}
