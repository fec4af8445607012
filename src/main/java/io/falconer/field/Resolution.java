package io.falconer.field;

import java.util.Optional;

/** What a field name with its argument stands for. */
public sealed interface Resolution {
    /**
     * A field of the catalogue.
     *
     * @param field the field, with the type of the argument where that decides it ({@code evt.rawarg})
     * @param argument what its brackets hold, or what follows the name where it is written so ({@code evt.arg.flags})
     */
    record Found(Field field, Optional<String> argument) implements Resolution {}

    /** No field: Falco's message. */
    record Refused(String message) implements Resolution {}
}
