package io.falconer.suite;

import com.google.re2j.PatternSyntaxException;
import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads matchers: a scalar or list is a literal, null means no value, a mapping has {@code contains}, {@code startsWith},
 * {@code endsWith}, {@code regex}, {@code exists} or {@code not}, all of which must hold.
 */
final class MatcherReader {
    /** The matchers that accept a text. */
    static final List<String> TEXTS = List.of("contains", "startsWith", "endsWith", "regex");

    private static final int DEEPEST = 10;

    private final MappingReader around;
    private final boolean exact;

    /** Creates a reader of matchers within {@code around}. {@code exact} says how literal lists are compared. */
    MatcherReader(MappingReader around, boolean exact) {
        this.around = around;
        this.exact = exact;
    }

    Optional<Matcher> read(YamlNode node, String what) {
        return read(node, what, 0);
    }

    private Optional<Matcher> read(YamlNode node, String what, int depth) {
        return switch (node) {
            case YamlNode.Scalar scalar ->
                Optional.of(scalar.isNull() ? new Matcher.Exists(false) : new Matcher.Literal(scalar.text()));
            case YamlNode.Sequence sequence -> items(sequence, what);
            case YamlNode.Mapping mapping -> around.mapping(mapping, what).flatMap(r -> mapping(r, what, depth));
        };
    }

    private Optional<Matcher> items(YamlNode.Sequence sequence, String what) {
        List<String> items = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            if (item instanceof YamlNode.Scalar scalar) {
                items.add(scalar.text());
            } else {
                around.error(item.span(), "wrong-kind", "an item of " + what + " must be a string, not " + item.kind());
                return Optional.empty();
            }
        }
        return Optional.of(new Matcher.Items(items, exact));
    }

    private Optional<Matcher> mapping(MappingReader reader, String what, int depth) {
        List<Matcher> matchers = new ArrayList<>();
        for (String key : TEXTS) {
            reader.string(key).flatMap(text -> text(key, text, reader)).ifPresent(matchers::add);
        }
        reader.bool("exists").map(e -> new Matcher.Exists(e.value())).ifPresent(matchers::add);
        reader.node("not").flatMap(inner -> not(reader, inner, depth)).ifPresent(matchers::add);
        reader.finish();
        if (reader.isEmpty()) {
            reader.error(
                    reader.span(),
                    "missing-key",
                    what + " requires nothing",
                    "give contains, startsWith, endsWith, regex, exists or not");
        }
        return matchers.isEmpty()
                ? Optional.empty()
                : Optional.of(matchers.size() == 1 ? matchers.getFirst() : new Matcher.All(matchers));
    }

    private static Optional<Matcher> text(String key, Located<String> text, MappingReader reader) {
        return switch (key) {
            case "contains" -> Optional.of(new Matcher.Contains(text.value()));
            case "startsWith" -> Optional.of(new Matcher.StartsWith(text.value()));
            case "endsWith" -> Optional.of(new Matcher.EndsWith(text.value()));
            default -> regex(reader, text);
        };
    }

    private static Optional<Matcher> regex(MappingReader reader, Located<String> text) {
        try {
            return Optional.of(new Matcher.Regex(Regexes.compile(text.value())));
        } catch (PatternSyntaxException e) {
            reader.error(text.span(), "bad-regex", "not a regular expression: " + e.getDescription());
            return Optional.empty();
        }
    }

    private Optional<Matcher> not(MappingReader reader, YamlNode inner, int depth) {
        if (depth == DEEPEST) {
            reader.error(inner.span(), "too-deep", "\"not\" is nested too deeply");
            return Optional.empty();
        }
        return read(inner, "\"not\"", depth + 1).map(Matcher.Not::new);
    }
}
