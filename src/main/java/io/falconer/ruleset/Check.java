package io.falconer.ruleset;

import io.falconer.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * What checking a condition or an output against the field catalogue gave. Spans are those of the checked tree, so they
 * count in whatever text that part of the tree was parsed from.
 *
 * @param failure the first error in Falco's order of compilation; empty if the text is valid
 * @param warnings in the order in which Falco reports them
 * @param eventTypes the events that a condition may hold for (section 3.7)
 */
public record Check(Optional<Failure> failure, List<Warning> warnings, EventTypeSet eventTypes) {
    public Check {
        warnings = List.copyOf(warnings);
    }

    /** Falco's message (section 2.5) and the part of the tree it speaks of. */
    public record Failure(String message, Span span) {}

    /**
     * Something valid that Falco warns of.
     *
     * @param deprecatedField the field that a {@link Kind#DEPRECATED_FIELD} warning names; empty for {@code
     *     %container.info} in an output, which Falco reports against the rule and not its output
     */
    public record Warning(Kind kind, String message, Span span, Optional<String> deprecatedField) {}

    /** Which of Falco's warning codes (section 1.5) a warning has. */
    public enum Kind {
        /** LOAD_UNSAFE_NA_CHECK. */
        UNSAFE_NA_CHECK,
        /** LOAD_DEPRECATED_ITEM. */
        DEPRECATED_FIELD,
        /** LOAD_COMPILE_CONDITION. */
        CONDITION
    }
}
