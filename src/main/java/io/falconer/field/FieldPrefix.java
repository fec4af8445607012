package io.falconer.field;

import java.util.Optional;

/** The field that a text begins with, judged as Falco up to 0.43 judges the tokens of outputs. */
public sealed interface FieldPrefix {
    /**
     * A field.
     *
     * @param field the field itself
     * @param name as the text spells it, an argument behind a dot included
     * @param argument what stands in its brackets
     * @param length of the text that belongs to the field
     */
    record Found(Field field, String name, Optional<String> argument, int length) implements FieldPrefix {}

    /** A field that cannot stand so: Falco's message. */
    record Refused(String message) implements FieldPrefix {}

    /** No field. */
    record None() implements FieldPrefix {}
}
