package io.falconer.field;

import java.util.Optional;

/** Reads the names of plugin fields, with the messages of section 2.5 for wrong arguments. */
final class PluginFields {
    private final Field field;
    private final String spelling;

    private PluginFields(Field field, String spelling) {
        this.field = field;
        this.spelling = spelling;
    }

    /** Falco finds the longest field that the text starts with, and checks the brackets before the rest. */
    static Resolution resolve(FieldCatalogue catalogue, String spelling) {
        return catalogue
                .longestPrefix(spelling)
                .map(field -> new PluginFields(field, spelling).resolve())
                .orElseGet(() -> FieldResolver.nonexistent(spelling));
    }

    /** The field that {@code text} starts with: the same, but text may follow it. */
    static FieldPrefix prefix(FieldCatalogue catalogue, String text) {
        String looked = beforeSpace(text);
        return catalogue
                .longestPrefix(looked)
                .map(field -> new PluginFields(field, looked).prefix(looked))
                .orElseGet(FieldPrefix.None::new);
    }

    /** Only the text before the first space is read, so an argument cannot contain one. */
    private static String beforeSpace(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space).stripTrailing();
    }

    private Resolution resolve() {
        return switch (prefix(beforeSpace(spelling))) {
            case FieldPrefix.Found found ->
                found.length() == spelling.length()
                        ? new Resolution.Found(field, found.argument())
                        : FieldResolver.nonexistent(spelling);
            case FieldPrefix.Refused refused -> new Resolution.Refused(refused.message());
            case FieldPrefix.None none -> FieldResolver.nonexistent(spelling);
        };
    }

    private FieldPrefix prefix(String text) {
        int open = text.indexOf('[');
        if (open < 0) {
            return isArgumentRequired()
                    ? refused(" requires an argument but none provided")
                    : found(Optional.empty(), field.name().length());
        }
        if (open != field.name().length()) {
            return new FieldPrefix.None();
        }
        if (open + 1 == text.length()) {
            return refused(" terminates with incomplete argument brackets");
        }
        int close = text.indexOf(']', open);
        if (close < 0) {
            return refused(" has unbalanced argument brackets");
        }
        String argument = text.substring(open + 1, close);
        return wrong(argument)
                .<FieldPrefix>map(refused -> refused)
                .orElseGet(() -> found(Optional.of(argument), close + 1));
    }

    private FieldPrefix found(Optional<String> argument, int length) {
        return new FieldPrefix.Found(field, field.name(), argument, length);
    }

    private boolean isArgumentRequired() {
        return switch (field.argument()) {
            case KEY_REQUIRED, INDEX_REQUIRED -> true;
            case NONE, INDEX_OPTIONAL, KEY_OPTIONAL -> false;
        };
    }

    private Optional<FieldPrefix.Refused> wrong(String argument) {
        return switch (field.argument()) {
            case NONE ->
                Optional.of(refused(" does not allow nor require an argument but one is provided: " + argument));
            case INDEX_OPTIONAL, INDEX_REQUIRED -> wrongIndex(argument);
            case KEY_OPTIONAL, KEY_REQUIRED -> Optional.empty();
        };
    }

    private Optional<FieldPrefix.Refused> wrongIndex(String argument) {
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

    private Optional<FieldPrefix.Refused> badIndex(String complaint, String argument) {
        return Optional.of(new FieldPrefix.Refused("filter " + spelling + " " + field.name() + complaint + argument));
    }

    private FieldPrefix.Refused refused(String complaint) {
        return new FieldPrefix.Refused("filter '" + spelling + "': " + field.name() + complaint);
    }
}
