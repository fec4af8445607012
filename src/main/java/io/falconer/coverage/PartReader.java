package io.falconer.coverage;

import io.falconer.condition.Expr;
import io.falconer.condition.Right;
import io.falconer.coverage.RulePart.Check;
import io.falconer.coverage.RulePart.ExceptionValue;
import io.falconer.coverage.RulePart.ListItem;
import io.falconer.engine.DecidingConstants;
import io.falconer.explain.CheckText;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Rule;
import io.falconer.text.TextOrigin;
import io.falconer.text.Via;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Reads the parts of a condition. The places of an expression say which exception brought it in. */
final class PartReader {
    private final Rule rule;
    private final Falco falco;
    private final CheckText texts;

    PartReader(Rule rule, Falco falco) {
        this.rule = rule;
        this.falco = falco;
        this.texts = new CheckText(rule);
    }

    PartTree read(Expr expr) {
        Optional<Via> exception = exception(expr);
        if (exception.isPresent()) {
            return values(expr, exception.get().name());
        }
        return switch (expr) {
            case Expr.And and -> inner(and.operands());
            case Expr.Or or -> inner(or.operands());
            case Expr.Not not -> inner(List.of(not.operand()));
            case Expr.Exists exists -> new PartTree.Leaf(check(exists), Optional.empty());
            case Expr.Comparison comparison -> {
                Check check = check(comparison);
                yield new PartTree.Leaf(
                        check,
                        constants(comparison, (item, number) -> new ListItem(check, item.value(), origin(item)))
                                .filter(items -> items.parts().size() > 1));
            }
            case Expr.MacroRef macro -> throw new IllegalArgumentException("macro " + macro.name());
        };
    }

    private PartTree inner(List<Expr> operands) {
        return new PartTree.Inner(operands.stream().map(this::read).toList());
    }

    private Check check(Expr expr) {
        return new Check(texts.check(expr, Optional.empty()), rule.origin(expr.span()));
    }

    /** The alternatives of an exception: a check with a list for one field, otherwise a tuple for each value. */
    private PartTree values(Expr expr, String exception) {
        if (expr instanceof Expr.Comparison comparison) {
            Optional<PartTree.Constants> constants =
                    constants(comparison, (item, number) -> new ExceptionValue(exception, number, origin(item)));
            if (constants.isPresent()) {
                return new PartTree.Values(constants.get());
            }
        }
        List<Expr> tuples = expr instanceof Expr.Or or ? or.operands() : List.of(expr);
        List<PartTree> values = new ArrayList<>();
        for (Expr tuple : tuples) {
            values.add(new PartTree.Tuple(new ExceptionValue(exception, values.size() + 1, tupleOrigin(tuple))));
        }
        return expr instanceof Expr.Or ? new PartTree.Inner(values) : values.getFirst();
    }

    /** Each constant once; empty if the check has no list. */
    private Optional<PartTree.Constants> constants(
            Expr.Comparison comparison, BiFunction<Right.Text, Integer, RulePart> part) {
        if (!(comparison.right() instanceof Right.TextList list) || list.items().isEmpty()) {
            return Optional.empty();
        }
        Map<String, RulePart> parts = new LinkedHashMap<>();
        for (Right.Text item : list.items()) {
            parts.computeIfAbsent(item.value(), value -> part.apply(item, parts.size() + 1));
        }
        return Optional.of(new PartTree.Constants(DecidingConstants.of(comparison, rule.source(), falco), parts));
    }

    private Optional<Via> exception(Expr expr) {
        return rule.origin(expr.span()).way().stream()
                .filter(step -> step.kind() == Via.Kind.EXCEPTION)
                .findFirst();
    }

    private TextOrigin origin(Right right) {
        return rule.origin(right.span());
    }

    /** Where the first constant of a tuple is, because Falco adds the text around it. */
    private TextOrigin tupleOrigin(Expr tuple) {
        return constantsIn(tuple).findFirst().map(this::origin).orElseGet(() -> rule.origin(tuple.span()));
    }

    private static Stream<Right> constantsIn(Expr expr) {
        return switch (expr) {
            case Expr.And and -> and.operands().stream().flatMap(PartReader::constantsIn);
            case Expr.Or or -> or.operands().stream().flatMap(PartReader::constantsIn);
            case Expr.Not not -> constantsIn(not.operand());
            case Expr.Exists exists -> Stream.empty();
            case Expr.MacroRef macro -> Stream.empty();
            case Expr.Comparison comparison ->
                comparison.right() instanceof Right.TextList list
                        ? list.items().stream().map(item -> item)
                        : Stream.of(comparison.right());
        };
    }
}
