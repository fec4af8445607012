package io.falconer.explain;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.condition.Right;
import io.falconer.engine.Explanation;
import io.falconer.engine.ValueText;
import io.falconer.event.Value;
import io.falconer.ruleset.Rule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Finds the constant of a check that matches what it read, or that resembles it. */
final class MatchedItem {
    /** The maximum number of constants that are searched for one that resembles a value. */
    private static final int MOST = 500;

    private final Rule rule;

    MatchedItem(Rule rule) {
        this.rule = rule;
    }

    /** The constant; empty if the check has no constants, or if none of them stands out. */
    Optional<Part.Item> of(Explanation check) {
        if (!(check.expression() instanceof Expr.Comparison comparison)
                || check.readings().size() != 1) {
            return Optional.empty();
        }
        List<Right.Text> constants =
                switch (comparison.right()) {
                    case Right.Text text -> List.of(text);
                    case Right.TextList list -> list.items();
                    case Operand operand -> List.of();
                };
        Value value = check.readings().getFirst().value();
        if (check.holds()) {
            return IntStream.range(0, constants.size())
                    .filter(i -> matches(comparison.operator(), constants.get(i).value(), value))
                    .mapToObj(i -> item(constants, i, true))
                    .findFirst();
        }
        return value instanceof Value.Text seen && resembles(comparison.operator())
                ? nearest(constants, seen.text())
                : Optional.empty();
    }

    private Optional<Part.Item> nearest(List<Right.Text> constants, String seen) {
        int nearest = -1;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < Math.min(MOST, constants.size()); i++) {
            OptionalInt distance = Resemblance.distance(constants.get(i).value(), seen);
            if (distance.isPresent() && distance.getAsInt() < least) {
                nearest = i;
                least = distance.getAsInt();
            }
        }
        return nearest < 0 ? Optional.empty() : Optional.of(item(constants, nearest, false));
    }

    private Part.Item item(List<Right.Text> constants, int index, boolean matches) {
        Right.Text constant = constants.get(index);
        return new Part.Item(
                constant.value(),
                matches,
                index + 1,
                rule.origin(constant.span()).location());
    }

    /** Whether a constant alone makes a check hold that holds. */
    private static boolean matches(Operator operator, String constant, Value value) {
        List<String> seen = ValueText.texts(value);
        return switch (operator) {
            case EQ, INTERSECTS -> seen.contains(constant);
            case IN -> seen.size() == 1 && seen.contains(constant);
            case PMATCH ->
                seen.size() == 1
                        && (seen.getFirst().equals(constant) || seen.getFirst().startsWith(constant + "/"));
            case NE, LT, LE, GT, GE, CONTAINS, ICONTAINS, BCONTAINS, STARTSWITH, BSTARTSWITH, ENDSWITH -> false;
            case GLOB, IGLOB, REGEX -> false;
        };
    }

    private static boolean resembles(Operator operator) {
        return switch (operator) {
            case EQ, IN, INTERSECTS, PMATCH, CONTAINS, ICONTAINS, STARTSWITH, ENDSWITH -> true;
            case NE, LT, LE, GT, GE, BCONTAINS, BSTARTSWITH, GLOB, IGLOB, REGEX -> false;
        };
    }
}
