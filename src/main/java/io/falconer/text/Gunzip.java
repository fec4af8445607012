package io.falconer.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipException;

/** Unpacks streams that begin with gzip's magic number (RFC 1952), whatever they are called. */
public final class Gunzip {
    private static final String MAGIC = "1f8b";
    private static final int LONGEST_MAGIC = 4;

    /** What others begin with, and what unpacks them. */
    private static final Map<String, String> FOREIGN =
            Map.of("28b52ffd", "zstd -dc", "425a68", "bzip2 -dc", "fd377a58", "xz -dc", "504b0304", "unzip -p");

    private Gunzip() {}

    /** What follows gzip's data is damaged, or none of it. All that was packed was given before. */
    public static final class TrailingException extends ZipException {
        TrailingException() {
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
        return magic.startsWith(MAGIC) ? new GzipMembers(all) : all;
    }
}
