package io.falconer.engine;

import io.falconer.condition.Operator;
import io.falconer.field.Constant;
import io.falconer.field.Glob;
import io.falconer.field.PathPrefixes;
import java.util.List;

/** Compares a value with one constant. */
final class ConstantMatcher {
    private ConstantMatcher() {}

    /**
     * The comparison with {@code constant}.
     *
     * @param unsigned whether numbers are compared as unsigned
     * @param regexWantsUtf8 whether a value that is not UTF-8 matches no regular expression
     */
    static ValueMatcher of(Operator operator, Constant constant, boolean unsigned, boolean regexWantsUtf8) {
        return switch (constant) {
            case Constant.Text text -> text(operator, text.value());
            case Constant.Regex regex ->
                regexWantsUtf8 ? new TextMatcher.RegexOfUtf8(regex.pattern()) : new TextMatcher.Regex(regex.pattern());
            case Constant.Bytes bytes -> new TextMatcher.OfOctets(text(operator, bytes.octets()));
            case Constant.Bool bool -> equality(operator, new NumberMatcher.Bool(bool.value()));
            case Constant.Int number ->
                unsigned
                        ? new NumberMatcher.Unsigned(Order.of(operator), number.bits())
                        : new NumberMatcher.Signed(Order.of(operator), number.bits());
            case Constant.Real real -> new NumberMatcher.Real(Order.of(operator), real.value());
            case Constant.Address address -> equality(operator, new AddressMatcher.Equal(address.address()));
            case Constant.Network network -> equality(operator, new AddressMatcher.Within(network.network()));
        };
    }

    private static ValueMatcher equality(Operator operator, ValueMatcher equal) {
        return operator == Operator.NE ? new ValueMatcher.Unless(equal) : equal;
    }

    private static TextMatcher text(Operator operator, String constant) {
        return switch (operator) {
            case EQ, IN, INTERSECTS -> new TextMatcher.Equal(constant);
            case NE -> new TextMatcher.Unequal(constant);
            case LT, LE, GT, GE -> new TextMatcher.Ordered(Order.of(operator), constant);
            case CONTAINS, BCONTAINS -> new TextMatcher.Contains(constant);
            case ICONTAINS -> new TextMatcher.ContainsFolded(new FoldedSearch(constant));
            case STARTSWITH, BSTARTSWITH -> new TextMatcher.StartsWith(constant);
            case ENDSWITH -> new TextMatcher.EndsWith(constant);
            case GLOB -> new TextMatcher.Globbed(Glob.compile(constant, false));
            case IGLOB -> new TextMatcher.Globbed(Glob.compile(constant, true));
            case PMATCH -> new TextMatcher.Below(PathPrefixes.of(List.of(constant)));
            case REGEX -> throw new IllegalArgumentException("a regex is not a text");
        };
    }
}
