package io.falconer.model;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.condition.Right;
import io.falconer.field.ConstantResult;
import io.falconer.field.EventSource;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.OperandType;
import io.falconer.ruleset.RunTrait;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a release of Falco reads in a condition: everything about the release that {@link DocumentAtoms} and {@link AtomReader}
 * use. Where two releases read the same, what is decided for one holds for the other.
 *
 * @param condition without spans
 * @param checks the types and constants of its checks, in their order
 * @param patternsWantUtf8 whether some values do not match any pattern, because they are not UTF-8; audit events are UTF-8
 */
public record ConditionReading(Expr condition, List<Check> checks, boolean patternsWantUtf8) {
    public ConditionReading {
        checks = List.copyOf(checks);
    }

    /**
     * What one check compares.
     *
     * @param types those of its operands, each also without transformers
     * @param constants the right side as values of the left side's type; empty if it is an operand or a pattern
     */
    public record Check(List<OperandType> types, List<ConstantResult> constants) {
        public Check {
            types = List.copyOf(types);
            constants = List.copyOf(constants);
        }
    }

    /** Who reads which events. */
    private record Reader(EventSource source, Falco falco) {}

    /** How {@code falco} reads a valid condition about events of {@code source}. */
    public static ConditionReading of(Expr condition, EventSource source, Falco falco) {
        return new ConditionReading(
                condition.withoutSpans(),
                checks(condition, new Reader(source, falco)).toList(),
                source == EventSource.SYSCALL && falco.running().contains(RunTrait.REGEX_WANTS_UTF8));
    }

    private static Stream<Check> checks(Expr condition, Reader reader) {
        return switch (condition) {
            case Expr.And and -> and.operands().stream().flatMap(each -> checks(each, reader));
            case Expr.Or or -> or.operands().stream().flatMap(each -> checks(each, reader));
            case Expr.Not not -> checks(not.operand(), reader);
            case Expr.MacroRef macro -> throw new IllegalArgumentException("macro " + macro.name());
            case Expr.Exists exists -> Stream.of(new Check(types(exists.left(), reader), List.of()));
            case Expr.Comparison comparison -> Stream.of(check(comparison, reader));
        };
    }

    private static Check check(Expr.Comparison comparison, Reader reader) {
        List<OperandType> left = types(comparison.left(), reader);
        return switch (comparison.right()) {
            case Operand right ->
                new Check(
                        Stream.concat(left.stream(), types(right, reader).stream())
                                .toList(),
                        List.of());
            case Right.Text text -> new Check(left, constants(left.getFirst(), comparison, List.of(text), reader));
            case Right.TextList list -> new Check(left, constants(left.getFirst(), comparison, list.items(), reader));
        };
    }

    private static List<ConstantResult> constants(
            OperandType left, Expr.Comparison comparison, List<Right.Text> texts, Reader reader) {
        Operator operator = left.list() ? Operator.IN : comparison.operator();
        return operator == Operator.REGEX
                ? List.of()
                : texts.stream()
                        .map(text -> left.constant(
                                operator, text.value(), reader.falco().dialect()))
                        .toList();
    }

    private static List<OperandType> types(Operand operand, Reader reader) {
        OperandType type = OperandType.of(operand, reader.falco().dialect().catalogue(reader.source()));
        return operand instanceof Operand.Transformed call
                ? Stream.concat(
                                Stream.of(type),
                                call.arguments().stream()
                                        .filter(Operand.class::isInstance)
                                        .flatMap(inner -> types((Operand) inner, reader).stream()))
                        .toList()
                : List.of(type);
    }
}
