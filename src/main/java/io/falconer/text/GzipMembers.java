package io.falconer.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * What all members of a gzip file hold (RFC 1952), one after the other. Java's own stream calls itself for each member, so
 * that a file of empty ones overflows the stack; it also takes whatever is no member for the end of the file.
 */
final class GzipMembers extends InputStream {
    private static final int BUFFER = 1 << 16;
    private static final int DEFLATE = 8;
    private static final int BYTE = 0xFF;

    /** The flags of a header: what it holds besides its fixed part. */
    private static final int HEADER_CRC = 2;

    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private State state = State.BEFORE_FIRST;

    private enum State {
        BEFORE_FIRST,
        WITHIN,
        BETWEEN,
        AT_END
    }

    GzipMembers(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & BYTE;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (length > 0) {
            switch (state) {
                case BEFORE_FIRST -> begin();
                case BETWEEN -> beginNext();
                case AT_END -> {
                    return -1;
                }
                case WITHIN -> {
                    int count = inflate(into, offset, length);
                    if (count > 0) {
                        return count;
                    }
                }
            }
        }
        return 0;
    }

    /** Takes what there is before it reads on: a read may have to wait, or fail. */
    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            int count = inflater.inflate(into, offset, length);
            if (inflater.needsDictionary()) {
                throw new ZipException("its compressed data is damaged");
            }
            crc.update(into, offset, count);
            if (count == 0) {
                goOn();
            }
            return count;
        } catch (DataFormatException e) {
            throw (ZipException) new ZipException("its compressed data is damaged").initCause(e);
        }
    }

    private void goOn() throws IOException {
        if (inflater.finished()) {
            at = filled - inflater.getRemaining();
            trailer();
        } else if (inflater.needsInput()) {
            if (!fill()) {
                throw new EOFException("it ends within its compressed data");
            }
            inflater.setInput(buffer, 0, filled);
        }
    }

    private void trailer() throws IOException {
        long sum = crc.getValue(); // before the trailer itself is counted
        if (unsigned32() != sum || unsigned32() != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw new ZipException("its compressed data is damaged: it has another checksum");
        }
        state = State.BETWEEN;
    }

    /** The next member, if one follows. Zeros may fill the rest, as on tapes. */
    private void beginNext() throws IOException {
        if (at == filled && !fill()) {
            state = State.AT_END;
            return;
        }
        if (buffer[at] == 0) {
            requireZeros();
            state = State.AT_END;
            return;
        }
        try {
            begin();
        } catch (EOFException | ZipException noHeader) {
            throw new Gunzip.TrailingException();
        }
    }

    private void requireZeros() throws IOException {
        do {
            for (; at < filled; at++) {
                if (buffer[at] != 0) {
                    throw new Gunzip.TrailingException();
                }
            }
        } while (fill());
    }

    private void begin() throws IOException {
        crc.reset();
        if (next() != 0x1F || next() != 0x8B || next() != DEFLATE) {
            throw new ZipException("it is not in gzip's format");
        }
        int flags = next();
        skip(6); // time, extra flags and system
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            int sum = (int) crc.getValue() & 0xFFFF;
            if (sum != (next() | next() << 8)) {
                throw new ZipException("its header is damaged: it has another checksum");
            }
        }
        crc.reset();
        inflater.reset();
        inflater.setInput(buffer, at, filled - at);
        state = State.WITHIN;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // up to the zero that ends it
        }
    }

    private long unsigned32() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    /** The next byte of what is packed, which the checksum of a header counts. */
    private int next() throws IOException {
        if (at == filled && !fill()) {
            throw new EOFException("it ends within a header or trailer");
        }
        crc.update(buffer[at]);
        return buffer[at++] & BYTE;
    }

    /** Reads on when the buffer is used up; false at the end. */
    private boolean fill() throws IOException {
        int count = in.read(buffer, 0, BUFFER);
        at = 0;
        filled = Math.max(0, count);
        return count > 0;
    }

    @Override
    public int available() throws IOException {
        int held = state == State.WITHIN ? inflater.getRemaining() : filled - at;
        return held + in.available();
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
