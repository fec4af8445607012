package io.falconer.field;

import java.util.Optional;

/** Reads the names of fields that plugins bring, with the messages of section 2.5 for wrong arguments. */
final class PluginFields {
    private final Field field;
    private final String spelling;

    private PluginFields(Field field, String spelling) {
        this.field = field;
        this.spelling = spelling;
    }

    /** Falco looks for the longest field that the text begins with, and judges the brackets before what else is left. */
    static Resolution resolve(FieldCatalogue catalogue, String spelling) {
        return catalogue
                .longestPrefix(spelling)
                .map(field -> new PluginFields(field, spelling).resolve())
                .orElseGet(() -> FieldResolver.nonexistent(spelling));
    }

    private Resolution resolve() {
        // Only the text before the first space is looked at: hence no argument may hold one.
        int space = spelling.indexOf(' ');
        String text = space < 0 ? spelling : spelling.substring(0, space).stripTrailing();
        int open = text.indexOf('[');
        if (open < 0) {
            return withoutArgument();
        }
        if (open != field.name().length()) {
            return FieldResolver.nonexistent(spelling);
        }
        if (open + 1 == text.length()) {
            return refused(" terminates with incomplete argument brackets");
        }
        int close = text.indexOf(']', open);
        if (close < 0) {
            return refused(" has unbalanced argument brackets");
        }
        return withArgument(text.substring(open + 1, close), close + 1 == spelling.length());
    }

    private Resolution withoutArgument() {
        boolean required =
                switch (field.argument()) {
                    case KEY_REQUIRED, INDEX_REQUIRED -> true;
                    case NONE, INDEX_OPTIONAL, KEY_OPTIONAL -> false;
                };
        if (required) {
            return refused(" requires an argument but none provided");
        }
        return spelling.length() == field.name().length()
                ? new Resolution.Found(field, Optional.empty())
                : FieldResolver.nonexistent(spelling);
    }

    private Resolution withArgument(String argument, boolean whole) {
        Optional<Resolution> wrong =
                switch (field.argument()) {
                    case NONE ->
                        Optional.of(
                                refused(" does not allow nor require an argument but one is provided: " + argument));
                    case INDEX_OPTIONAL, INDEX_REQUIRED -> wrongIndex(argument);
                    case KEY_OPTIONAL, KEY_REQUIRED -> Optional.empty();
                };
        return wrong.orElseGet(
                () -> whole ? new Resolution.Found(field, Optional.of(argument)) : FieldResolver.nonexistent(spelling));
    }

    private Optional<Resolution> wrongIndex(String argument) {
        if (!argument.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return badIndex(" has an invalid index argument not composed only by digits: ", argument);
        }
        if (argument.isEmpty() || (argument.length() > 1 && argument.charAt(0) == '0')) {
            return badIndex(" has an invalid index argument starting with 0: ", argument);
        }
        if (argument.length() > IntegerReader.MAX_UNSIGNED.length()
                || (argument.length() == IntegerReader.MAX_UNSIGNED.length()
                        && argument.compareTo(IntegerReader.MAX_UNSIGNED) > 0)) {
            return badIndex(" has an invalid index argument not representable on 64 bit: ", argument);
        }
        return Optional.empty();
    }

    private Optional<Resolution> badIndex(String complaint, String argument) {
        return Optional.of(new Resolution.Refused("filter " + spelling + " " + field.name() + complaint + argument));
    }

    private Resolution refused(String complaint) {
        return new Resolution.Refused("filter '" + spelling + "': " + field.name() + complaint);
    }
}
