package io.falconer.yaml.cpp;

import io.falconer.text.SourceText;

/** Scans a literal or folded block scalar. A NUL in it is read like a backslash in quotes. */
final class BlockScanner {
    /** What happens to the line breaks at the end. */
    private enum Chomping {
        STRIP,
        CLIP,
        KEEP
    }

    private static final StopCharacters STOPS = new StopCharacters("\0\4\n\r");

    private final CharacterStream input;
    private final int parent;
    private final SourceText.Builder out = new SourceText.Builder();
    private boolean folded;
    private Chomping chomping = Chomping.CLIP;
    private int indentation = 1;
    private boolean detecting = true;
    private int end;

    /** The length of the text up to the character after the last escape; chomping keeps it. */
    private int behindEscape;

    /** The lines before this one. */
    private boolean hasText;

    private boolean isPastFirstBreak;
    private boolean wasEmpty;
    private boolean wasIndentedMore;

    /** Empty lines that are not added yet, where they start, and whether the line before them is indented more. */
    private int emptyLines;

    private int emptyStart;
    private boolean emptyAfterIndentedMore;

    /** A scanner of the scalar at {@code input}, within a collection at column {@code parent}, or -1. */
    BlockScanner(CharacterStream input, int parent) {
        this.input = input;
        this.parent = parent;
    }

    SourceText scan() {
        int start = input.offset();
        header();
        end = input.offset();
        indentation += Math.max(0, parent);
        while (line()) {}
        chomp();
        end = trimmed(start);
        return out.build(input.location(start, end));
    }

    /** The end of the scalar's text. */
    int end() {
        return end;
    }

    private int trimmed(int start) {
        String text = input.text(start, end);
        return start + text.stripTrailing().length();
    }

    private void header() {
        folded = input.next() == '>';
        if (!chompingIndicator()) {
            if (indentationIndicator()) {
                chompingIndicator();
            }
        } else {
            indentationIndicator();
        }
        while (input.isAtBlank()) {
            input.next();
        }
        if (input.peek() == '#') {
            input.skipLine();
        }
        if (!input.isAtEnd() && !input.isAtBreak()) {
            throw YamlError.BLOCK_CHARACTER.at(input.mark());
        }
    }

    private boolean chompingIndicator() {
        char c = input.peek();
        if (c != '+' && c != '-') {
            return false;
        }
        input.next();
        chomping = c == '+' ? Chomping.KEEP : Chomping.STRIP;
        return true;
    }

    private boolean indentationIndicator() {
        char c = input.peek();
        if (c < '0' || c > '9') {
            return false;
        }
        input.next();
        if (c == '0') {
            throw YamlError.BLOCK_INDENTATION.at(input.mark());
        }
        indentation = c - '0';
        detecting = false;
        return true;
    }

    /**
     * Reads the rest of a line, its break, and the indentation of the next line; returns whether that line belongs to the
     * scalar.
     */
    private boolean line() {
        text();
        if (!input.isAtBreak()) {
            return false;
        }
        int lineBreak = input.offset();
        input.skipBreak();
        int afterBreak = input.offset();
        indent();
        boolean isEmpty = input.isAtBreak();
        boolean isIndentedMore = input.isAtBlank();
        if (isPastFirstBreak) {
            if (folded) {
                fold(lineBreak, isEmpty, isIndentedMore);
            } else {
                out.written("\n", input.location(lineBreak, afterBreak));
            }
        }
        wasEmpty = isEmpty;
        wasIndentedMore = isIndentedMore;
        isPastFirstBreak = true;
        return isEmpty || input.column() >= indentation;
    }

    private void text() {
        int start = input.offset();
        int from = start;
        while (!input.isAtBreak() && input.peek() != CharacterStream.END) {
            if (input.peek() == '\0') {
                add(from);
                from = input.offset();
                String escaped = BackslashEscapes.read(input);
                out.written(escaped, input.location(from, input.offset()));
                from = input.offset();
                behindEscape = out.length() + 1;
            } else {
                input.next();
                input.skipTo(STOPS);
            }
        }
        add(from);
        if (input.offset() > start) {
            hasText = true;
            isPastFirstBreak = true;
            end = input.offset();
        }
    }

    private void add(int from) {
        out.written(input.text(from, input.offset()), input.location(from, input.offset()));
    }

    private void indent() {
        while (input.peek() == ' ' && (input.column() < indentation || (detecting && !hasText))) {
            input.next();
        }
        if (detecting && !hasText) {
            indentation = Math.max(indentation, input.column());
        }
        if (input.peek() == '\t' && input.column() < indentation) {
            throw YamlError.TAB.at(input.mark());
        }
    }

    private void fold(int lineBreak, boolean isEmpty, boolean isIndentedMore) {
        if (isEmpty) {
            if (emptyLines++ == 0) {
                emptyStart = lineBreak;
                emptyAfterIndentedMore = wasIndentedMore;
            }
            return;
        }
        boolean joins = !wasEmpty && !wasIndentedMore && !isIndentedMore && input.column() >= indentation;
        int more = emptyLines - 1 + (emptyAfterIndentedMore || isIndentedMore || !hasText ? 1 : 0);
        String text = joins ? " " : "\n" + "\n".repeat(emptyLines == 0 ? 0 : more);
        out.written(text, input.location(emptyLines == 0 ? lineBreak : emptyStart, input.offset()));
        emptyLines = 0;
    }

    private void chomp() {
        int length = out.length();
        while (length > 0 && out.charAt(length - 1) == '\n') {
            length--;
        }
        length = Math.min(out.length(), Math.max(length, behindEscape));
        int kept =
                switch (chomping) {
                    case STRIP -> 0;
                    case CLIP -> length > 0 ? 1 : 0;
                    case KEEP -> out.length() - length;
                };
        out.truncate(Math.min(out.length(), length + kept));
    }
}
