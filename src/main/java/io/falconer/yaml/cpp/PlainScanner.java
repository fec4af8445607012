package io.falconer.yaml.cpp;

import io.falconer.text.SourceText;

/**
 * Scans a scalar without quotes. It continues over lines that are indented enough, ends before a colon with a gap or before a
 * comment, and within brackets also before the characters of flow collections. A NUL is read like a backslash in quotes.
 */
final class PlainScanner {
    private static final StopCharacters STOPS = new StopCharacters("\0\t\n\r :,?[]{}");

    private final CharacterStream input;
    private final int indentation;
    private final boolean inFlow;
    private final FlowText text;
    private int end;
    private boolean endsWithLine;

    /**
     * A scanner of the scalar at {@code input}. Its further lines start at column {@code indentation} or to the right of it.
     */
    PlainScanner(CharacterStream input, int indentation, boolean inFlow) {
        this.input = input;
        this.indentation = indentation;
        this.inFlow = inFlow;
        this.text = new FlowText(input);
    }

    SourceText scan() {
        line();
        while (input.isAtBreak() && !isOver()) {
            text.endLine();
            lineBreaks();
            if (input.isAtBreak()) {
                break;
            }
            endsWithLine = input.column() < indentation;
            if (endsWithLine) {
                break;
            }
            line();
        }
        text.trim();
        return text.build();
    }

    /** The end of the scalar in the text. */
    int end() {
        return end;
    }

    /** Whether the next text starts a line, where a key is allowed. */
    boolean endsWithLine() {
        return endsWithLine;
    }

    private void line() {
        while (!input.isAtEnd() && !input.isAtBreak() && !isOver() && !input.isAtDocumentIndicator()) {
            char c = input.peek();
            if (c == '\0') {
                text.takeEscape();
            } else {
                text.take(STOPS);
            }
            if (!CharacterStream.isBlank(c)) {
                end = input.offset();
            }
        }
    }

    /** Skips line breaks, and the blanks at the start of the next line with text. */
    private void lineBreaks() {
        int count = 0;
        while (input.isAtBreak() && !isOver()) {
            input.skipBreak();
            count++;
            while (input.isAtBlank()) {
                if (input.peek() == '\t' && input.column() < indentation) {
                    throw YamlError.TAB.at(input.mark());
                }
                if (isOver()) {
                    break;
                }
                input.next();
            }
        }
        text.fold(input.isAtBreak() ? count + 1 : count, true); // a comment after an empty line ends the scalar there
    }

    private boolean isOver() {
        char c = input.peek();
        return switch (c) {
            case ':' -> CharacterStream.isGapOrEnd(input.peek(1)) || (inFlow && ",]}".indexOf(input.peek(1)) >= 0);
            case ' ', '\t', '\n', '\r' -> input.isBeforeComment();
            case ',', '?', '[', ']', '{', '}' -> inFlow;
            default -> false;
        };
    }
}
