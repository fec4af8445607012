package io.falconer.yaml.cpp;

import io.falconer.text.SourceText;

/** Scans a scalar in single or double quotes. */
final class QuotedScanner {
    private static final StopCharacters STOPS = new StopCharacters("\0\t\n\r \"'\\");

    private final CharacterStream input;
    private final char quote;
    private final char escape;
    private final FlowText text;
    private int lineStart;
    private boolean isClosed;

    QuotedScanner(CharacterStream input) {
        this.input = input;
        this.quote = input.peek();
        this.escape = quote == '"' ? '\\' : '\'';
        this.text = new FlowText(input);
    }

    SourceText scan() {
        input.next();
        text.begin();
        lineStart = input.offset();
        while (!isAtQuote() && !isLeftOpen()) {
            if (input.isAtBreak()) {
                text.endLine();
                lineBreaks(true);
            } else if (input.isAtDocumentIndicator()) {
                throw YamlError.SCALAR_DOCUMENT.at(input.mark());
            } else if (input.peek() != escape) {
                text.take(STOPS);
            } else if (escape == '\\' && (input.peek(1) == '\n' || input.peek(1) == '\r')) {
                text.takeBackslash();
                text.endLine();
                lineBreaks(false);
            } else {
                text.takeEscape();
            }
        }
        text.endHere();
        text.clip(text.endsWithEscape() ? 2 : text.isEmpty() ? 0 : 1);
        isClosed = !input.isAtEnd();
        input.skip(isClosed ? 1 : 0);
        return text.build();
    }

    /** Whether a quote ended the scalar, not the text. */
    boolean isClosed() {
        return isClosed;
    }

    private boolean isAtQuote() {
        return input.peek() == quote && (quote == '"' || input.peek(1) != '\'');
    }

    /** The end of the text closes a scalar too, but only at the start of a line. */
    private boolean isLeftOpen() {
        if (input.isAtEnd() && input.offset() > lineStart) {
            throw YamlError.SCALAR_END.at(input.mark());
        }
        return input.isAtEnd();
    }

    /** Skips line breaks, and the blanks at the start of the next line with text. */
    private void lineBreaks(boolean single) {
        int count = 0;
        while (input.isAtBreak()) {
            input.skipBreak();
            count++;
            while (input.isAtBlank()) {
                input.next();
            }
        }
        text.fold(count, single);
        lineStart = input.offset();
    }
}
