package io.falconer.yaml;

import io.falconer.text.SourceText;
import io.falconer.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A node of a YAML document as it was written. Scalars keep their text and have no type, keys may repeat, {@code <<} is an
 * ordinary key, and aliases stand for the node that they name and have its place.
 */
public sealed interface YamlNode {
    /** The place of the node: UTF-16 offsets in the file's text, tag and anchor included. */
    Span span();

    /** Whether the node is null: a plain scalar that is empty, {@code ~}, {@code null}, {@code Null} or {@code NULL}. */
    default boolean isNull() {
        return this instanceof Scalar scalar && scalar.plain() && Scalar.NULLS.contains(scalar.text());
    }

    /** The name of a node of this kind in messages. */
    default String kind() {
        return switch (this) {
            case Scalar scalar -> scalar.isNull() ? "empty" : "a scalar";
            case Sequence s -> "a list";
            case Mapping m -> "a mapping";
        };
    }

    /**
     * A text.
     *
     * @param source the text with quotes, escapes and folding resolved, and the origin of each stretch
     * @param plain whether it has no quotes, block indicator or tag, so that a typed reader may see more than a string
     */
    record Scalar(SourceText source, boolean plain, Span span) implements YamlNode {
        private static final List<String> NULLS = List.of("", "~", "null", "Null", "NULL");

        /** The text itself. */
        public String text() {
            return source.text();
        }

        /** A quoted scalar with another text, derived from this one and in its place. */
        public Scalar standingFor(String other) {
            return new Scalar(SourceText.made(other, source.place()), false, span);
        }
    }

    /** A list. */
    record Sequence(List<YamlNode> items, Span span) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys and values in the order in which they were written, including repeated keys. */
    record Mapping(List<Entry> entries, Span span) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** The value of the first scalar key with the text {@code key}, as yaml-cpp finds it. */
        public Optional<YamlNode> get(String key) {
            for (Entry entry : entries) {
                if (entry.key() instanceof Scalar scalar && scalar.text().equals(key)) {
                    return Optional.of(entry.value());
                }
            }
            return Optional.empty();
        }
    }
}
