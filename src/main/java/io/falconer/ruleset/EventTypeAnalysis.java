package io.falconer.ruleset;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.condition.Right;
import io.falconer.condition.TransformerArgument;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the event types that a condition may hold for, as Falco's index does (section 3.7): negation is moved to the leaves,
 * where it only inverts checks that name event types (or, by accident, end in a constant).
 */
final class EventTypeAnalysis {
    private static final Set<String> TYPE_FIELDS = Set.of("evt.type", "syscall.type");
    private static final Pattern ZERO = Pattern.compile("[+-]?0+");
    private static final Pattern ONE = Pattern.compile("\\+?0*1");

    private final boolean numbersDecided;

    /** @param numbersDecided whether comparisons of {@code evt.num} with 0 and 1 are decided without an event */
    EventTypeAnalysis(boolean numbersDecided) {
        this.numbersDecided = numbersDecided;
    }

    EventTypeSet of(Expr expr) {
        return of(expr, false);
    }

    private EventTypeSet of(Expr expr, boolean negated) {
        return switch (expr) {
            case Expr.And and -> join(and.operands(), negated, !negated);
            case Expr.Or or -> join(or.operands(), negated, negated);
            case Expr.Not not -> of(not.operand(), !negated);
            case Expr.MacroRef macro -> EventTypeSet.ALL;
            case Expr.Exists exists -> {
                refuseTransformed(exists.left());
                yield isType(exists.left()) && negated ? EventTypeSet.NONE : EventTypeSet.ALL;
            }
            case Expr.Comparison comparison -> leaf(comparison, negated);
        };
    }

    private EventTypeSet join(List<Expr> operands, boolean negated, boolean intersect) {
        EventTypeSet set = intersect ? EventTypeSet.ALL : EventTypeSet.NONE;
        for (Expr operand : operands) {
            EventTypeSet next = of(operand, negated);
            set = intersect ? set.and(next) : set.or(next);
        }
        return set;
    }

    private EventTypeSet leaf(Expr.Comparison comparison, boolean negated) {
        Optional<EventTypeSet> decided = numbersDecided ? number(comparison) : Optional.empty();
        if (decided.isPresent()) {
            return negated ? decided.get().complement() : decided.get();
        }
        Operator operator = comparison.operator();
        boolean equality = operator == Operator.EQ || operator == Operator.NE || operator == Operator.IN;
        if (!equality || comparison.modifier().isPresent()) {
            return EventTypeSet.ALL;
        }
        refuseTransformed(comparison.left());
        if (!isType(comparison.left())) {
            return negated && endsInConstant(comparison.left()) ? EventTypeSet.NONE : EventTypeSet.ALL;
        }
        EventTypeSet named = new EventTypeSet(false, names(comparison.right()));
        return negated == (operator == Operator.NE) ? named : named.complement();
    }

    /** Event numbers start at 1, so some comparisons are decided without an event. */
    private static Optional<EventTypeSet> number(Expr.Comparison comparison) {
        if (!(comparison.left() instanceof Operand.FieldRef field)
                || !field.name().equals("evt.num")
                || field.argument().isPresent()) {
            return Optional.empty();
        }
        return switch (comparison.right()) {
            case Right.TextList list -> {
                boolean never = comparison.operator() == Operator.IN
                        && list.items().stream().allMatch(t -> is(ZERO, t));
                yield never ? Optional.of(EventTypeSet.NONE) : Optional.empty();
            }
            case Right.Text text -> number(comparison.operator(), is(ZERO, text), is(ONE, text));
            case Operand operand -> Optional.empty();
        };
    }

    private static Optional<EventTypeSet> number(Operator operator, boolean zero, boolean one) {
        boolean never = (zero && (operator == Operator.EQ || operator == Operator.LE))
                || ((zero || one) && operator == Operator.LT);
        boolean always = (zero && (operator == Operator.NE || operator == Operator.GT))
                || ((zero || one) && operator == Operator.GE);
        return never ? Optional.of(EventTypeSet.NONE) : always ? Optional.of(EventTypeSet.ALL) : Optional.empty();
    }

    private static boolean is(Pattern number, Right.Text text) {
        return number.matcher(text.value()).matches();
    }

    private static boolean isType(TransformerArgument argument) {
        return argument instanceof Operand.FieldRef field
                && TYPE_FIELDS.contains(field.name())
                && field.argument().isEmpty();
    }

    /** Falco loads such a rule and then stops with a runtime error. */
    private static void refuseTransformed(TransformerArgument argument) {
        if (argument instanceof Operand.Transformed call) {
            for (TransformerArgument inner : call.arguments()) {
                refuseTransformed(inner);
                if (isType(inner)) {
                    throw new CompileFailure(
                            "event code search does not support `evt.type` checks with transformers", call.span());
                }
            }
        }
    }

    private static boolean endsInConstant(TransformerArgument argument) {
        return switch (argument) {
            case Operand.FieldRef field -> false;
            case Right.Text text -> true;
            case Operand.Transformed call -> endsInConstant(call.arguments().getLast());
            case TransformerArgument.ArgumentList list ->
                !list.items().isEmpty() && endsInConstant(list.items().getLast());
        };
    }

    private static Set<String> names(Right right) {
        return switch (right) {
            case Right.Text text -> Set.of(text.value());
            case Right.TextList list ->
                list.items().stream().map(Right.Text::value).collect(Collectors.toUnmodifiableSet());
            case Operand operand ->
                throw new CompileFailure(
                        "right-hand field comparisons on `evt.type`/`syscall.type` checks are not supported by event"
                                + " code search",
                        operand.span());
        };
    }
}
