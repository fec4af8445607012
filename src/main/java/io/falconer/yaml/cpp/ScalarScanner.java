package io.falconer.yaml.cpp;

import io.falconer.text.SourceText;
import java.util.Optional;

/** Scans scalars of all styles. */
final class ScalarScanner {
    private final CharacterStream input;
    private final Structure structure;
    private final Allowed allowed;
    private boolean endsTextFromAbove;
    private Optional<Mark> openQuote = Optional.empty();

    ScalarScanner(CharacterStream input, Structure structure, Allowed allowed) {
        this.input = input;
        this.structure = structure;
        this.allowed = allowed;
    }

    /** Whether the last scalar without quotes continued over a line break. */
    boolean endsTextFromAbove() {
        return endsTextFromAbove;
    }

    /** The quote that only the end of the text closed, if there is one so far. */
    Optional<Mark> openQuote() {
        return openQuote;
    }

    /** Scans the scalar that starts with {@code c}. */
    void scan(char c) {
        Mark mark = input.mark();
        if (!structure.isInFlow() && (c == '|' || c == '>')) {
            block(mark);
        } else if (!allowed.scalar()) {
            throw YamlError.SCALAR.at(mark);
        } else if (c == '\'' || c == '"') {
            quoted(mark);
        } else if (beginsPlain(c)) {
            plain(mark);
        } else {
            throw YamlError.TOKEN.at(mark);
        }
    }

    private boolean beginsPlain(char c) {
        char next = input.peek(1);
        boolean inFlow = structure.isInFlow();
        return switch (c) {
            case '#', '|', '>', '%', '@', '`' -> false;
            case '?' -> !inFlow && !CharacterStream.isGapOrEnd(next);
            case '-', ':' ->
                inFlow
                        ? !CharacterStream.isBlank(next) && next != CharacterStream.END
                        : !CharacterStream.isGapOrEnd(next);
            default -> true;
        };
    }

    private void block(Mark mark) {
        BlockScanner scanner = new BlockScanner(input, structure.indentation());
        SourceText text = scanner.scan();
        allowed.afterToken(true, false);
        add(Token.Kind.OTHER_SCALAR, mark, scanner.end(), text);
    }

    private void quoted(Mark mark) {
        structure.expectKey(allowed);
        QuotedScanner scanner = new QuotedScanner(input);
        SourceText text = scanner.scan();
        openQuote = scanner.isClosed() ? openQuote : Optional.of(mark);
        allowed.afterToken(false, true);
        allowed.scalar(structure.isInFlow());
        add(Token.Kind.OTHER_SCALAR, mark, input.offset(), text);
    }

    private void plain(Mark mark) {
        int indentation = structure.isInFlow() ? 0 : structure.indentation() + 1;
        structure.expectKey(allowed);
        PlainScanner scanner = new PlainScanner(input, indentation, structure.isInFlow());
        SourceText text = scanner.scan();
        endsTextFromAbove = input.line() > mark.line();
        allowed.afterToken(scanner.endsWithLine(), false);
        add(Token.Kind.PLAIN_SCALAR, mark, scanner.end(), text);
    }

    private void add(Token.Kind kind, Mark mark, int end, SourceText text) {
        structure.add(new Token(kind, mark, end, new Token.Content.Text(text)));
    }
}
