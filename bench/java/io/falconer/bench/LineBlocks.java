package io.falconer.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** Cuts a file into blocks of whole lines, which threads take from each other without waiting. */
final class LineBlocks {
    private static final int SIZE = 4 << 20;
    private static final int MORE = 1 << 16;

    private final FileChannel file;
    private final AtomicLong next = new AtomicLong();

    LineBlocks(FileChannel file) {
        this.file = file;
    }

    /** A place for one thread to read blocks into. */
    Block block() {
        return new Block();
    }

    /** The lines that begin within one stretch of the file. */
    final class Block {
        private byte[] bytes = new byte[SIZE + MORE];
        private int filled;
        private int start;
        private int end;

        private Block() {}

        byte[] bytes() {
            return bytes;
        }

        /** Where the first line begins. */
        int start() {
            return start;
        }

        /** The length of all lines; 0 where no line begins here. */
        int length() {
            return Math.max(0, end - start);
        }

        /** Reads the next block that no thread took; false at the end of the file. */
        boolean take() throws IOException {
            long from = next.getAndAdd(SIZE);
            if (from >= file.size()) {
                return false;
            }
            long origin = Math.max(0, from - 1); // a line begins at from if the byte before ends one
            filled = 0;
            fill(origin, (int) (from - origin) + SIZE);
            start = from == 0 ? 0 : lineEnd(origin, 0);
            end = lineEnd(origin, Math.max(0, (int) (from - origin) + SIZE - 1));
            return true;
        }

        /** The place after the first line feed from {@code index} on, or the end of the file. */
        private int lineEnd(long origin, int index) throws IOException {
            int at = index;
            while (true) {
                for (; at < filled; at++) {
                    if (bytes[at] == '\n') {
                        return at + 1;
                    }
                }
                if (!fill(origin, filled + MORE)) {
                    return filled;
                }
            }
        }

        private boolean fill(long origin, int wanted) throws IOException {
            if (wanted > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * wanted);
            }
            int before = filled;
            while (filled < wanted) {
                int count = file.read(ByteBuffer.wrap(bytes, filled, wanted - filled), origin + filled);
                if (count < 0) {
                    break;
                }
                filled += count;
            }
            return filled > before;
        }
    }
}
