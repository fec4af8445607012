package io.falconer.ruleset;

import java.util.ArrayList;
import java.util.List;

/**
 * Works a rule's exceptions into the text of its condition, before lists are replaced and anything is parsed (section
 * 4.3). Nothing is escaped: what a value holds is part of the condition.
 */
final class ExceptionText {
    private ExceptionText() {}

    static String of(String condition, List<ExceptionDef> exceptions) {
        if (exceptions.isEmpty()) {
            return condition;
        }
        StringBuilder out = new StringBuilder("(").append(condition).append(')');
        for (ExceptionDef exception : exceptions) {
            if (!exception.values().isEmpty()) {
                out.append(" and not ").append(exception.fields().list() ? ofMany(exception) : ofOne(exception));
            }
        }
        return out.toString();
    }

    private static String ofOne(ExceptionDef exception) {
        List<String> values = new ArrayList<>();
        for (ExceptionEntry value : exception.values()) {
            if (value.list()) {
                throw LoadFailure.invalid("Expected values array to contain a list of strings", exception.context());
            }
            values.add(quoted(value.text()));
        }
        return "(" + exception.fields().text() + " " + exception.comps().text() + " (" + String.join(", ", values)
                + "))";
    }

    private static String ofMany(ExceptionDef exception) {
        List<ExceptionEntry> fields = exception.fields().items();
        List<ExceptionEntry> comps = exception.comps().items();
        List<String> tuples = new ArrayList<>();
        for (ExceptionEntry values : exception.values()) {
            if (values.items().size() != fields.size()) {
                throw LoadFailure.invalid("Fields and values lists must have equal length", exception.context());
            }
            if (comps.size() < fields.size()) {
                throw LoadFailure.invalid(
                        "Exception '" + exception.name() + "' needs comps, one for each field: exceptions that replace"
                                + " others get no default, and Falco crashes",
                        exception.context());
            }
            List<String> checks = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                String comp = comps.get(i).text();
                checks.add(" " + fields.get(i).text() + " " + comp + " "
                        + value(values.items().get(i), ExceptionCheck.takesList(comp)));
            }
            tuples.add("(" + String.join(" and ", checks) + ")");
        }
        return "(" + String.join(" or ", tuples) + ")";
    }

    private static String value(ExceptionEntry value, boolean asList) {
        if (value.list()) {
            return "(" + joined(value.items().stream().map(ExceptionEntry::text).toList()) + ")";
        }
        if (asList) {
            return value.text().startsWith("(") ? value.text() : "(" + value.text() + ")";
        }
        return quoted(value.text());
    }

    /** Items side by side, as Falco writes them: no comma follows those at the beginning that are empty. */
    static String joined(List<String> items) {
        StringBuilder out = new StringBuilder();
        for (String item : items) {
            out.append(out.isEmpty() ? "" : ", ").append(quoted(item));
        }
        return out.toString();
    }

    /** Only a blank makes Falco add quotes, and only where there is none at the beginning. */
    static String quoted(String text) {
        boolean bare = text.indexOf(' ') < 0 || text.startsWith("\"") || text.startsWith("'");
        return bare ? text : "\"" + text + "\"";
    }
}
