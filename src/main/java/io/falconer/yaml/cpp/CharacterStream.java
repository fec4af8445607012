package io.falconer.yaml.cpp;

import io.falconer.text.ByteOffsets;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.text.Span;

/**
 * The characters of a text, one after the other, and their places as yaml-cpp counts them. All lines end like the first one:
 * with LF, or with CR if the first CR comes before any LF and alone. The other character breaks lines too, but does not count,
 * so columns continue over it. A NUL before the first line end counts as one.
 */
final class CharacterStream {
    /** What follows the last character. Within the text, it is read as the end in some places. */
    static final char END = '\u0004';

    private static final int UNDECIDED = 0;

    private final SourceFile source;
    private final String text;
    private final int end;
    private int offset;
    private int position;
    private int line;
    private int lineStart;
    private int lineEnd = UNDECIDED;

    CharacterStream(SourceFile source) {
        this(source, new Span(0, source.text().length()));
    }

    /** Only the text within {@code span}. */
    CharacterStream(SourceFile source, Span span) {
        this.source = source;
        this.text = source.text();
        this.offset = span.start();
        this.end = span.end();
    }

    boolean isAtEnd() {
        return offset >= end;
    }

    int offset() {
        return offset;
    }

    int line() {
        return line;
    }

    /** Bytes since the start of the line. */
    int column() {
        return position - lineStart;
    }

    boolean isAtLineStart() {
        return position == lineStart;
    }

    Mark mark() {
        return new Mark(line, column(), position, offset);
    }

    /** Starts the last line again, because yaml-cpp places the end of a text there. */
    void resetColumn() {
        lineStart = position;
    }

    char peek() {
        return offset < end ? text.charAt(offset) : END;
    }

    char peek(int ahead) {
        return offset + ahead < end ? text.charAt(offset + ahead) : END;
    }

    /** Reads a character. At the end of the text, only the position advances. */
    char next() {
        if (offset >= end) {
            position++;
            return END;
        }
        char c = text.charAt(offset);
        position += c < 0x80 ? 1 : ByteOffsets.width(text, offset);
        offset++;
        if (c <= '\r') {
            countLine(c);
        }
        return c;
    }

    /** Skips the characters up to the next one that is in {@code stops} or is not ASCII. */
    void skipTo(StopCharacters stops) {
        int to = offset;
        while (to < end && stops.isPassed(text.charAt(to))) {
            to++;
        }
        position += to - offset;
        offset = to;
    }

    /** Skips the rest of the line without its end. */
    void skipLine() {
        while (!isAtEnd() && !isAtBreak()) {
            next();
            skipTo(StopCharacters.LINE);
        }
    }

    private void countLine(char c) {
        if (lineEnd == UNDECIDED && (c == '\n' || c == '\r')) {
            lineEnd = c == '\r' && peek() != '\n' ? '\r' : '\n';
        }
        if (c == lineEnd) {
            lineStart = position;
            line++;
        }
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    /** Reads {@code count} bytes, perhaps only a part of the last character. */
    String nextBytes(int count) {
        int start = offset;
        int upTo = position + count;
        while (position < upTo && (isAtEnd() || position + ByteOffsets.width(text, offset) <= upTo)) {
            next();
        }
        position = upTo;
        return text.substring(start, offset);
    }

    boolean isAtBlank() {
        return isBlank(peek());
    }

    boolean isAtBreak() {
        char c = peek();
        return c == '\n' || c == '\r';
    }

    /** Skips a line break: LF, CR LF or CR. */
    void skipBreak() {
        if (next() == '\r' && peek() == '\n') {
            next();
        }
    }

    /** Whether there is a blank or a line break here, with a comment right after it. */
    boolean isBeforeComment() {
        char c = peek();
        return isBlankOrBreak(c) && peek(c == '\r' && peek(1) == '\n' ? 2 : 1) == '#';
    }

    /** Whether {@code ---} or {@code ...} is here at the start of a line. */
    boolean isAtDocumentIndicator() {
        char c = peek();
        return (c == '-' || c == '.') && isAtLineStart() && isAtDocumentIndicator(c);
    }

    boolean isAtDocumentIndicator(char c) {
        return peek() == c && peek(1) == c && peek(2) == c && isGapOrEnd(peek(3));
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    static boolean isBlankOrBreak(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    static boolean isGapOrEnd(char c) {
        return isBlankOrBreak(c) || c == END;
    }

    String text(int start, int end) {
        return text.substring(start, end);
    }

    Location location(int start, int end) {
        return new Location(source, new Span(start, end));
    }
}
