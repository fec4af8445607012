package io.falconer.field;

import java.util.Optional;

/** The meaning of a field name with its argument. */
public sealed interface Resolution {
    /**
     * A field of the catalogue.
     *
     * @param field the field, with the type of the argument if that decides it ({@code evt.rawarg})
     * @param argument the text in its brackets, or after its name if it is written so ({@code evt.arg.flags})
     */
    record Found(Field field, Optional<String> argument) implements Resolution {}

    /** The name is not a field: Falco's message. */
    record Refused(String message) implements Resolution {}
}
