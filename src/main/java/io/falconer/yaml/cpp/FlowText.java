package io.falconer.yaml.cpp;

import io.falconer.text.SourceText;

/**
 * The text of a scalar whose lines are joined: characters as they stand, escapes, and line breaks folded. Blanks around
 * line breaks are dropped.
 */
final class FlowText {
    private final CharacterStream input;
    private final int start;
    private final SourceText.Builder out = new SourceText.Builder();

    /** Where characters begin that stand in the text as they are, and where the last of them that is not blank ends. */
    private int from;

    private int upTo;

    /** The first stretch, which is not added before there is more: most texts have no other. */
    private int firstStart;

    private int firstEnd;

    /** What the line breaks before {@link #from} become if there is more, and where they begin. */
    private String fold = "";

    private int foldStart;
    private boolean endsWithEscape;

    /** An empty text that begins where {@code input} is. */
    FlowText(CharacterStream input) {
        this.input = input;
        this.start = input.offset();
        begin();
    }

    /** Lets the text go on where the input is. */
    void begin() {
        from = input.offset();
        upTo = from;
    }

    /** Takes a character as it stands, and those behind it up to {@code stops} if none can begin a line. */
    void take(StopCharacters stops) {
        char c = input.next();
        if (c > ' ') {
            input.skipTo(stops);
        }
        if (!CharacterStream.isBlank(c)) {
            upTo = input.offset();
        }
    }

    /** Takes an escape. */
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

    /** Takes the backslash before a line break that is to leave nothing. */
    void takeBackslash() {
        beginEscape();
        input.next();
    }

    private void beginEscape() {
        add(input.offset());
        flush();
        endsWithEscape = true;
    }

    /** Ends a line behind its last character that is not blank. */
    void endLine() {
        add(upTo);
        foldStart = input.offset();
    }

    /** Ends a line where the input is. */
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

    /** Goes on behind line breaks: one becomes a blank, or nothing, and of several all but the first stay. */
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

    /** Drops what is blank at the end, but for one character right behind an escape. */
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
