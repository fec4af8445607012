package io.falconer.yaml.cpp;

import io.falconer.text.SourceText;
import java.util.List;

/**
 * A token of the scanner. Only a colon shows that the node before it is a key. Until then, the tokens for the key are
 * unverified, and the parser does not read past them.
 */
final class Token {
    /** The kind of a token. */
    enum Kind {
        DIRECTIVE,
        DOCUMENT_START,
        DOCUMENT_END,
        BLOCK_LIST_START,
        BLOCK_LIST_END,
        BLOCK_MAP_START,
        BLOCK_MAP_END,
        BLOCK_ENTRY,
        FLOW_LIST_START,
        FLOW_LIST_END,
        FLOW_MAP_START,
        FLOW_MAP_END,
        FLOW_ENTRY,
        KEY,
        VALUE,
        ANCHOR,
        ALIAS,
        TAG,
        PLAIN_SCALAR,
        OTHER_SCALAR,
        /** After the last token. */
        END
    }

    /** Whether it counts. */
    enum Status {
        VALID,
        INVALID,
        UNVERIFIED
    }

    /** The content that some tokens have. */
    sealed interface Content {
        /** No content. */
        record None() implements Content {}

        /** The name of an anchor or an alias. */
        record Name(String name) implements Content {}

        /** The text of a scalar. */
        record Text(SourceText text) implements Content {}

        /** A tag: {@code !handle!suffix}, {@code !!suffix} or {@code !suffix}; the handle as directives spell it. */
        record Tag(String handle, String suffix) implements Content {}

        /** A directive. */
        record Directive(String name, List<String> arguments) implements Content {}
    }

    private static final Content NONE = new Content.None();

    private final Kind kind;
    private final Mark mark;
    private final int end;
    private final Content content;
    private Status status = Status.VALID;

    Token(Kind kind, Mark mark, int end, Content content) {
        this.kind = kind;
        this.mark = mark;
        this.end = end;
        this.content = content;
    }

    /** A token without content. */
    static Token of(Kind kind, Mark mark, int end) {
        return new Token(kind, mark, end, NONE);
    }

    Kind kind() {
        return kind;
    }

    Mark mark() {
        return mark;
    }

    /** The end of the token, in UTF-16 units. */
    int end() {
        return end;
    }

    Content content() {
        return content;
    }

    Status status() {
        return status;
    }

    void become(Status other) {
        status = other;
    }
}
