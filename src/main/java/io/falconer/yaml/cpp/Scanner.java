package io.falconer.yaml.cpp;

import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a text into tokens, no further than is asked for. */
final class Scanner {
    private final Input input;
    private final Structure structure;

    /** Whether a key may begin here: in a block at the beginning of a line or behind an indicator. */
    private boolean keyAllowed = true;

    /** Whether a scalar or a comma may stand here: behind a quoted scalar only once there is a colon or a new line. */
    private boolean scalarAllowed = true;

    /** Whether brackets or quotes have just ended within brackets, so that a colon needs no blank. */
    private boolean endsLikeJson;

    /** Whether the last scalar without quotes went on over a line break. */
    private boolean endsScalarFromAbove;

    private boolean hasEnded;
    private Optional<Mark> openQuote = Optional.empty();

    Scanner(SourceFile source) {
        this.input = new Input(source);
        this.structure = new Structure(input);
    }

    /** Where scanning has come to. */
    Mark mark() {
        return input.mark();
    }

    /** The quote that nothing but the end of the text closed, if there is one so far. */
    Optional<Mark> openQuote() {
        return openQuote;
    }

    /** The place at {@code mark}. */
    Location location(Mark mark) {
        return input.location(mark.offset(), mark.offset());
    }

    boolean isEmpty() {
        ensureToken();
        return structure.tokens().isEmpty();
    }

    /** The next token, which there must be. */
    Token peek() {
        ensureToken();
        return structure.tokens().element();
    }

    /** Takes the next token, which there must be. */
    Token pop() {
        ensureToken();
        return structure.tokens().remove();
    }

    /** Scans until the next token is known to be one, or nothing is left that could decide it. */
    private void ensureToken() {
        while (true) {
            Token next = structure.tokens().peek();
            if (next != null && next.status() == Token.Status.VALID) {
                return;
            }
            if (next != null && next.status() == Token.Status.INVALID) {
                structure.tokens().remove();
            } else if (hasEnded) {
                return;
            } else {
                scan();
            }
        }
    }

    private void scan() {
        skipGap();
        char c = input.peek();
        structure.endDeeper(c == '-' && Input.isGapOrEnd(input.peek(1)));
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
        boolean isBeforeGap = Input.isGapOrEnd(input.peek(1));
        boolean isBeforeBlank = isBeforeGap && input.peek(1) != Input.END;
        switch (c) {
            case '[' -> openFlow(Token.Kind.FLOW_LIST_START, ']');
            case '{' -> openFlow(Token.Kind.FLOW_MAP_START, '}');
            case ']' -> closeFlow(Token.Kind.FLOW_LIST_END);
            case '}' -> closeFlow(Token.Kind.FLOW_MAP_END);
            case ',' -> flowEntry();
            case '&', '*' -> anchorOrAlias(c == '&');
            case '!' -> tag();
            default -> {
                if (c == '-' && isBeforeGap) {
                    blockEntry();
                } else if (c == '?' && isBeforeBlank) {
                    key();
                } else if (c == ':' && isValue()) {
                    value();
                } else {
                    scalar(c);
                }
            }
        }
    }

    private boolean isValue() {
        char next = input.peek(1);
        if (!structure.isInFlow()) {
            return Input.isGapOrEnd(next);
        }
        return endsLikeJson || Input.isBlankOrBreak(next) || ",]}".indexOf(next) >= 0;
    }

    /** Takes blanks, comments and line breaks. */
    private void skipGap() {
        while (true) {
            while (input.isAtBlank()) {
                if (input.next() == '\t' && !structure.isInFlow()) {
                    keyAllowed = false;
                }
            }
            if (input.peek() == '#') {
                while (!input.isAtEnd() && !input.isAtBreak()) {
                    input.next();
                }
            }
            if (!input.isAtBreak()) {
                return;
            }
            input.skipBreak();
            structure.dismissKey();
            scalarAllowed = true;
            keyAllowed |= !structure.isInFlow();
        }
    }

    private void end() {
        input.resetColumn();
        endStructure();
        scalarAllowed = false;
        hasEnded = true;
    }

    private void endStructure() {
        structure.endAll();
        structure.forgetKeys();
        keyAllowed = false;
        endsLikeJson = false;
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
        while (!input.isAtEnd() && !Input.isBlankOrBreak(input.peek())) {
            input.next();
        }
        return input.text(start, input.offset());
    }

    private void skipBlanks() {
        while (input.isAtBlank()) {
            input.next();
        }
    }

    private void openFlow(Token.Kind kind, char closing) {
        expectKey();
        keyAllowed = true;
        endsLikeJson = false;
        Mark mark = input.mark();
        input.next();
        structure.open(closing);
        structure.add(kind, mark);
    }

    private void closeFlow(Token.Kind kind) {
        Mark mark = input.mark();
        if (!structure.isInFlow()) {
            throw Complaint.FLOW_END.at(mark);
        }
        endPair(mark);
        keyAllowed = false;
        endsLikeJson = true;
        if (!structure.close(input.next())) {
            throw Complaint.FLOW_END.at(mark);
        }
        structure.add(kind, mark);
    }

