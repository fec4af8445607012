package io.falconer.model;

import io.falconer.language.Automaton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that is true or false of the document of an audit event. A value's text is what Falco's fields show of it: the
 * content of a string, and the compact JSON text of everything else (docs/falco.md, section 6.2).
 */
public sealed interface Statement {
    /** All parts are true. Without parts, every document. */
    record All(List<Statement> parts) implements Statement {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part is true. Without parts, no document. */
    record Any(List<Statement> parts) implements Statement {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** The part is false. */
    record Not(Statement part) implements Statement {}

    /** There is a value. */
    record Present(Leaf leaf) implements Statement {}

    /** There is a value, and its text is in the set. */
    record Within(Leaf leaf, Automaton texts) implements Statement {}

    /** All parts are true. */
    static Statement all(Statement... parts) {
        return new All(List.of(parts));
    }

    /** At least one part is true. */
    static Statement any(Statement... parts) {
        return new Any(List.of(parts));
    }

    /** The part is false. */
    static Statement not(Statement part) {
        return part instanceof Not(Statement inner) ? inner : new Not(part);
    }

    /** Whether it is true of a document whose values have these texts. */
    default boolean holds(Function<Leaf, Optional<String>> texts) {
        return switch (this) {
            case All all -> all.parts().stream().allMatch(part -> part.holds(texts));
            case Any any -> any.parts().stream().anyMatch(part -> part.holds(texts));
            case Not not -> !not.part().holds(texts);
            case Present present -> texts.apply(present.leaf()).isPresent();
            case Within within ->
                texts.apply(within.leaf()).filter(within.texts()::accepts).isPresent();
        };
    }
}
