package io.falconer.event.pipeline;

import io.falconer.event.json.Bytes;
import io.falconer.event.json.Json;
import io.falconer.event.json.JsonScanner;
import io.falconer.event.json.LineScanner;
import io.falconer.event.json.Projection;
import io.falconer.event.reader.Batch;
import io.falconer.event.reader.DocumentReader;
import io.falconer.event.reader.LineBuffer;
import io.falconer.event.reader.SharedLine;
import io.falconer.event.reader.SkipReason;
import io.falconer.event.reader.Unpacking;

/**
 * Reads a chunk in the usual form, one document on each line. If a document continues on the next line, this reader stops
 * before it, because only a {@link DocumentReader} can read it.
 */
final class ChunkLines {
    private final byte[] bytes;
    private final int length;
    private final LineScanner narrow;
    private final LineScanner whole = new LineScanner(Projection.ALL);
    private final JsonScanner unusual = new JsonScanner();
    private final Batch batch = new Batch();
    private boolean wide;
    private int at;
    private int lines;

    private ChunkLines(Chunk chunk, Projection wanted) {
        this.bytes = chunk.bytes();
        this.length = chunk.length();
        this.narrow = new LineScanner(wanted);
        this.wide = wanted == Projection.ALL;
    }

    /**
     * The lines of a chunk that were read.
     *
     * @param end the start of the first line that was not read, counted from the start of the chunk
     */
    record Lines(Batch batch, int lines, int end) {}

    /**
     * The lines of {@code chunk}; none if the last one continues in the next chunk.
     *
     * @param first whether it is the start of the input, which may have a byte order mark
     * @param wanted what to keep of audit events; other documents are kept completely
     */
    static Lines read(Chunk chunk, boolean first, Projection wanted) {
        var lines = new ChunkLines(chunk, wanted);
        if (first && LineBuffer.isByteOrderMark(chunk.bytes(), 0, chunk.length())) {
            lines.at = LineBuffer.BYTE_ORDER_MARK;
        }
        if (chunk.ends()) {
            lines.read();
        }
        return new Lines(lines.batch, lines.lines, lines.at);
    }

    private void read() {
        while (at < length) {
            int end = Bytes.lineFeed(bytes, at, length);
            int start = LineBuffer.skipBlanks(bytes, at, end);
            if (start < end && !read(start, end)) {
                return;
            }
            lines++;
            at = Math.min(end + 1, length);
        }
    }

    /** Reads a line; returns false if its document continues on the next one. */
    private boolean read(int start, int end) {
        LineScanner scanner = wide ? whole : narrow;
        int stop = scanner.scan(bytes, start, end);
        if (stop == LineScanner.LEFT) {
            return readUnusual(start, end);
        }
        if (isBlank(stop, start, end)) {
            add(scanner.view(bytes), start, end);
        }
        return true;
    }

    private boolean readUnusual(int start, int end) {
        unusual.reset(start);
        switch (unusual.scan(bytes, 0, end)) {
            case INCOMPLETE -> {
                if (end < length) {
                    return false;
                }
                batch.skip(SkipReason.INVALID_JSON, lines);
            }
            case INVALID -> batch.skip(SkipReason.INVALID_JSON, lines);
            case TOO_LARGE -> batch.skip(SkipReason.DOCUMENT_TOO_LARGE, lines);
            case COMPLETE -> {
                if (isBlank(unusual.end(), start, end)) {
                    batch.add(unusual.view(bytes), lines);
                }
            }
        }
        return true;
    }

    /** Whether nothing follows a document on its line. Otherwise the line is skipped. */
    private boolean isBlank(int from, int start, int end) {
        boolean blank = LineBuffer.skipBlanks(bytes, from, end) == end;
        if (!blank) {
            batch.add(SharedLine.of(bytes, start, end, lines), 0);
        }
        return blank;
    }

    private void add(Json document, int start, int end) {
        if (wide || Unpacking.isEvent(document) || Unpacking.isPlain(document)) {
            batch.add(document, lines);
        } else {
            wide = true; // keep it, because the next line probably has the same kind
            read(start, end);
        }
    }
}
