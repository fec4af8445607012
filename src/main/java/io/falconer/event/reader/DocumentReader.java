package io.falconer.event.reader;

import io.falconer.event.json.Json;
import io.falconer.event.json.JsonScanner;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Finds JSON documents in a stream: one on each line, as Falco reads them, or over several lines. A document starts on its own
 * line, except after the end of a document of several lines. A broken document costs only itself: reading continues with the
 * next line that looks like a start.
 */
public final class DocumentReader {
    private static final long FREE_RESCANS = 1 << 20;
    private static final long RESCANS_PER_BYTE = 4;

    private final LineBuffer buffer;
    private final int maxDocument;
    private final JsonScanner scanner = new JsonScanner();
    private int line;
    private long consumed;
    private long rescanned;

    /**
     * Reads {@code in}, which stays open.
     *
     * @param maxDocument the maximum number of bytes of a document
     * @param from the position from which to continue, where a document may start
     */
    public DocumentReader(InputStream in, int maxDocument, ReadPosition from) {
        this.buffer = new LineBuffer(in);
        this.maxDocument = maxDocument;
        this.line = from.line();
        this.consumed = from.consumed();
        this.rescanned = from.rescanned();
    }

    /** The current position. */
    public ReadPosition position() {
        return new ReadPosition(line, consumed, rescanned);
    }

    /** Whether everything read from the stream was used; more may follow. */
    public boolean isDrained() {
        return buffer.isDrained();
    }

    /** The next document or broken one; empty at the end of the stream. */
    public Optional<StreamItem> next() throws IOException {
        while (!buffer.isEmpty()) {
            int end = buffer.lineEnd(0, maxDocument);
            if (end < 0) {
                int broken = line;
                dropLongLine();
                return Optional.of(new StreamItem.Broken(SkipReason.DOCUMENT_TOO_LARGE, broken));
            }
            if (line == 1 && consumed == 0 && startsWithByteOrderMark(end)) {
                drop(LineBuffer.BYTE_ORDER_MARK);
                end -= LineBuffer.BYTE_ORDER_MARK;
            }
            if (indentation(end) < end) {
                return Optional.of(read(end));
            }
            dropLine(end);
        }
        return Optional.empty();
    }

    private StreamItem read(int firstEnd) throws IOException {
        int begins = line;
        int indentation = indentation(firstEnd);
        scanner.reset();
        int end = firstEnd;
        int lines = 0;
        while (true) {
            switch (scanner.scan(buffer.bytes(), buffer.start(), buffer.start() + end)) {
                case COMPLETE -> {
                    int rest = scanner.end();
                    int next = skipBlanks(rest, end);
                    if (next < end && lines == 0) {
                        var shared = SharedLine.of(buffer.bytes(), buffer.start(), buffer.start() + end, line);
                        dropLine(end);
                        return shared;
                    }
                    if (next < end && !isOpening(next)) {
                        return broken(SkipReason.INVALID_JSON, firstEnd, end, lines, indentation);
                    }
                    Json json = scanner.take(buffer.bytes(), buffer.start());
                    line += lines;
                    if (next < end) {
                        drop(next);
                    } else {
                        dropLine(end);
                    }
                    return new StreamItem.Document(json, begins);
                }
                case INVALID -> {
                    return broken(SkipReason.INVALID_JSON, firstEnd, end, lines, indentation);
                }
                case TOO_LARGE -> {
                    return broken(SkipReason.DOCUMENT_TOO_LARGE, firstEnd, end, lines, indentation);
                }
                case INCOMPLETE -> {
                    if (!buffer.hasLineFeed(end)) {
                        return broken(SkipReason.INVALID_JSON, firstEnd, end, lines, indentation);
                    }
                    int nextEnd = buffer.lineEnd(end + 1, maxDocument);
                    if (nextEnd < 0) {
                        return tooLarge(end, lines, indentation);
                    }
                    end = nextEnd;
                    lines++;
                }
            }
        }
    }

    /** Continues after the first line of a broken document if reading stays linear; otherwise after its last line. */
    private StreamItem broken(SkipReason reason, int firstEnd, int lastEnd, int lines, int indentation)
            throws IOException {
        var broken = new StreamItem.Broken(reason, line);
        if (lines == 0) {
            dropLine(firstEnd);
            return broken;
        }
        rescanned += lastEnd - firstEnd;
        if (rescanned <= FREE_RESCANS + RESCANS_PER_BYTE * (consumed + lastEnd)) {
            dropLine(firstEnd);
        } else {
            line += lines;
            dropLine(lastEnd);
        }
        dropToBeginning(indentation);
        return broken;
    }

    private StreamItem tooLarge(int end, int lines, int indentation) throws IOException {
        var broken = new StreamItem.Broken(SkipReason.DOCUMENT_TOO_LARGE, line);
        line += lines;
        dropLine(end);
        dropToBeginning(indentation);
        return broken;
    }

    /** Drops lines up to one that opens an object or array and is not indented more than the broken document. */
    private void dropToBeginning(int indentation) throws IOException {
        while (!buffer.isEmpty()) {
            int end = buffer.lineEnd(0, maxDocument);
            if (end < 0) {
                dropLongLine();
                continue;
            }
            int first = indentation(end);
            if (first < end && first <= indentation && isOpening(first)) {
                return;
            }
            dropLine(end);
        }
    }

    private void dropLongLine() throws IOException {
        int end;
        do {
            drop(maxDocument);
            end = buffer.lineEnd(0, maxDocument);
        } while (end < 0);
        dropLine(end);
    }

    private void dropLine(int end) {
        drop(buffer.hasLineFeed(end) ? end + 1 : end);
        line++;
    }

    private void drop(int count) {
        buffer.drop(count);
        consumed += count;
    }

    private int indentation(int end) {
        return skipBlanks(0, end);
    }

    private int skipBlanks(int from, int end) {
        return LineBuffer.skipBlanks(buffer.bytes(), buffer.start() + from, buffer.start() + end) - buffer.start();
    }

    private boolean isOpening(int at) {
        return byteAt(at) == '{' || byteAt(at) == '[';
    }

    private boolean startsWithByteOrderMark(int end) {
        return LineBuffer.isByteOrderMark(buffer.bytes(), buffer.start(), buffer.start() + end);
    }

    private byte byteAt(int offset) {
        return buffer.bytes()[buffer.start() + offset];
    }
}
