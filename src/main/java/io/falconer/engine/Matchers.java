package io.falconer.engine;

import io.falconer.condition.Modifier;
import io.falconer.condition.Operator;
import io.falconer.event.Value;
import io.falconer.field.Constant;
import io.falconer.field.ConstantResult;
import io.falconer.field.PathPrefixes;
import io.falconer.ruleset.OperandType;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses how an operand compares with constants: by operator, modifier, type, and the field's own ways. */
final class Matchers {
    private final Operator operator;
    private final Optional<Modifier> modifier;
    private final boolean unsigned;

    private Matchers(Operator operator, Optional<Modifier> modifier, boolean unsigned) {
        this.operator = operator;
        this.modifier = modifier;
        this.unsigned = unsigned;
    }

    /** The comparison of a checked condition. */
    static Matcher of(OperandType left, Operator operator, Optional<Modifier> modifier, List<String> texts) {
        List<Constant> constants =
                texts.stream().map(text -> constant(left, operator, text)).toList();
        Matchers matchers = new Matchers(operator, modifier, left.type().isUnsigned());
        Optional<SpecialField> special =
                left.type() == left.field().type() ? SpecialField.of(left.field()) : Optional.empty();
        if (special.isPresent()) {
            return matchers.special(special.get(), constants);
        }
        if (left.list()) {
            Matcher element = left.terminated() ? Matcher.Never.NEVER : matchers.among(constants);
            return operator == Operator.IN ? new Matcher.Each(element) : new Matcher.Some(element);
        }
        return matchers.single(constants);
    }

    private static Constant constant(OperandType left, Operator operator, String text) {
        return switch (left.constant(operator, text)) {
            case ConstantResult.Parsed parsed -> parsed.constant();
            case ConstantResult.Refused refused -> throw new IllegalArgumentException(refused.message());
        };
    }

    private Matcher special(SpecialField field, List<Constant> constants) {
        return switch (field) {
            case ANCESTOR -> new Matcher.Some(single(constants));
            case IP, PORT, NET -> {
                // Falco compares addresses of no length with those of fd.ip's list: they are never in it.
                boolean never = operator == Operator.INTERSECTS
                        || (operator == Operator.IN && field == SpecialField.IP)
                        || constants.isEmpty();
                if (never) {
                    yield Matcher.Never.NEVER;
                }
                Matcher one = single(field == SpecialField.NET ? constants.subList(0, 1) : constants);
                yield operator == Operator.NE ? new Matcher.Each(one) : new Matcher.Some(one);
            }
        };
    }

    /** One value against all of the constants. */
    private Matcher single(List<Constant> constants) {
        if (modifier.isPresent()) {
            return modified(modifier.get(), constants);
        }
        return switch (operator) {
            case IN, INTERSECTS -> among(constants);
            case PMATCH -> new TextMatcher.Below(PathPrefixes.of(List.copyOf(texts(constants))));
            case EQ, NE, LT, LE, GT, GE -> one(constants.getFirst());
            case CONTAINS, ICONTAINS, BCONTAINS, STARTSWITH, BSTARTSWITH, ENDSWITH -> one(constants.getFirst());
            case GLOB, IGLOB, REGEX -> one(constants.getFirst());
        };
    }

    private Matcher one(Constant constant) {
        return ConstantMatcher.of(operator, constant, unsigned);
    }

    private Matcher modified(Modifier chosen, List<Constant> constants) {
        if (constants.isEmpty()) {
            return Matcher.Never.NEVER;
        }
        if (operator == Operator.EQ && chosen == Modifier.ANYOF) {
            return among(constants);
        }
        if (operator == Operator.NE && chosen == Modifier.ALLOF) {
            return new Matcher.Unless(among(constants));
        }
        List<Matcher> elements = constants.stream().map(this::one).toList();
        return switch (chosen) {
            case ONEOF -> new Matcher.One(elements);
            case ANYOF -> new Matcher.Any(elements);
            case ALLOF -> new Matcher.All(elements);
        };
    }

    /** Whether a value is one of the constants. */
    private Matcher among(List<Constant> constants) {
        Set<String> texts = texts(constants);
        if (!texts.isEmpty()) {
            return texts.size() == 1 ? new TextMatcher.Equal(texts.iterator().next()) : new TextMatcher.In(texts);
        }
        Set<Value> numbers = new HashSet<>();
        for (Constant constant : constants) {
            if (constant instanceof Constant.Int number) {
                numbers.add(new Value.Int(number.bits()));
            }
        }
        return !numbers.isEmpty()
                ? new NumberMatcher.In(numbers)
                : new Matcher.Any(constants.stream()
                        .map(c -> ConstantMatcher.of(Operator.EQ, c, unsigned))
                        .toList());
    }

    private static Set<String> texts(List<Constant> constants) {
        Set<String> texts = new LinkedHashSet<>();
        for (Constant constant : constants) {
            if (constant instanceof Constant.Text text) {
                texts.add(text.value());
            }
        }
        return texts;
    }
}
