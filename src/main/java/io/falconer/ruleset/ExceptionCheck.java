package io.falconer.ruleset;

import io.falconer.condition.ConditionParser;
import io.falconer.condition.Expr;
import io.falconer.condition.Modifier;
import io.falconer.condition.Operator;
import io.falconer.condition.ParseResult;
import io.falconer.field.EventSource;
import io.falconer.text.Span;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Checks an exception's fields and comparisons, and gives it the comparisons it leaves out (section 4.2). */
final class ExceptionCheck {
    private static final String UNKNOWN_FIELD = "filter_check called with nonexistent field";

    private final Falco falco;
    private final Optional<EventSource> source;

    /**
     * Checks exceptions as {@code falco} does.
     *
     * @param source the source whose fields they may name; empty for a rule with an unknown source, whose fields are unknown
     */
    ExceptionCheck(Falco falco, Optional<EventSource> source) {
        this.falco = falco;
        this.source = source;
    }

    /** The exception with its comparisons filled in. */
    ExceptionDef checked(ExceptionDef exception) {
        return exception.fields().list() ? ofMany(exception) : ofOne(exception);
    }

    private ExceptionDef ofMany(ExceptionDef exception) {
        List<ExceptionEntry> fields = exception.fields().items();
        ExceptionEntry comps = exception.comps().given()
                ? normalized(exception.comps())
                : ExceptionEntry.list(Collections.nCopies(fields.size(), ExceptionEntry.text("=")));
        if (fields.size() != comps.items().size()) {
            throw LoadFailure.invalid("Fields and comps lists must have equal length", exception.context(), comps)
                    .withHint(Optional.of("one comparison for each field: " + fields.size() + " fields, "
                            + comps.items().size() + " comps"));
        }
        for (ExceptionEntry comp : comps.items()) {
            if (!isOperator(comp.text())) {
                throw LoadFailure.invalid(
                                "'" + comp.text() + "' is not a supported comparison operator",
                                exception.context(),
                                comp)
                        .withHint(LoadHints.name(
                                comp.text(),
                                Arrays.stream(Operator.values())
                                        .map(Operator::symbol)
                                        .toList()));
            }
        }
        source.ifPresent(known -> fields.forEach(field -> requireField(field, known, exception.context())));
        return exception.withComps(comps);
    }

    private ExceptionDef ofOne(ExceptionDef exception) {
        ExceptionEntry comps = exception.comps().given() ? normalized(exception.comps()) : ExceptionEntry.text("in");
        if (comps.list()) {
            throw LoadFailure.invalid("Fields and comps must both be strings", exception.context());
        }
        if (!takesList(comps.text(), falco)) {
            throw LoadFailure.invalid(
                    "When fields is a single value, comps must be one of (in, pmatch, intersects)"
                            + (falco.has(LoadTrait.EXCEPTION_MODIFIERS)
                                    ? " or a modifier operator (e.g. startswith oneof)"
                                    : ""),
                    exception.context());
        }
        source.ifPresent(known -> requireField(exception.fields(), known, exception.context()));
        return exception.withComps(comps);
    }

    /** Comparisons without the blanks around them, if blanks do not matter. */
    private ExceptionEntry normalized(ExceptionEntry comps) {
        if (!falco.has(LoadTrait.EXCEPTION_MODIFIERS)) {
            return comps;
        }
        return comps.list()
                ? ExceptionEntry.list(
                        comps.items().stream().map(this::normalized).toList())
                : comps.trimmed();
    }

    private boolean isOperator(String comp) {
        return comp.equals("exists") || Operator.of(comp).isPresent() || takesList(comp, falco);
    }

    /** Whether the right side of the comparison is a list: in, intersects, pmatch, or a string operator and a modifier. */
    static boolean takesList(String comp, Falco falco) {
        if (Operator.of(comp).filter(Operator::takesList).isPresent()) {
            return true;
        }
        int blank = comp.indexOf(' ');
        return blank > 0
                && falco.has(LoadTrait.EXCEPTION_MODIFIERS)
                && Operator.of(comp.substring(0, blank))
                        .filter(ExceptionCheck::takesModifier)
                        .isPresent()
                && Arrays.stream(Modifier.values()).anyMatch(m -> m.symbol().equals(comp.substring(blank + 1)));
    }

    private static boolean takesModifier(Operator operator) {
        return switch (operator) {
            case EQ, NE, CONTAINS, ICONTAINS, BCONTAINS, STARTSWITH, BSTARTSWITH, ENDSWITH, GLOB, IGLOB, REGEX -> true;
            case LT, LE, GT, GE, IN, INTERSECTS, PMATCH -> false;
        };
    }

    /**
     * A field is valid if {@code field exists} compiles with it and nothing is around it. If Falco knows the field but not its
     * argument, Falco's message is about the whole file.
     */
    private void requireField(ExceptionEntry entry, EventSource known, Context context) {
        String field = entry.text();
        Optional<String> refusal =
                ConditionParser.parse(field + " exists", falco.dialect().grammar()) instanceof ParseResult.Parsed parsed
                                && parsed.expr() instanceof Expr.Exists exists
                                && exists.left().span().equals(new Span(0, field.length()))
                        ? ConditionChecker.check(exists, known, falco).failure().map(Check.Failure::message)
                        : Optional.of(UNKNOWN_FIELD);
        refusal.ifPresent(message -> {
            if (message.startsWith(UNKNOWN_FIELD) || field.indexOf('(') >= 0) {
                throw LoadFailure.invalid("'" + field + "' is not a supported filter field", context, entry)
                        .withHint(FieldHints.of(field, known, falco.dialect()));
            }
            LoadContext file = Context.of(context.file()).resolve().shownAt(context.location());
            throw LoadFailure.of(LoadCode.LOAD_ERR_VALIDATE, message, file);
        });
    }
}
