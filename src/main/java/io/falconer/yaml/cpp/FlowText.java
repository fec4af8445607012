package io.falconer.yaml.cpp;

import io.falconer.text.SourceText;

/**
 * The text of a scalar whose lines are joined: characters as written, escapes, and folded line breaks. Blanks around line
 * breaks are dropped.
 */
final class FlowText {
    private final CharacterStream input;
    private final int start;
    private final SourceText.Builder out = new SourceText.Builder();

    /** The start of characters that are in the text as written, and the end of the last of them that is not a blank. */
    private int from;

    private int upTo;

    /** The first stretch. It is added only when there is another, because most texts have only one. */
    private int firstStart;

    private int firstEnd;

    /** What the line breaks before {@link #from} become if more text follows, and where they start. */
    private String fold = "";

    private int foldStart;
    private boolean endsWithEscape;

    /** An empty text that starts at {@code input}. */
    FlowText(CharacterStream input) {
        this.input = input;
        this.start = input.offset();
        begin();
    }

    /** Lets the text continue at the input. */
    void begin() {
        from = input.offset();
        upTo = from;
    }

    /** Reads a character as written, and the following ones up to {@code stops} if none of them can start a line. */
    void take(StopCharacters stops) {
        char c = input.next();
        if (c > ' ') {
            input.skipTo(stops);
        }
        if (!CharacterStream.isBlank(c)) {
            upTo = input.offset();
        }
    }

    /** Reads an escape. */
    void takeEscape() {
        int escape = input.offset();
        beginEscape();
        String text = input.peek() == '\'' ? quote() : BackslashEscapes.read(input);
        out.written(text, input.location(escape, input.offset()));
        begin();
    }

    private String quote() {
        input.skip(2);
        return "'";
    }

    /** Reads the backslash before a line break that must leave nothing. */
    void takeBackslash() {
        beginEscape();
        input.next();
    }

    private void beginEscape() {
        add(input.offset());
        flush();
        endsWithEscape = true;
    }

    /** Ends a line after its last character that is not a blank. */
    void endLine() {
        add(upTo);
        foldStart = input.offset();
    }

    /** Ends a line at the input. */
    void endHere() {
        add(input.offset());
    }

    private void add(int end) {
        if (end > from) {
            if (out.length() == 0 && fold.isEmpty() && firstEnd == firstStart) {
                firstStart = from;
                firstEnd = end;
            } else {
                flush();
                out.written(input.text(from, end), input.location(from, end));
            }
            endsWithEscape = false;
            from = end;
        }
    }

    private void flush() {
        if (firstEnd > firstStart) {
            out.written(input.text(firstStart, firstEnd), input.location(firstStart, firstEnd));
            firstEnd = firstStart;
        }
        if (!fold.isEmpty()) {
            out.written(fold, input.location(foldStart, from));
            fold = "";
        }
    }

    /** Continues after line breaks: a single one becomes a blank or nothing; of several, all except the first stay. */
    void fold(int lineBreaks, boolean single) {
        fold = lineBreaks > 1 ? "\n".repeat(lineBreaks - 1) : single ? " " : "";
        begin();
    }

    boolean isEmpty() {
        return out.length() == 0 && firstEnd == firstStart;
    }

    boolean endsWithEscape() {
        return endsWithEscape;
    }

    /** Keeps no more than {@code most} of the empty lines that the text would end with. */
    void clip(int most) {
        if (fold.startsWith("\n")) {
            fold = fold.substring(0, Math.min(most, fold.length()));
        }
        flushFold();
    }

    /** Drops blanks at the end, except one character right after an escape. */
    void trim() {
        add(upTo);
        int most = endsWithEscape ? 1 : 0;
        if (fold.isEmpty()) {
            add(Math.min(upTo + most, input.offset()));
        } else {
            fold = fold.substring(0, most);
            flushFold();
        }
    }

    private void flushFold() {
        if (!fold.isEmpty()) {
            flush();
        }
    }

    SourceText build() {
        if (firstEnd > firstStart) {
            return SourceText.written(input.location(firstStart, firstEnd));
        }
        return out.build(input.location(start, input.offset()));
    }
}
