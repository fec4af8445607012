package io.falconer.ruleset;

import io.falconer.condition.Transformer;
import io.falconer.field.FieldType;
import java.util.List;
import java.util.Optional;

/**
 * What join, concat and getopt require of their arguments. Falco checks the fields in them, not what other transformers made of
 * the fields.
 */
final class MultiValue {
    private MultiValue() {}

    /** Falco's message, if the arguments do not fit. */
    static Optional<String> check(Transformer transformer, List<OperandType> arguments) {
        return switch (transformer) {
            case JOIN -> join(arguments);
            case CONCAT -> concat(arguments);
            case GETOPT -> getopt(arguments);
            case TOLOWER, TOUPPER, B64, BASENAME, LEN -> Optional.empty();
        };
    }

    private static Optional<String> join(List<OperandType> arguments) {
        if (arguments.size() != 2) {
            return Optional.of("join() requires exactly 2 arguments: separator and list");
        }
        if (isList(arguments.get(0))) {
            return Optional.of("join() first argument (separator) must be a single value, not a list");
        }
        return isList(arguments.get(1)) ? Optional.empty() : Optional.of("join() second argument must be a list");
    }

    private static Optional<String> concat(List<OperandType> arguments) {
        boolean texts = arguments.stream().allMatch(a -> isText(a) && !isList(a));
        return texts ? Optional.empty() : Optional.of("concat() arguments must be strings");
    }

    private static Optional<String> getopt(List<OperandType> arguments) {
        if (arguments.size() != 2) {
            return Optional.of("getopt() requires exactly 2 arguments: args list and optstring");
        }
        if (!isList(arguments.get(0))) {
            return Optional.of("getopt() first argument must be a list");
        }
        if (isList(arguments.get(1))) {
            return Optional.of("getopt() second argument (optstring) must be a single value");
        }
        boolean texts = isText(arguments.get(0)) && isText(arguments.get(1));
        return texts ? Optional.empty() : Optional.of("getopt() arguments must be strings");
    }

    private static boolean isText(OperandType argument) {
        return argument.field().type() == FieldType.CHARBUF;
    }

    private static boolean isList(OperandType argument) {
        return argument.field().list();
    }
}
