package io.falconer.ruleset;

import io.falconer.condition.Expr;
import io.falconer.field.Dialect;
import io.falconer.field.EventSource;
import io.falconer.yaml.Entry;
import io.falconer.yaml.Nearest;
import io.falconer.yaml.YamlNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hints how to fix errors that Falco's own messages only state. */
final class LoadHints {
    private static final String NO_FIELD = "nonexistent field ";
    /** A field, perhaps within functions. */
    private static final Pattern FIELD_IN_OUTPUT = Pattern.compile("(?:\\w+\\()*(\\w+(?:\\.\\w+)+)");

    private static final List<String> ITEM_KEYS =
            List.of("rule", "macro", "list", "required_engine_version", "required_plugin_versions");

    private static final String ITEM =
            "an item has one of the keys rule, macro, list, required_engine_version, required_plugin_versions";
    static final String UNDEFINED = "define it in this file or in a file that is loaded earlier";
    static final String PRIORITY = "one of EMERGENCY, ALERT, CRITICAL, ERROR, WARNING, NOTICE, INFORMATIONAL, DEBUG";

    private LoadHints() {}

    /** For an unknown name. */
    static Optional<String> name(String written, Collection<String> known) {
        return Nearest.to(written, known).map(near -> "did you mean \"" + near + "\"?");
    }

    /** For a source that no loaded plugin provides. */
    static Optional<String> source(String written) {
        return EventSource.of(written)
                .map(source -> FieldHints.notNamed(KnownPlugin.providing(source).getFirst(), "source " + written))
                .or(() -> name(
                        written,
                        Arrays.stream(EventSource.values()).map(EventSource::id).toList()));
    }

    /** For a macro that is not defined. */
    static String macro(String name, Collection<MacroDef> macros) {
        return name(name, macros.stream().map(MacroDef::name).toList()).orElse(UNDEFINED);
    }

    /** For a condition that does not compile. */
    static Optional<String> compilation(
            Check.Failure failure, Expr condition, EventSource source, Dialect dialect, Collection<String> lists) {
        String message = failure.message();
        int start = message.indexOf(NO_FIELD);
        return start < 0
                ? ValueHints.of(failure, condition, dialect.schema(), lists)
                : FieldHints.of(message.substring(start + NO_FIELD.length()), source, dialect);
    }

    /** For an output that cannot be read from {@code rest} on, which follows a {@code %}. */
    static Optional<String> output(String rest, EventSource source, Dialect dialect) {
        Matcher field = FIELD_IN_OUTPUT.matcher(rest);
        if (field.lookingAt()) {
            String name = field.group(1);
            if (dialect.catalogue(source).find(name).isPresent()) {
                return Optional.empty(); // something else is wrong
            }
            return Optional.of(FieldHints.of(name, source, dialect)
                    .map(hint -> hint.startsWith(name) ? hint : "there is no field " + name + "; " + hint)
                    .orElse("there is no field " + name + "; falconer fields lists all fields"));
        }
        return rest.isEmpty() ? Optional.empty() : Optional.of("every % starts a field: an output cannot show a %");
    }

    /** For an item that Falco does not know. */
    static String item(YamlNode.Mapping item) {
        if (item.get("exception").isPresent()) {
            return "exceptions belong to a rule: \"- rule: NAME\" with \"exceptions: [...]\" and \"override: {exceptions:"
                    + " append}\"";
        }
        return item.entries().stream()
                .flatMap(entry -> name(entry.name(), ITEM_KEYS).stream())
                .findFirst()
                .orElse(ITEM);
    }

    /** For {@code append: true} without anything to append. */
    static Optional<String> appendsNothing(Item item, Set<String> replaceable) {
        return item.node().entries().stream()
                .map(Entry::name)
                .filter(replaceable::contains)
                .findFirst()
                .map(key -> "\"append: true\" is for condition and exceptions only; write \"override: {" + key
                        + ": replace}\" in its place");
    }
}
