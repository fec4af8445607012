package io.falconer.yaml.cpp;

import io.falconer.text.SourceFile;
import io.falconer.text.SourceText;
import java.util.Deque;
import java.util.Optional;

/**
 * The tokens of a text, one after the other. The text is only scanned as far as necessary to know whether the next token
 * counts.
 */
final class Tokens {
    private final CharacterStream input;
    private final Deque<Token> scanned;
    private final Scanner scanner;

    /** The end of the last token that is not empty. */
    private int end;

    Tokens(SourceFile source) {
        this.input = new CharacterStream(source);
        Structure structure = new Structure(input);
        this.scanned = structure.tokens();
        this.scanner = new Scanner(input, structure);
    }

    /** The next token. After the last one, there is a token of kind {@code END}. */
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

    /** Reads the next token. */
    Token take() {
        Token token = next();
        scanned.remove();
        end = token.end() > token.mark().offset() ? token.end() : end;
        return token;
    }

    /** Reads the token that ends a block collection. */
    void takeEnd(Token.Kind closing, YamlError otherwise) {
        if (kind() != closing) {
            throw otherwise.at(mark());
        }
        take();
    }

    /** Reads a comma, unless brackets close here. */
    void takeSeparator(Token.Kind closing, YamlError otherwise) {
        if (kind() == Token.Kind.FLOW_ENTRY) {
            take();
        } else if (kind() != closing) {
            throw otherwise.at(mark());
        }
    }

    /** Whether brackets continue. They must be closed before the text ends. */
    boolean isBefore(Token.Kind closing, YamlError otherwise) {
        if (kind() == Token.Kind.END) {
            throw otherwise.at(mark());
        }
        return kind() != closing;
    }

    /** The end of what starts at {@code mark}, in UTF-16 units, once all its tokens are read. */
    int endOf(Mark mark) {
        return Math.max(mark.offset(), end);
    }

    /** An empty text at {@code mark}. */
    SourceText emptyText(Mark mark) {
        return SourceText.made("", input.location(mark.offset(), mark.offset()));
    }

    /** The current place of the scanner. */
    Mark scannedTo() {
        return input.mark();
    }

    /** The quote that only the end of the text closed, if there is one so far. */
    Optional<Mark> openQuote() {
        return scanner.openQuote();
    }
}
