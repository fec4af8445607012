package io.falconer.mutation;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.condition.Right;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The changes of one check, apart from its surroundings. */
final class CheckMutations {
    private CheckMutations() {}

    /** A check in the place of another. */
    record Change(Mutator mutator, Expr replacement) {}

    /** The changes of a check that is not part of an exception. */
    static List<Change> of(Expr check) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(Mutator.NEGATE, new Expr.Not(check, check.span())));
        switch (check) {
            case Expr.Exists exists -> changes.add(new Change(Mutator.NULL_FIELD, never(exists.left(), exists.span())));
            case Expr.Comparison comparison -> {
                changes.add(new Change(Mutator.NULL_FIELD, never(comparison.left(), comparison.span())));
                other(comparison.operator())
                        .filter(other -> comparison.modifier().isEmpty() && !isEventType(comparison.left()))
                        .ifPresent(other ->
                                changes.add(new Change(Mutator.OPERATOR, with(comparison, other, comparison.right()))));
                wider(comparison).ifPresent(wider -> changes.add(new Change(Mutator.WIDEN_GLOB, wider)));
                withoutItems(comparison).forEach(fewer -> changes.add(new Change(Mutator.REMOVE_ITEM, fewer)));
            }
            case Expr.And and -> throw new IllegalArgumentException("and is not a check");
            case Expr.Or or -> throw new IllegalArgumentException("or is not a check");
            case Expr.Not not -> throw new IllegalArgumentException("not is not a check");
            case Expr.MacroRef macro -> throw new IllegalArgumentException(macro.name());
        }
        return changes;
    }

    /** The check without one of the different items of its list; none if it has fewer than two. */
    static Stream<Expr.Comparison> withoutItems(Expr.Comparison comparison) {
        if (!(comparison.right() instanceof Right.TextList list)) {
            return Stream.of();
        }
        List<String> items =
                list.items().stream().map(Right.Text::value).distinct().toList();
        return items.size() < 2
                ? Stream.of()
                : items.stream()
                        .map(item -> with(
                                comparison,
                                comparison.operator(),
                                new Right.TextList(
                                        list.items().stream()
                                                .filter(each -> !each.value().equals(item))
                                                .toList(),
                                        list.span())));
    }

    /** There are few of them, and people do not take one operator for another. */
    private static boolean isEventType(Operand operand) {
        return operand instanceof Operand.FieldRef field && field.name().equals("evt.type");
    }

    private static Expr never(Operand operand, Span span) {
        return new Expr.Comparison(operand, Operator.IN, Optional.empty(), new Right.TextList(List.of(), span), span);
    }

    private static Expr.Comparison with(Expr.Comparison comparison, Operator operator, Right right) {
        return new Expr.Comparison(comparison.left(), operator, comparison.modifier(), right, comparison.span());
    }

    /** The operator that is most easily taken for this one; empty if it would only negate the check. */
    private static Optional<Operator> other(Operator operator) {
        Map<Operator, Operator> others = new EnumMap<>(Map.of(
                Operator.EQ, Operator.STARTSWITH,
                Operator.LT, Operator.LE,
                Operator.LE, Operator.LT,
                Operator.GT, Operator.GE,
                Operator.GE, Operator.GT,
                Operator.CONTAINS, Operator.EQ,
                Operator.ICONTAINS, Operator.CONTAINS,
                Operator.STARTSWITH, Operator.CONTAINS,
                Operator.ENDSWITH, Operator.CONTAINS,
                Operator.PMATCH, Operator.IN));
        others.put(Operator.INTERSECTS, Operator.IN);
        return Optional.ofNullable(others.get(operator));
    }

    private static Optional<Expr> wider(Expr.Comparison comparison) {
        boolean isGlob = comparison.operator() == Operator.GLOB || comparison.operator() == Operator.IGLOB;
        return isGlob
                        && comparison.right() instanceof Right.Text text
                        && !text.value().endsWith("*")
                ? Optional.of(with(comparison, comparison.operator(), new Right.Text(text.value() + "*", text.span())))
                : Optional.empty();
    }
}
