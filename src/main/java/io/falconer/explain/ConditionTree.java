package io.falconer.explain;

import io.falconer.condition.ConditionPrinter;
import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Right;
import io.falconer.condition.TransformerArgument;
import io.falconer.engine.Explanation;
import io.falconer.event.Event;
import io.falconer.event.Value;
import io.falconer.ruleset.Rule;
import io.falconer.text.Location;
import io.falconer.text.Span;
import io.falconer.text.TextOrigin;
import io.falconer.text.Via;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Turns the explanation of a condition into the parts that its author sees: the places of a part say which macro, list or
 * exception brought it in.
 */
final class ConditionTree {
    private final Rule rule;
    private final CheckText texts;
    private final MatchedItem items;
    private final Absence absence;

    private ConditionTree(Rule rule, Event event) {
        this.rule = rule;
        this.texts = new CheckText(rule);
        this.items = new MatchedItem(rule);
        this.absence = new Absence(event);
    }

    /** The parts of the rule's condition, with what they say about {@code event}. */
    static Part of(Rule rule, Event event, Explanation explanation) {
        return new ConditionTree(rule, event).whole(explanation);
    }

    /** Exceptions are added to a condition in parentheses, which its author did not write. */
    private Part whole(Explanation explanation) {
        if (!(explanation.expression() instanceof Expr.And)
                || explanation.parts().stream().noneMatch(this::isException)) {
            return part(explanation, 0);
        }
        List<Part> parts = new ArrayList<>();
        Explanation own = explanation.parts().getFirst();
        Span written = own.expression().span();
        if (own.expression() instanceof Expr.And && way(own).isEmpty()) {
            own.parts().forEach(each -> parts.add(part(each, 0)));
        } else {
            parts.add(part(own, 0));
        }
        explanation.parts().stream()
                .skip(1)
                .forEach(each -> parts.add(isException(each) ? exception(each) : part(each, 0)));
        return new Part.Junction(
                true,
                explanation.holds(),
                texts.of(own.expression(), new Span(written.start() + 1, written.end() - 1)),
                parts.getFirst().place(),
                parts);
    }

    /**
     * A part.
     *
     * @param steps how many steps of its way the parts around it have already shown
     */
    private Part part(Explanation explanation, int steps) {
        List<Via> way = way(explanation);
        for (int i = steps; i < way.size(); i++) {
            if (way.get(i).kind() == Via.Kind.MACRO) {
                return new Part.Macro(way.get(i).name(), way.get(i).location(), part(explanation, i + 1));
            }
        }
        return switch (explanation.expression()) {
            case Expr.And and -> junction(explanation, true, steps);
            case Expr.Or or -> junction(explanation, false, steps);
            case Expr.Not not -> {
                Part inner = part(explanation.parts().getFirst(), steps);
                yield new Part.Negation(negated(inner), place(explanation), inner);
            }
            case Expr.Exists check -> check(explanation);
            case Expr.Comparison check -> check(explanation);
            case Expr.MacroRef macro -> throw new IllegalArgumentException("macro " + macro.name());
        };
    }

    private static String negated(Part inner) {
        return inner instanceof Part.Junction && !inner.text().startsWith("(")
                ? "not (" + inner.text() + ")"
                : "not " + inner.text();
    }

    private Part junction(Explanation explanation, boolean all, int steps) {
        List<Part> parts =
                explanation.parts().stream().map(each -> part(each, steps)).toList();
        return new Part.Junction(
                all,
                explanation.holds(),
                texts.of(explanation.expression()),
                parts.getFirst().place(),
                parts);
    }

    private Part.Check check(Explanation check) {
        Optional<Part.Item> item = items.of(check);
        return new Part.Check(
                texts.check(check.expression(), item),
                ConditionPrinter.print(check.expression()),
                check.holds(),
                place(check),
                check.readings().stream().map(ConditionTree::seen).toList(),
                check.readings().stream()
                        .filter(reading -> reading.value() == Value.None.NONE)
                        .findFirst()
                        .flatMap(reading -> fields(reading.operand()).findFirst())
                        .map(absence::of),
                item);
    }

