package io.falconer.yaml.cpp;

import io.falconer.text.SourceFile;
import io.falconer.text.SourceText;
import java.util.Deque;
import java.util.Optional;

/** The tokens of a text one after the other; no more is scanned than shows whether the next one counts. */
final class Tokens {
    private final CharacterStream input;
    private final Deque<Token> scanned;
    private final Scanner scanner;

    /** Where the last token that takes room ends. */
    private int end;

    Tokens(SourceFile source) {
        this.input = new CharacterStream(source);
        Structure structure = new Structure(input);
        this.scanned = structure.tokens();
        this.scanner = new Scanner(input, structure);
    }

    /** The next token; behind the last one there is one of kind {@code END}. */
    Token next() {
        while (true) {
            Token token = scanned.peek();
            if (token == null || (token.status() == Token.Status.UNVERIFIED && !scanner.hasEnded())) {
                scanner.scan();
            } else if (token.status() == Token.Status.INVALID) {
                scanned.remove();
            } else {
                return token;
            }
        }
    }

    Token.Kind kind() {
        return next().kind();
    }

    Mark mark() {
        return next().mark();
    }

    /** Takes the next token. */
    Token take() {
        Token token = next();
        scanned.remove();
        end = token.end() > token.mark().offset() ? token.end() : end;
        return token;
    }

    /** Takes the token that ends a block collection. */
    void takeEnd(Token.Kind closing, YamlError otherwise) {
        if (kind() != closing) {
            throw otherwise.at(mark());
        }
        take();
    }

    /** Takes a comma, unless brackets close here. */
    void takeSeparator(Token.Kind closing, YamlError otherwise) {
        if (kind() == Token.Kind.FLOW_ENTRY) {
            take();
        } else if (kind() != closing) {
            throw otherwise.at(mark());
        }
    }

    /** Whether brackets go on; they must be closed before the text ends. */
    boolean isBefore(Token.Kind closing, YamlError otherwise) {
        if (kind() == Token.Kind.END) {
            throw otherwise.at(mark());
        }
        return kind() != closing;
    }

    /** Where what begins at {@code mark} ends, once all its tokens are taken, in UTF-16 units. */
    int endOf(Mark mark) {
        return Math.max(mark.offset(), end);
    }

    /** A text of no characters at {@code mark}. */
    SourceText emptyText(Mark mark) {
        return SourceText.made("", input.location(mark.offset(), mark.offset()));
    }

    /** Where scanning has come to. */
    Mark scannedTo() {
        return input.mark();
    }

    /** The quote that nothing but the end of the text closed, if there is one so far. */
    Optional<Mark> openQuote() {
        return scanner.openQuote();
    }
}
