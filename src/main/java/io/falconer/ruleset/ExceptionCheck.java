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

    private ExceptionCheck() {}

    /**
     * The exception with its comparisons filled in.
     *
     * @param source whose fields it may name; empty for a rule of an unknown source, whose fields nobody knows
     */
    static ExceptionDef checked(ExceptionDef exception, Optional<EventSource> source) {
        return exception.fields().list() ? ofMany(exception, source) : ofOne(exception, source);
    }

    private static ExceptionDef ofMany(ExceptionDef exception, Optional<EventSource> source) {
        List<ExceptionEntry> fields = exception.fields().items();
        ExceptionEntry comps = exception.comps().given()
                ? exception.comps()
                : ExceptionEntry.list(Collections.nCopies(fields.size(), ExceptionEntry.text("=")));
        if (fields.size() != comps.items().size()) {
            throw LoadFailure.invalid("Fields and comps lists must have equal length", exception.context());
        }
        for (ExceptionEntry comp : comps.items()) {
            if (!isOperator(comp.text().trim())) {
                throw LoadFailure.invalid(
                        "'" + comp.text() + "' is not a supported comparison operator", exception.context());
            }
        }
        source.ifPresent(known -> fields.forEach(field -> requireField(field.text(), known, exception.context())));
        return exception.withComps(comps);
    }

    private static ExceptionDef ofOne(ExceptionDef exception, Optional<EventSource> source) {
        ExceptionEntry comps = exception.comps().given() ? exception.comps() : ExceptionEntry.text("in");
        if (comps.list()) {
            throw LoadFailure.invalid("Fields and comps must both be strings", exception.context());
        }
        if (!takesList(comps.text())) {
            throw LoadFailure.invalid(
                    "When fields is a single value, comps must be one of (in, pmatch, intersects) or a modifier operator"
                            + " (e.g. startswith oneof)",
                    exception.context());
        }
        source.ifPresent(known -> requireField(exception.fields().text(), known, exception.context()));
        return exception.withComps(comps);
    }

    private static boolean isOperator(String comp) {
        return comp.equals("exists") || Operator.of(comp).isPresent() || takesList(comp);
    }

    /** Whether the right side of the comparison is a list: in, intersects, pmatch, or a string operator and a modifier. */
    static boolean takesList(String comp) {
        String trimmed = comp.trim();
        if (Operator.of(trimmed).filter(Operator::takesList).isPresent()) {
            return true;
        }
        String[] words = trimmed.split("\\s+", -1);
        return words.length == 2
                && Operator.of(words[0]).filter(ExceptionCheck::takesModifier).isPresent()
                && Arrays.stream(Modifier.values()).anyMatch(m -> m.symbol().equals(words[1]));
    }

    private static boolean takesModifier(Operator operator) {
        return switch (operator) {
            case EQ, NE, CONTAINS, ICONTAINS, BCONTAINS, STARTSWITH, BSTARTSWITH, ENDSWITH, GLOB, IGLOB, REGEX -> true;
            case LT, LE, GT, GE, IN, INTERSECTS, PMATCH -> false;
        };
    }

    /**
     * A field is one that {@code field exists} compiles with, and nothing stands around it. Where Falco knows the field but
     * not its argument, what it says of it reaches the file as a whole.
     */
    private static void requireField(String field, EventSource source, Context context) {
        Optional<String> refusal = ConditionParser.parse(field + " exists") instanceof ParseResult.Parsed parsed
                        && parsed.expr() instanceof Expr.Exists exists
                        && exists.left().span().equals(new Span(0, field.length()))
                ? ConditionChecker.check(exists, source).failure().map(Check.Failure::message)
                : Optional.of(UNKNOWN_FIELD);
        refusal.ifPresent(message -> {
            if (message.startsWith(UNKNOWN_FIELD) || field.indexOf('(') >= 0) {
                throw LoadFailure.invalid("'" + field + "' is not a supported filter field", context);
            }
            LoadContext file = Context.of(context.file()).resolve().shownAt(context.location());
            throw LoadFailure.of(LoadCode.LOAD_ERR_VALIDATE, message, file);
        });
    }
}
