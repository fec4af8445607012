package io.falconer.ruleset;

import io.falconer.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * The result of checking a condition or an output against the field catalogue. Spans are those of the checked tree.
 *
 * @param failure the first error in Falco's order of compilation; empty if the text is valid
 * @param warnings in the order in which Falco reports them
 * @param eventTypes the events that a condition may hold for (section 3.7)
 */
public record Check(Optional<Failure> failure, List<Warning> warnings, EventTypeSet eventTypes) {
    public Check {
        warnings = List.copyOf(warnings);
    }

    /**
     * Why a text is not valid.
     *
     * @param message Falco's (section 2.5)
     * @param span where Falco counts the failure
     * @param culprit the part of the tree that causes it: one constant of a list, if Falco counts the list
     */
    public record Failure(String message, Span span, Span culprit) {}

    /**
     * Something valid that Falco warns about.
     *
     * @param span where Falco counts it
     * @param culprit the part of the tree that causes it
     * @param deprecatedField the field that a {@link Kind#DEPRECATED_FIELD} warning names; empty for {@code %container.info} in
     *     an output, which Falco reports against the rule and not its output
     */
    public record Warning(Kind kind, String message, Span span, Span culprit, Optional<String> deprecatedField) {}

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
