package io.falconer.yaml.cpp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a text into tokens. */
final class Scanner {
    private final CharacterStream input;
    private final Structure structure;
    private final Allowed allowed = new Allowed();
    private final ScalarScanner scalars;
    private final IndicatorScanner indicators;
    private boolean hasEnded;

    /** A scanner of {@code input} that adds what it finds to {@code structure}. */
    Scanner(CharacterStream input, Structure structure) {
        this.input = input;
        this.structure = structure;
        this.scalars = new ScalarScanner(input, structure, allowed);
        this.indicators = new IndicatorScanner(input, structure, allowed);
    }

    boolean hasEnded() {
        return hasEnded;
    }

    /** The quote that only the end of the text closed, if there is one so far. */
    Optional<Mark> openQuote() {
        return scalars.openQuote();
    }

    /** Adds the next token, and the tokens for what it starts or ends. */
    void scan() {
        skipGap();
        char c = input.peek();
        structure.endDeeper(c == '-' && CharacterStream.isGapOrEnd(input.peek(1)));
        if (input.isAtEnd()) {
            end();
        } else if (input.isAtLineStart() && c == '%') {
            directive();
        } else if (input.isAtDocumentIndicator()) {
            document(c == '-' ? Token.Kind.DOCUMENT_START : Token.Kind.DOCUMENT_END);
        } else {
            token(c);
        }
    }

    private void token(char c) {
        char next = input.peek(1);
        switch (c) {
            case '[' -> indicators.openFlow(Token.Kind.FLOW_LIST_START, ']');
            case '{' -> indicators.openFlow(Token.Kind.FLOW_MAP_START, '}');
            case ']' -> indicators.closeFlow(Token.Kind.FLOW_LIST_END);
            case '}' -> indicators.closeFlow(Token.Kind.FLOW_MAP_END);
            case ',' -> indicators.flowEntry();
            case '&' -> indicators.name(Token.Kind.ANCHOR, YamlError.ANCHOR_NAME, YamlError.ANCHOR_CHARACTER);
            case '*' -> indicators.name(Token.Kind.ALIAS, YamlError.ALIAS_NAME, YamlError.ALIAS_CHARACTER);
            case '!' -> indicators.tag();
            case '-' -> {
                if (CharacterStream.isGapOrEnd(next)) {
                    indicators.blockEntry();
                } else {
                    scalars.scan(c);
                }
            }
            case '?' -> {
                if (CharacterStream.isBlankOrBreak(next)) {
                    indicators.key();
                } else {
                    scalars.scan(c);
                }
            }
            case ':' -> {
                if (isValue(next)) {
                    indicators.value(scalars.endsTextFromAbove());
                } else {
                    scalars.scan(c);
                }
            }
            default -> scalars.scan(c);
        }
    }

    private boolean isValue(char next) {
        if (!structure.isInFlow()) {
            return CharacterStream.isGapOrEnd(next);
        }
        return allowed.bareColon() || CharacterStream.isBlankOrBreak(next) || ",]}".indexOf(next) >= 0;
    }

    /** Skips blanks, comments and line breaks. */
    private void skipGap() {
        while (true) {
            while (input.isAtBlank()) {
                if (input.next() == '\t' && !structure.isInFlow()) {
                    allowed.key(false);
                }
            }
            if (input.peek() == '#') {
                input.skipLine();
            }
            if (!input.isAtBreak()) {
                return;
            }
            input.skipBreak();
            structure.dismissKey();
            allowed.scalar(true);
            allowed.key(allowed.key() || !structure.isInFlow());
        }
    }

    private void end() {
        input.resetColumn();
        endStructure();
        structure.add(Token.Kind.END, input.mark());
        hasEnded = true;
    }

    private void endStructure() {
        structure.endAll();
        structure.forgetKeys();
        allowed.afterToken(false, false);
    }

    private void document(Token.Kind kind) {
        endStructure();
        Mark mark = input.mark();
        input.skip(3);
        structure.add(kind, mark);
    }

    private void directive() {
        endStructure();
        Mark mark = input.mark();
        input.next();
        String name = word();
        List<String> arguments = new ArrayList<>();
        skipBlanks();
        while (!input.isAtEnd() && !input.isAtBreak() && input.peek() != '#') {
            arguments.add(word());
            skipBlanks();
        }
        structure.add(Token.Kind.DIRECTIVE, mark, new Token.Content.Directive(name, arguments));
    }

    private String word() {
        int start = input.offset();
        while (!input.isAtEnd() && !CharacterStream.isBlankOrBreak(input.peek())) {
            input.next();
        }
        return input.text(start, input.offset());
    }

    private void skipBlanks() {
        while (input.isAtBlank()) {
            input.next();
        }
    }
}