    private static Part.Seen seen(Explanation.Reading reading) {
        return new Part.Seen(operand(reading.operand()), reading.value());
    }

    private static String operand(Operand operand) {
        String exists = ConditionPrinter.print(new Expr.Exists(operand, operand.span()));
        return exists.substring(0, exists.length() - " exists".length());
    }

    private static Stream<Operand.FieldRef> fields(TransformerArgument argument) {
        return switch (argument) {
            case Operand.FieldRef field -> Stream.of(field);
            case Operand.Transformed call -> call.arguments().stream().flatMap(ConditionTree::fields);
            case TransformerArgument.ArgumentList list -> list.items().stream().flatMap(ConditionTree::fields);
            case Right.Text text -> Stream.empty();
        };
    }

    /** Whether a part of the whole condition is {@code not} and the alternatives of an exception. */
    private boolean isException(Explanation part) {
        return part.expression() instanceof Expr.Not
                && way(part).isEmpty()
                && exceptionStep(part.parts().getFirst()) >= 0;
    }

    private int exceptionStep(Explanation part) {
        List<Via> way = way(part);
        for (int i = 0; i < way.size(); i++) {
            if (way.get(i).kind() == Via.Kind.EXCEPTION) {
                return i;
            }
        }
        return -1;
    }

    private Part exception(Explanation not) {
        Explanation values = not.parts().getFirst();
        int step = exceptionStep(values);
        Via via = way(values).get(step);
        List<Part.Tuple> tuples = new ArrayList<>();
        List<Explanation> alternatives = values.expression() instanceof Expr.Or ? values.parts() : List.of(values);
        for (Explanation alternative : alternatives) {
            Part inner = part(alternative, step + 1);
            OptionalInt number = alternatives.size() > 1 || !isList(inner)
                    ? OptionalInt.of(tuples.size() + 1)
                    : item(inner).map(item -> OptionalInt.of(item.number())).orElse(OptionalInt.empty());
            Location place = item(inner)
                    .filter(item -> isList(inner))
                    .map(Part.Item::place)
                    .orElseGet(() -> valuePlace(alternative));
            tuples.add(new Part.Tuple(via.name(), number, place, ValueComment.at(place), inner));
        }
        return new Part.Excepted(via.name(), via.location(), tuples);
    }

    private static boolean isList(Part part) {
        return part instanceof Part.Check check && check.canonical().endsWith(")");
    }

    private static Optional<Part.Item> item(Part part) {
        return part instanceof Part.Check check ? check.item() : Optional.empty();
    }

    /** Where the values of an exception are, because Falco adds the text around them. */
    private Location valuePlace(Explanation alternative) {
        return leaves(alternative)
                .map(Explanation::expression)
                .flatMap(leaf -> leaf instanceof Expr.Comparison comparison ? constants(comparison) : Stream.empty())
                .map(constant -> rule.origin(constant.span()).location())
                .findFirst()
                .orElseGet(() -> place(alternative));
    }

    private static Stream<? extends Right> constants(Expr.Comparison comparison) {
        return comparison.right() instanceof Right.TextList list
                ? list.items().stream()
                : Stream.of(comparison.right());
    }

    private static Stream<Explanation> leaves(Explanation part) {
        return part.parts().isEmpty() ? Stream.of(part) : part.parts().stream().flatMap(ConditionTree::leaves);
    }

    /** Where the text of a check is; of an exception's check, where its constant is. */
    private Location place(Explanation part) {
        TextOrigin origin = rule.origin(part.expression().span());
        boolean isException = origin.way().stream().anyMatch(step -> step.kind() == Via.Kind.EXCEPTION);
        return isException && part.expression() instanceof Expr.Comparison comparison
                ? constants(comparison)
                        .map(constant -> rule.origin(constant.span()).location())
                        .findFirst()
                        .orElse(origin.location())
                : origin.location();
    }

    private List<Via> way(Explanation part) {
        return rule.origin(part.expression().span()).way();
    }
}
