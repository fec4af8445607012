package io.falconer.field;

import java.util.Optional;
import java.util.Set;

/**
 * Finds the field that a text starts with. Each part of Falco finds the longest of its names and treats what follows in its own
 * way (libs 0.23, {@code parse_field_name} of {@code sinsp_filtercheck_*.cpp} and {@code plugin_filtercheck.cpp}).
 */
final class PrefixResolver {
    private static final Set<String> OF_PROCESSES = Set.of(
            "proc.apid",
            "proc.aname",
            "proc.aexepath",
            "proc.aexe",
            "proc.acmdline",
            "proc.aargs",
            "proc.args",
            "proc.env",
            "proc.aenv");
    private static final Set<String> WITH_ANY_ARGUMENT = Set.of("proc.env", "proc.aenv");

    private final FieldCatalogue catalogue;
    private final String text;

    private PrefixResolver(FieldCatalogue catalogue, String text) {
        this.catalogue = catalogue;
        this.text = text;
    }

    static FieldPrefix resolve(FieldCatalogue catalogue, String text) {
        return new PrefixResolver(catalogue, text).resolve();
    }

    private FieldPrefix resolve() {
        if (FieldResolver.isOfPlugin(text)) {
            return PluginFields.prefix(catalogue, text);
        }
        if (isAt("evt.arg") && !text.startsWith("evt.args")) {
            return named("evt.arg", "filter syntax error: " + text);
        }
        for (String name : new String[] {"evt.rawarg", "evt.around", "evt.type.is", "thread.cgroup"}) {
            if (isAt(name) && !text.startsWith("thread.cgroups")) {
                return named(name, "filter syntax error: " + text);
            }
        }
        return catalogue.longestPrefix(text).map(this::plain).orElseGet(FieldPrefix.None::new);
    }

    private boolean isAt(String name) {
        return text.startsWith(name) && catalogue.find(name).isPresent();
    }

    /** A field with its argument in brackets or after a dot. */
    private FieldPrefix named(String name, String otherwise) {
        Field field = catalogue.find(name).orElseThrow();
        String rest = text.substring(Math.min(text.length(), name.length() + 1));
        if (text.startsWith(name + "[") && !name.equals("evt.type.is") && !name.equals("thread.cgroup")) {
            return name.equals("evt.rawarg")
                    ? new FieldPrefix.Refused("evt.arg fields must be expressed explicitly")
                    : numbered(field, rest);
        }
        if (!text.startsWith(name + ".")) {
            return new FieldPrefix.Refused(otherwise);
        }
        return switch (name) {
            case "evt.around" -> new FieldPrefix.Refused("wrong syntax for evt.around");
            case "evt.type.is" ->
                catalogue.eventTypes().isKnown(rest) ? behindDot(field, rest) : new FieldPrefix.None();
            case "thread.cgroup" -> behindDot(field, rest.substring(0, wordEnd(rest)));
            default ->
                catalogue
                        .eventTypes()
                        .longestParameter(rest)
                        .map(parameter -> behindDot(field, parameter))
                        .orElseGet(() -> new FieldPrefix.Refused("unknown event argument " + rest));
        };
    }

    private static FieldPrefix behindDot(Field field, String argument) {
        String name = field.name() + "." + argument;
        return new FieldPrefix.Found(field, name, Optional.empty(), name.length());
    }

    private static FieldPrefix numbered(Field field, String rest) {
        int close = rest.indexOf(']');
        String number = close < 0 ? rest : rest.substring(0, close);
        return close >= 0 && IntegerReader.isInteger(number)
                ? bracketed(field, number)
                : new FieldPrefix.Refused(IntegerReader.refusal(number));
    }

    private static FieldPrefix bracketed(Field field, String argument) {
        return new FieldPrefix.Found(
                field, field.name(), Optional.of(argument), field.name().length() + argument.length() + 2);
    }

    private static int wordEnd(String rest) {
        int end = 0;
        while (end < rest.length() && (Character.isLetter(rest.charAt(end)) || rest.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    /** If brackets do not fit a field of processes, they are ordinary text. */
    private FieldPrefix plain(Field field) {
        String name = field.name();
        if (field.has(Field.Flag.FILTER_ONLY)) {
            return new FieldPrefix.Refused(text + " is filter only and cannot be used as a display field");
        }
        int close = text.indexOf(']', name.length());
        if (text.startsWith(name + "[") && close >= 0) {
            String argument = text.substring(name.length() + 1, close);
            if (name.equals("fd.types")) {
                return numbered(field, text.substring(name.length() + 1));
            }
            if (OF_PROCESSES.contains(name)
                    && (WITH_ANY_ARGUMENT.contains(name) || IntegerReader.isInteger(argument))) {
                return bracketed(field, argument);
            }
        }
        return new FieldPrefix.Found(field, name, Optional.empty(), name.length());
    }
}