    private void flowEntry() {
        Mark mark = input.mark();
        if (input.isAtLineStart()) {
            throw Complaint.FLOW_START.at(mark);
        }
        if (!scalarAllowed) {
            throw Complaint.SCALAR.at(mark);
        }
        endPair(mark);
        keyAllowed = true;
        endsLikeJson = false;
        input.next();
        structure.add(Token.Kind.FLOW_ENTRY, mark);
    }

    /** Within braces a key may stand alone; within brackets it is an item. */
    private void endPair(Mark mark) {
        if (structure.isInFlowMap()) {
            if (structure.confirmKey()) {
                structure.add(Token.Kind.VALUE, mark);
            }
        } else if (structure.isInFlow()) {
            structure.dismissKey();
        }
    }

    private void blockEntry() {
        Mark mark = input.mark();
        if (structure.isInFlow() || !keyAllowed) {
            throw Complaint.BLOCK_ENTRY.at(mark);
        }
        structure.beginList();
        endsLikeJson = false;
        input.next();
        structure.add(Token.Kind.BLOCK_ENTRY, mark);
    }

    private void key() {
        Mark mark = input.mark();
        beginMap(Complaint.MAP_KEY);
        input.next();
        structure.add(Token.Kind.KEY, mark);
    }

    private void value() {
        Mark mark = input.mark();
        endsLikeJson = false;
        if (structure.confirmKey()) {
            keyAllowed = false;
        } else {
            beginMap(endsScalarFromAbove ? Complaint.MAP_VALUE_BELOW : Complaint.MAP_VALUE);
        }
        scalarAllowed = true;
        input.next();
        structure.add(Token.Kind.VALUE, mark);
    }

    private void beginMap(Complaint otherwise) {
        boolean inBlock = !structure.isInFlow();
        if (inBlock) {
            if (!keyAllowed) {
                throw otherwise.at(input.mark());
            }
            structure.beginMap();
        }
        keyAllowed = inBlock;
    }

    private void anchorOrAlias(boolean isAnchor) {
        expectKey();
        keyAllowed = false;
        endsLikeJson = false;
        Mark mark = input.mark();
        input.next();
        int start = input.offset();
        while (!input.isAtEnd() && !Input.isBlankOrBreak(input.peek()) && "[]{},".indexOf(input.peek()) < 0) {
            input.next();
        }
        if (input.offset() == start) {
            throw (isAnchor ? Complaint.ANCHOR_NAME : Complaint.ALIAS_NAME).at(input.mark());
        }
        if ("[{".indexOf(input.peek()) >= 0) {
            throw (isAnchor ? Complaint.ANCHOR_CHARACTER : Complaint.ALIAS_CHARACTER).at(input.mark());
        }
        structure.add(
                isAnchor ? Token.Kind.ANCHOR : Token.Kind.ALIAS,
                mark,
                new Token.Content.Name(input.text(start, input.offset())));
    }

    private void tag() {
        expectKey();
        keyAllowed = false;
        endsLikeJson = false;
        Mark mark = input.mark();
        structure.add(Token.Kind.TAG, mark, TagScanner.scan(input));
    }

    private void scalar(char c) {
        boolean inFlow = structure.isInFlow();
        if (!inFlow && (c == '|' || c == '>')) {
            blockScalar();
            return;
        }
        Mark mark = input.mark();
        if (!scalarAllowed) {
            throw Complaint.SCALAR.at(mark);
        }
        if (c == '\'' || c == '"') {
            quotedScalar(mark);
        } else if (beginsPlain(c)) {
            plainScalar(mark);
        } else {
            throw Complaint.TOKEN.at(mark);
        }
    }

    private boolean beginsPlain(char c) {
        char next = input.peek(1);
        boolean inFlow = structure.isInFlow();
        return switch (c) {
            case '#', '|', '>', '%', '@', '`' -> false;
            case '?' -> !inFlow && !Input.isGapOrEnd(next);
            case '-', ':' -> inFlow ? !Input.isBlank(next) && next != Input.END : !Input.isGapOrEnd(next);
            default -> true;
        };
    }

    private void blockScalar() {
        Mark mark = input.mark();
        BlockScanner scanner = new BlockScanner(input, structure.indentation());
        SourceText text = scanner.scan();
        keyAllowed = true;
        endsLikeJson = false;
        structure.add(new Token(Token.Kind.OTHER_SCALAR, mark, scanner.end(), new Token.Content.Text(text)));
    }

    private void quotedScalar(Mark mark) {
        expectKey();
        QuotedScanner scanner = new QuotedScanner(input);
        SourceText text = scanner.scan();
        openQuote = scanner.isClosed() ? openQuote : Optional.of(mark);
        keyAllowed = false;
        scalarAllowed = structure.isInFlow();
        endsLikeJson = true;
        structure.add(Token.Kind.OTHER_SCALAR, mark, new Token.Content.Text(text));
    }

    private void plainScalar(Mark mark) {
        int indentation = structure.isInFlow() ? 0 : structure.indentation() + 1;
        PlainScanner scanner = new PlainScanner(input, indentation, structure.isInFlow());
        expectKey();
        SourceText text = scanner.scan();
        keyAllowed = scanner.endsWithLine();
        endsScalarFromAbove = input.line() > mark.line();
        endsLikeJson = false;
        structure.add(new Token(Token.Kind.PLAIN_SCALAR, mark, scanner.end(), new Token.Content.Text(text)));
    }

    private void expectKey() {
        if (keyAllowed) {
            structure.expectKey();
        }
    }
}
