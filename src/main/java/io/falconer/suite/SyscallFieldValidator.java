package io.falconer.suite;

import io.falconer.event.TypedValue;
import io.falconer.event.Value;
import io.falconer.event.json.Json;
import io.falconer.event.json.Kind;
import io.falconer.field.EventSource;
import io.falconer.field.Field;
import io.falconer.field.FieldCatalogue;
import io.falconer.field.FieldType;
import io.falconer.yaml.Nearest;
import java.util.List;
import java.util.Optional;

/**
 * Whether Falco could have such a field in a system call event. A field that it could not have would have no value, and rules
 * would be silent for the wrong reason.
 */
final class SyscallFieldValidator {
    private static final FieldCatalogue CATALOGUE = FieldCatalogue.of(EventSource.SYSCALL);
    private static final long MOST_PORT = 0xFFFF;

    private SyscallFieldValidator() {}

    /** The error in a field of an event, and how to fix it. */
    record Problem(String code, String message, String hint) {}

    /** The error, if there is one. */
    static Optional<Problem> of(String name, Json value) {
        int bracket = name.indexOf('[');
        String plain = bracket < 0 ? name : name.substring(0, bracket);
        Optional<Field> field = CATALOGUE.find(plain);
        if (field.isEmpty()) {
            return plain.startsWith("evt.arg.") ? Optional.empty() : Optional.of(unknown(name, plain));
        }
        return fits(value, field.get()) ? Optional.empty() : Optional.of(wrong(name, value, field.get()));
    }

    private static boolean fits(Json value, Field field) {
        if (value.kind() == Kind.NULL) {
            return true;
        }
        return switch (TypedValue.of(value, field)) {
            case Value.None none -> value.kind() == Kind.ARRAY && value.items().isEmpty();
            case Value.Int number
            when field.type() == FieldType.PORT -> number.bits() >= 0 && number.bits() <= MOST_PORT;
            case Value.Scalar scalar -> true;
            case Value.Many many ->
                value.kind() != Kind.ARRAY
                        || many.items().size() == value.items().size();
        };
    }

    private static Problem unknown(String name, String plain) {
        List<String> names = CATALOGUE.fields().stream().map(Field::name).toList();
        return new Problem(
                "unknown-field",
                "no system call event has a field \"" + name + "\"",
                Nearest.to(plain, names)
                        .map(nearest -> "did you mean \"" + nearest + "\"?")
                        .orElse("falconer fields --source syscall lists them"));
    }

    private static Problem wrong(String name, Json value, Field field) {
        return new Problem(
                "wrong-kind",
                "\"" + name + "\" cannot be " + value.compact(),
                "its type is " + field.type() + (field.list() ? ", a list of them" : ""));
    }
}
