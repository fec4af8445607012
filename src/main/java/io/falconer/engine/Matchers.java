package io.falconer.engine;

import io.falconer.condition.Modifier;
import io.falconer.condition.Operator;
import io.falconer.field.Constant;
import io.falconer.field.ConstantResult;
import io.falconer.field.PathPrefixes;
import io.falconer.ruleset.OperandType;
import java.util.List;
import java.util.Optional;

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
            Matcher element = left.terminated() ? Matcher.Never.NEVER : Membership.of(constants);
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
            case IN, INTERSECTS -> Membership.of(constants);
            case PMATCH -> new TextMatcher.Below(PathPrefixes.of(Membership.texts(constants)));
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
            return Membership.of(constants);
        }
        if (operator == Operator.NE && chosen == Modifier.ALLOF) {
            return new Matcher.Unless(Membership.of(constants));
        }
        List<Matcher> elements = constants.stream().map(this::one).toList();
        return switch (chosen) {
            case ONEOF -> new Matcher.One(elements);
            case ANYOF -> new Matcher.Any(elements);
            case ALLOF -> new Matcher.All(elements);
        };
    }
}
