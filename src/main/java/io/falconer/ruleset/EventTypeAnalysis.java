package io.falconer.ruleset;

import io.falconer.condition.Expr;
import io.falconer.condition.Modifier;
import io.falconer.condition.Operand;
import io.falconer.condition.Right;
import io.falconer.field.EventSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Works out which event types a condition may hold for, as Falco's index does (section 3.7): negation is pushed to the
 * leaves, and a leaf that says nothing of the type stays "all" even when negated.
 */
final class EventTypeAnalysis {
    private static final Set<String> TYPE_FIELDS = Set.of("evt.type", "syscall.type");

    private EventTypeAnalysis() {}

    static EventTypeSet of(Expr expr, EventSource source) {
        return source == EventSource.SYSCALL ? of(expr, false) : EventTypeSet.ALL;
    }

    private static EventTypeSet of(Expr expr, boolean negated) {
        return switch (expr) {
            case Expr.And and -> join(and.operands(), negated, !negated);
            case Expr.Or or -> join(or.operands(), negated, negated);
            case Expr.Not not -> of(not.operand(), !negated);
            case Expr.MacroRef macro -> EventTypeSet.ALL;
            case Expr.Exists exists -> EventTypeSet.ALL;
            case Expr.Comparison comparison -> leaf(comparison, negated);
        };
    }

    private static EventTypeSet join(List<Expr> operands, boolean negated, boolean intersect) {
        EventTypeSet set = intersect ? EventTypeSet.ALL : EventTypeSet.NONE;
        for (Expr operand : operands) {
            EventTypeSet next = of(operand, negated);
            set = intersect ? set.and(next) : set.or(next);
        }
        return set;
    }

    private static EventTypeSet leaf(Expr.Comparison comparison, boolean negated) {
        if (!(comparison.left() instanceof Operand.FieldRef field)
                || field.argument().isPresent()) {
            return EventTypeSet.ALL;
        }
        EventTypeSet set = TYPE_FIELDS.contains(field.name())
                ? types(comparison)
                : field.name().equals("evt.num") ? numbers(comparison) : EventTypeSet.ALL;
        return set.equals(EventTypeSet.ALL) || !negated ? set : set.complement();
    }

    private static EventTypeSet types(Expr.Comparison comparison) {
        if (comparison.modifier().filter(m -> m != Modifier.ANYOF).isPresent()) {
            return EventTypeSet.ALL;
        }
        EventTypeSet named = new EventTypeSet(false, constants(comparison.right()));
        return switch (comparison.operator()) {
            case EQ, IN -> named;
            case NE -> comparison.modifier().isPresent() ? EventTypeSet.ALL : named.complement();
            case LT, LE, GT, GE, CONTAINS, ICONTAINS, BCONTAINS, STARTSWITH, BSTARTSWITH, ENDSWITH -> EventTypeSet.ALL;
            case GLOB, IGLOB, REGEX, INTERSECTS, PMATCH -> EventTypeSet.ALL;
        };
    }

    /** Event numbers begin at 1, so a comparison with 0 or 1 can be decided without an event. */
    private static EventTypeSet numbers(Expr.Comparison comparison) {
        Set<String> constants = constants(comparison.right());
        boolean zero = constants.equals(Set.of("0"));
        boolean one = constants.equals(Set.of("1"));
        return switch (comparison.operator()) {
            case EQ, IN, LE -> zero ? EventTypeSet.NONE : EventTypeSet.ALL;
            case LT -> zero || one ? EventTypeSet.NONE : EventTypeSet.ALL;
            case NE, GT, GE, CONTAINS, ICONTAINS, BCONTAINS, STARTSWITH, BSTARTSWITH, ENDSWITH -> EventTypeSet.ALL;
            case GLOB, IGLOB, REGEX, INTERSECTS, PMATCH -> EventTypeSet.ALL;
        };
    }

    private static Set<String> constants(Right right) {
        return switch (right) {
            case Right.Text text -> Set.of(text.value());
            case Right.TextList list ->
                list.items().stream().map(Right.Text::value).collect(Collectors.toUnmodifiableSet());
            case Operand field -> Set.of();
        };
    }
}
