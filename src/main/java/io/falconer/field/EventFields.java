package io.falconer.field;

import java.util.Optional;

/** Reads the names of system call fields that contain their argument: {@code evt.arg.flags}. */
final class EventFields {
    private EventFields() {}

    /** The resolution if the name is one of these; otherwise empty. */
    static Optional<Resolution> resolve(
            FieldCatalogue catalogue, String name, Optional<String> argument, String spelling) {
        // By prefix as in Falco, longest names first. evt.args is an ordinary field.
        if (name.startsWith("evt.arg") && !name.startsWith("evt.args")) {
            return catalogue.find("evt.arg").map(field -> parameter(catalogue, field, argument, spelling));
        }
        if (name.startsWith("evt.rawarg")) {
            return catalogue.find("evt.rawarg").map(field -> rawParameter(catalogue, field, argument, spelling));
        }
        if (name.startsWith("evt.around")) {
            return catalogue.find("evt.around").map(field -> around(field, argument, spelling));
        }
        if (name.startsWith("evt.type.is")) {
            return catalogue.find("evt.type.is").map(field -> type(catalogue, field, argument, spelling));
        }
        if (name.startsWith("thread.cgroup") && !name.startsWith("thread.cgroups")) {
            return catalogue.find("thread.cgroup").map(field -> controlGroup(field, argument, spelling));
        }
        return Optional.empty();
    }

    private static Resolution parameter(
            FieldCatalogue catalogue, Field field, Optional<String> argument, String spelling) {
        if (spelling.startsWith(field.name() + "[")) {
            String number = argument.orElse("");
            return IntegerReader.isInteger(number)
                    ? new Resolution.Found(field, argument)
                    : new Resolution.Refused(IntegerReader.refusal(number));
        }
        return named(field, spelling, catalogue.eventTypes().longestParameter(rest(field, spelling)));
    }

    private static Resolution rawParameter(
            FieldCatalogue catalogue, Field field, Optional<String> argument, String spelling) {
        if (argument.isPresent() && spelling.startsWith(field.name() + "[")) {
            return new Resolution.Refused("evt.arg fields must be expressed explicitly");
        }
        Optional<String> name = catalogue.eventTypes().longestParameter(rest(field, spelling));
        Field typed = name.map(value -> field.withType(catalogue.eventTypes().parameterType(value)))
                .orElse(field);
        return named(typed, spelling, name);
    }

    private static Resolution named(Field field, String spelling, Optional<String> parameter) {
        String rest = rest(field, spelling);
        if (!spelling.startsWith(field.name() + ".")) {
            return new Resolution.Refused("filter syntax error: " + spelling);
        }
        if (parameter.isEmpty()) {
            return new Resolution.Refused("unknown event argument " + rest);
        }
        return rest.equals(parameter.get())
                ? new Resolution.Found(field, parameter)
                : FieldResolver.nonexistent(spelling);
    }

    private static Resolution around(Field field, Optional<String> argument, String spelling) {
        if (spelling.startsWith(field.name() + "[")) {
            String number = argument.orElse("");
            return IntegerReader.isInteger(number)
                    ? new Resolution.Found(field, argument)
                    : new Resolution.Refused(IntegerReader.refusal(number));
        }
        return new Resolution.Refused(
                spelling.startsWith(field.name() + ".")
                        ? "wrong syntax for evt.around"
                        : "filter syntax error: " + spelling);
    }

    private static Resolution type(FieldCatalogue catalogue, Field field, Optional<String> argument, String spelling) {
        if (!spelling.startsWith(field.name() + ".")) {
            return new Resolution.Refused("filter syntax error: " + spelling);
        }
        String type = rest(field, spelling);
        return argument.isEmpty() && catalogue.eventTypes().isKnown(type)
                ? new Resolution.Found(field, Optional.of(type))
                : FieldResolver.nonexistent(spelling);
    }

    private static Resolution controlGroup(Field field, Optional<String> argument, String spelling) {
        if (!spelling.startsWith(field.name() + ".")) {
            return new Resolution.Refused("filter syntax error: " + spelling);
        }
        String group = rest(field, spelling);
        boolean plain = group.chars().allMatch(c -> Character.isLetter(c) || c == '_');
        return argument.isEmpty() && plain
                ? new Resolution.Found(field, Optional.of(group))
                : FieldResolver.nonexistent(spelling);
    }

    /** The text after the field's name and one more character. */
    private static String rest(Field field, String spelling) {
        return spelling.substring(Math.min(field.name().length() + 1, spelling.length()));
    }
}
