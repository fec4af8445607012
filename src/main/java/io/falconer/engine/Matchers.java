package io.falconer.engine;

import io.falconer.condition.Modifier;
import io.falconer.condition.Operator;
import io.falconer.field.Constant;
import io.falconer.field.ConstantResult;
import io.falconer.field.Dialect;
import io.falconer.field.PathPrefixes;
import io.falconer.ruleset.OperandType;
import java.util.List;
import java.util.Optional;

/** Selects how an operand is compared with constants: by operator, modifier, type, and special rules of the field. */
final class Matchers {
    private final Operator operator;
    private final Optional<Modifier> modifier;
    private final boolean unsigned;
    private final boolean regexWantsUtf8;

    private Matchers(Operator operator, Optional<Modifier> modifier, boolean unsigned, boolean regexWantsUtf8) {
        this.operator = operator;
        this.modifier = modifier;
        this.unsigned = unsigned;
        this.regexWantsUtf8 = regexWantsUtf8;
    }

    /** The comparison of a checked condition. */
    static ValueMatcher of(
            OperandType left, Operator operator, Optional<Modifier> modifier, List<String> texts, Switches switches) {
        List<Constant> constants = texts.stream()
                .map(text -> constant(left, operator, text, switches.dialect()))
                .toList();
        Matchers matchers = new Matchers(operator, modifier, left.type().isUnsigned(), switches.regexWantsUtf8());
        Optional<SpecialField> special =
                left.type() == left.field().type() ? SpecialField.of(left.field()) : Optional.empty();
        if (special.isPresent()) {
            return matchers.special(special.get(), constants);
        }
        if (left.list()) {
            ValueMatcher element = left.terminated() ? ValueMatcher.Never.NEVER : Membership.of(constants);
            return operator == Operator.IN ? new ValueMatcher.Each(element) : new ValueMatcher.Some(element);
        }
        return matchers.single(constants);
    }

    private static Constant constant(OperandType left, Operator operator, String text, Dialect dialect) {
        return switch (left.constant(operator, text, dialect)) {
            case ConstantResult.Parsed parsed -> parsed.constant();
            case ConstantResult.Refused refused -> throw new IllegalArgumentException(refused.message());
        };
    }

    private ValueMatcher special(SpecialField field, List<Constant> constants) {
        return switch (field) {
            case ANCESTOR -> new ValueMatcher.Some(single(constants));
            case IP, PORT, NET -> {
                // Falco compares addresses without a length with those of fd.ip's list, so they are never in it.
                boolean never = operator == Operator.INTERSECTS
                        || (operator == Operator.IN && field == SpecialField.IP)
                        || constants.isEmpty();
                if (never) {
                    yield ValueMatcher.Never.NEVER;
                }
                ValueMatcher one = single(field == SpecialField.NET ? constants.subList(0, 1) : constants);
                yield operator == Operator.NE ? new ValueMatcher.Each(one) : new ValueMatcher.Some(one);
            }
        };
    }

    /** One value against all constants. */
    private ValueMatcher single(List<Constant> constants) {
        if (modifier.isPresent()) {
            return modified(modifier.get(), constants);
        }
        return switch (operator) {
            case IN, INTERSECTS -> Membership.of(constants);
            case PMATCH -> new TextMatcher.Below(PathPrefixes.of(Membership.texts(constants)));
            case EQ, NE, LT, LE, GT, GE -> one(constants.getFirst());
            case CONTAINS, ICONTAINS, BCONTAINS, STARTSWITH, BSTARTSWITH, ENDSWITH -> one(constants.getFirst());
            case GLOB, IGLOB, REGEX -> one(constants.getFirst());
        };
    }

    private ValueMatcher one(Constant constant) {
        return ConstantMatcher.of(operator, constant, unsigned, regexWantsUtf8);
    }

    private ValueMatcher modified(Modifier chosen, List<Constant> constants) {
        if (constants.isEmpty()) {
            return ValueMatcher.Never.NEVER;
        }
        if (operator == Operator.EQ && chosen == Modifier.ANYOF) {
            return Membership.of(constants);
        }
        if (operator == Operator.NE && chosen == Modifier.ALLOF) {
            return new ValueMatcher.Unless(Membership.of(constants));
        }
        List<ValueMatcher> elements = constants.stream().map(this::one).toList();
        return switch (chosen) {
            case ONEOF -> new ValueMatcher.One(elements);
            case ANYOF -> new ValueMatcher.Any(elements);
            case ALLOF -> new ValueMatcher.All(elements);
        };
    }
}
