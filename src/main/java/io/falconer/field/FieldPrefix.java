package io.falconer.field;

import java.util.Optional;

/** The field that a text starts with, checked as Falco up to 0.43 checks the tokens of outputs. */
public sealed interface FieldPrefix {
    /**
     * A field.
     *
     * @param field the field itself
     * @param name the name in the text, including an argument after a dot
     * @param argument the text in its brackets
     * @param length the length of the text that belongs to the field
     */
    record Found(Field field, String name, Optional<String> argument, int length) implements FieldPrefix {}

    /** A field that is not valid in this form: Falco's message. */
    record Refused(String message) implements FieldPrefix {}

    /** No field. */
    record None() implements FieldPrefix {}
}
