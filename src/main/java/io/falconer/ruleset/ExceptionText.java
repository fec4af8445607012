package io.falconer.ruleset;

import io.falconer.text.Location;
import io.falconer.text.SourceText;
import io.falconer.text.Via;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Adds a rule's exceptions to the text of its condition, before lists are replaced and anything is parsed (section 4.3).
 * Nothing is escaped: the content of a value is part of the condition.
 */
final class ExceptionText {
    private final ExceptionDef exception;
    private final Falco falco;
    private final Location place;
    private final SourceText.Builder out = new SourceText.Builder();

    private ExceptionText(ExceptionDef exception, Falco falco) {
        this.exception = exception;
        this.falco = falco;
        this.place = exception.context().location();
    }

    static SourceText of(SourceText condition, List<ExceptionDef> exceptions, Falco falco) {
        if (exceptions.isEmpty()) {
            return condition;
        }
        Location first = exceptions.getFirst().context().location();
        SourceText.Builder out =
                new SourceText.Builder().made("(", first).append(condition).made(")", first);
        for (ExceptionDef exception : exceptions) {
            if (!exception.values().isEmpty()) {
                Location place = exception.context().location();
                Via via = new Via(Via.Kind.EXCEPTION, exception.name(), place);
                out.made(" and not ", place)
                        .append(new ExceptionText(exception, falco)
                                .alternatives()
                                .via(via));
            }
        }
        return out.build(first);
    }

    private SourceText alternatives() {
        if (exception.fields().list()) {
            tuples();
        } else {
            values();
        }
        return out.build(place);
    }

    /** {@code (field comp (v1, v2))}. */
    private void values() {
        made("(");
        entry(exception.fields());
        made(" ");
        entry(exception.comps());
        made(" (");
        String separator = "";
        for (ExceptionEntry value : exception.values()) {
            if (value.list()) {
                throw LoadFailure.invalid(
                                "Expected values array to contain a list of strings", exception.context(), value)
                        .withHint(Optional.of("\"fields\" is one field here, so its values are one list: [a, b]"));
            }
            made(separator);
            quoted(value);
            separator = ", ";
        }
        made("))");
    }

    /** {@code (( f1 comp1 v1 and  f2 comp2 v2) or (...))}. */
    private void tuples() {
        String separator = "(";
        for (ExceptionEntry tuple : exception.values()) {
            requireComplete(tuple);
            made(separator);
            tuple(tuple.items());
            separator = " or ";
        }
        made(")");
    }

    private void requireComplete(ExceptionEntry tuple) {
        int fields = exception.fields().items().size();
        if (tuple.items().size() != fields) {
            throw LoadFailure.invalid("Fields and values lists must have equal length", exception.context(), tuple)
                    .withHint(Optional.of(lengths(tuple)));
        }
        if (exception.comps().items().size() < fields) {
            throw LoadFailure.invalid(
                    "Exception '" + exception.name() + "' needs comps, one for each field: exceptions that replace"
                            + " others get no default, and Falco crashes",
                    exception.context());
        }
    }

    private String lengths(ExceptionEntry tuple) {
        String fields =
                exception.fields().items().stream().map(ExceptionEntry::text).collect(Collectors.joining(", "));
        int size = tuple.items().size();
        return tuple.list()
                ? "for the fields " + fields + " here are " + size + (size == 1 ? " value" : " values")
                : "each of the values is a list, one value for each of the fields " + fields
                        + ": values: [[...], [...]]";
    }

    private void tuple(List<ExceptionEntry> values) {
        String separator = "(";
        for (int i = 0; i < values.size(); i++) {
            ExceptionEntry comp = exception.comps().items().get(i);
            made(separator + " ");
            entry(exception.fields().items().get(i));
            made(" ");
            entry(comp);
            made(" ");
            value(values.get(i), ExceptionCheck.takesList(comp.text(), falco));
            separator = " and ";
        }
        made(values.isEmpty() ? "()" : ")");
    }

    private void value(ExceptionEntry value, boolean asList) {
        if (value.list()) {
            made("(");
            out.append(joined(value.items().stream().map(this::source).toList(), place));
            made(")");
        } else if (asList) {
            SourceText source = source(value);
            Location cause = source.place();
            boolean bare = !value.text().startsWith("(");
            out.made(bare ? "(" : "", cause).append(source).made(bare ? ")" : "", cause);
        } else {
            quoted(value);
        }
    }

    private void quoted(ExceptionEntry value) {
        out.append(quoted(source(value)));
    }

    private void entry(ExceptionEntry entry) {
        out.append(source(entry));
    }

    private SourceText source(ExceptionEntry entry) {
        return entry.source().orElseGet(() -> SourceText.made(entry.text(), place));
    }

    private void made(String text) {
        out.made(text, place);
    }

    /** Items next to each other, as Falco writes them: no comma follows empty items at the start. */
    static SourceText joined(List<SourceText> items, Location place) {
        SourceText.Builder out = new SourceText.Builder();
        for (SourceText item : items) {
            out.made(out.length() == 0 ? "" : ", ", place).append(quoted(item));
        }
        return out.build(place);
    }

    /** Falco adds quotes only because of a blank, and only if the text does not start with a quote. */
    private static SourceText quoted(SourceText value) {
        String text = value.text();
        if (text.indexOf(' ') < 0 || text.startsWith("\"") || text.startsWith("'")) {
            return value;
        }
        Location cause = value.place();
        return new SourceText.Builder()
                .made("\"", cause)
                .append(value)
                .made("\"", cause)
                .build(cause);
    }
}
