package io.falconer.event;

import io.falconer.event.json.Json;
import io.falconer.event.json.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The argument of {@code jevt.value}: much like RFC 6901, by the rules of section 6.5. */
record JsonPointer(List<String> tokens) implements DocumentField {
    /** The pointer written as {@code text}; an empty one stands for the whole document. */
    static JsonPointer of(String text) {
        if (text.isEmpty()) {
            return new JsonPointer(List.of());
        }
        String path = text.startsWith("/") ? text.substring(1) : text;
        return new JsonPointer(Stream.of(path.split("/", -1))
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList());
    }

    @Override
    public Value of(Json document) {
        Optional<Json> at = Optional.of(document);
        for (String token : tokens) {
            at = at.flatMap(value -> step(value, token));
        }
        return at.<Value>map(value -> Value.text(value.text())).orElse(Value.None.NONE);
    }

    private static Optional<Json> step(Json value, String token) {
        return value.kind() == Kind.ARRAY ? index(token).flatMap(value::at) : value.get(token);
    }

    /** As Go's Atoi reads it: an optional sign, then digits, leading zeros allowed. */
    private static Optional<Integer> index(String token) {
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
