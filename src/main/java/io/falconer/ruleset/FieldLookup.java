package io.falconer.ruleset;

import io.falconer.condition.Operand;
import io.falconer.field.Field;
import io.falconer.field.FieldCatalogue;
import io.falconer.field.Resolution;
import java.util.Optional;

/** Finds the fields of a catalogue that conditions and outputs name. */
final class FieldLookup {
    /** Longer than the name of any field, including {@code evt.arg.} with a parameter's name. */
    static final int LONGEST_NAME = 128;

    private final FieldCatalogue catalogue;

    FieldLookup(FieldCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The field of {@code ref}, with the type that its argument determines. */
    Field find(Operand.FieldRef ref) {
        return switch (catalogue.resolve(ref.name(), ref.argument())) {
            case Resolution.Found found -> found.field();
            case Resolution.Refused refused -> throw new CompileFailure(refused.message(), ref.span());
        };
    }

    /** Whether {@code text} is the name of a field, with or without its argument. */
    boolean isField(String text) {
        int open = text.indexOf('[');
        boolean closed = open > 0 && text.indexOf(']') == text.length() - 1;
        if (text.isEmpty() || (open >= 0 && !closed)) {
            return false;
        }
        Optional<String> argument =
                open < 0 ? Optional.empty() : Optional.of(text.substring(open + 1, text.length() - 1));
        return catalogue.resolve(open < 0 ? text : text.substring(0, open), argument) instanceof Resolution.Found;
    }
}
