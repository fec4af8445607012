package io.falconer.ruleset;

import io.falconer.field.EventSource;
import io.falconer.field.Field;
import io.falconer.field.FieldCatalogue;
import io.falconer.yaml.Nearest;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How to mend what Falco's own messages only state. */
final class LoadHints {
    private static final String NO_FIELD = "nonexistent field ";
    /** A field, perhaps within functions. */
    private static final Pattern FIELD_IN_OUTPUT = Pattern.compile("(?:\\w+\\()*(\\w+(?:\\.\\w+)+)");

    private static final String CURLY_QUOTES = "\u201C\u201D\u2018\u2019\u201E\u00AB\u00BB";

    static final String ITEM =
            "an item has one of the keys rule, macro, list, required_engine_version, required_plugin_versions";
    static final String PRIORITY = "one of EMERGENCY, ALERT, CRITICAL, ERROR, WARNING, NOTICE, INFORMATIONAL, DEBUG";

    private LoadHints() {}

    /** For a name that nothing has. */
    static Optional<String> name(String written, Collection<String> known) {
        return Nearest.to(written, known).map(near -> "did you mean \"" + near + "\"?");
    }

    static Optional<String> source(String written) {
        return name(
                written,
                Arrays.stream(EventSource.values()).map(EventSource::id).toList());
    }

    /** For a macro that a condition can not see. */
    static String macro(String name, Collection<MacroDef> macros) {
        if (macros.stream().anyMatch(macro -> macro.name().equals(name))) {
            return "it is defined below; a macro may use only macros defined above it";
        }
        return name(name, macros.stream().map(MacroDef::name).toList())
                .orElse("define it in this file or in one that is loaded before");
    }

    /** For a condition that does not parse. */
    static Optional<String> syntax(String condition, int offset) {
        if (condition.chars().anyMatch(c -> CURLY_QUOTES.indexOf(c) >= 0)) {
            return Optional.of("write straight quotes: \" or '");
        }
        String before =
                condition.substring(0, Math.min(offset, condition.length())).stripTrailing();
        if (before.endsWith(".") || condition.startsWith(". ", offset)) {
            return Optional.of("a field's name holds no blank");
        }
        return condition.indexOf('#') >= 0
                ? Optional.of("a condition has no comments: what follows # is part of it")
                : Optional.empty();
    }

    /** For a condition that does not compile. */
    static Optional<String> compilation(String message, EventSource source) {
        int start = message.indexOf(NO_FIELD);
        if (start < 0) {
            return Optional.empty();
        }
        return field(message.substring(start + NO_FIELD.length()), source);
    }

    /** For an output that cannot be read from {@code rest} on, which follows a {@code %}. */
    static Optional<String> output(String rest, EventSource source) {
        Matcher field = FIELD_IN_OUTPUT.matcher(rest);
        if (field.lookingAt()) {
            return field(field.group(1), source)
                    .or(() -> Optional.of("falconer fields lists the fields that there are"));
        }
        return rest.isEmpty() ? Optional.empty() : Optional.of("every % begins a field: no output can show one");
    }

    private static Optional<String> field(String field, EventSource source) {
        EventSource other = source == EventSource.SYSCALL ? EventSource.K8S_AUDIT : EventSource.SYSCALL;
        if (FieldCatalogue.of(other).find(field).isPresent()) {
            return Optional.of("it is a field of source " + other.id() + "; this rule's source is " + source.id());
        }
        return name(
                field,
                FieldCatalogue.of(source).fields().stream().map(Field::name).toList());
    }
}
