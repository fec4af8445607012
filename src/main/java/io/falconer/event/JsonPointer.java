package io.falconer.event;

import io.falconer.event.json.Json;
import io.falconer.event.json.Key;
import io.falconer.event.json.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The argument of {@code jevt.value}: similar to RFC 6901, by the rules of section 6.5. */
public record JsonPointer(List<Token> tokens) implements DocumentField {
    /** The pointer that {@code text} spells. An empty text means the whole document. */
    public static JsonPointer of(String text) {
        if (text.isEmpty()) {
            return new JsonPointer(List.of());
        }
        String path = text.startsWith("/") ? text.substring(1) : text;
        return new JsonPointer(Stream.of(path.split("/", -1))
                .map(token -> Token.of(token.replace("~1", "/").replace("~0", "~")))
                .toList());
    }

    /** What is under its keys. If it may mean an element of an array, all elements. */
    @Override
    public DocumentPaths reads() {
        return DocumentPaths.of(tokens.stream()
                .takeWhile(token -> token.index().isEmpty())
                .map(token -> token.key().toString())
                .toArray(String[]::new));
    }

    @Override
    public Value of(Json document) {
        Json at = document;
        for (int i = 0; i < tokens.size(); i++) {
            Optional<Json> next = tokens.get(i).in(at);
            if (next.isEmpty()) {
                return Value.None.NONE;
            }
            at = next.get();
        }
        return Value.text(at.text());
    }

    /**
     * The first step that a document lacks.
     *
     * @param parent what would contain it, as in {@code requestObject.spec.containers[0]}; empty for the document
     * @param step the key or index that is not there
     * @param isElement whether the parent is an array
     */
    public record Missing(String parent, String step, boolean isElement) {}

    /** The first step that {@code document} lacks; empty if the value is there. */
    public Optional<Missing> missing(Json document) {
        Json at = document;
        StringBuilder parent = new StringBuilder();
        for (Token token : tokens) {
            boolean isElement = at.kind() == Kind.ARRAY;
            Optional<Json> next = token.in(at);
            if (next.isEmpty()) {
                return Optional.of(new Missing(parent.toString(), token.key().toString(), isElement));
            }
            parent.append(
                    isElement ? "[" + token.index().orElseThrow() + "]" : (parent.isEmpty() ? "" : ".") + token.key());
            at = next.get();
        }
        return Optional.empty();
    }

    /** One step: a key for objects and perhaps an index for arrays. */
    public record Token(Key key, Optional<Integer> index) {
        private static Token of(String text) {
            return new Token(Key.of(text), number(text));
        }

        private Optional<Json> in(Json value) {
            return value.kind() == Kind.ARRAY ? index.flatMap(value::at) : value.get(key);
        }
    }

    /** As Go's Atoi reads it: an optional sign, then digits, leading zeros allowed. */
    private static Optional<Integer> number(String token) {
        String digits = token.startsWith("+") || token.startsWith("-") ? token.substring(1) : token;
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.parseInt(token));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }
}
