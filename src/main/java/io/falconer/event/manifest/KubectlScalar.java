package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a plain YAML scalar means to kubectl, whose YAML reader is Go's for version 1.1 (so {@code 0644} is 420). */
final class KubectlScalar {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE =
            Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final Set<String> FALSE =
            Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
    private static final Pattern NOT_A_NUMBER = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern WHOLE = Pattern.compile(
            "([-+]?)(?:0[xX](?<hex>[0-9a-fA-F]+)|0[bB](?<binary>[01]+)|0[oO]?(?<octal>[0-7]+)|(?<decimal>0|[1-9][0-9]*))");
    private static final Pattern REAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    /** Longer scalars are never meant as numbers, and are costly to compute. */
    private static final int LONGEST_NUMBER = 64;
    /** Whole numbers up to here are written without a fraction. */
    private static final double EXACT = 1L << 53;

    private KubectlScalar() {}

    /** The typed value; empty for numbers that JSON cannot express. */
    static Optional<JsonNode> typed(String text) {
        if (NULLS.contains(text)) {
            return Optional.of(JSON.nullNode());
        }
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return Optional.of(JSON.booleanNode(TRUE.contains(text)));
        }
        if (text.length() > LONGEST_NUMBER) {
            return Optional.of(JSON.textNode(text));
        }
        if (NOT_A_NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.replace("_", "");
        Matcher whole = WHOLE.matcher(digits);
        if (whole.matches()) {
            BigInteger value = whole(whole);
            if (value.bitLength() < Long.SIZE) {
                return Optional.of(whole(value.longValueExact()));
            }
        }
        return REAL.matcher(digits).matches() ? real(Double.parseDouble(digits)) : Optional.of(JSON.textNode(text));
    }

    private static BigInteger whole(Matcher matcher) {
        String sign = matcher.group(1);
        if (matcher.group("hex") != null) {
            return new BigInteger(sign + matcher.group("hex"), 16);
        }
        if (matcher.group("binary") != null) {
            return new BigInteger(sign + matcher.group("binary"), 2);
        }
        return matcher.group("octal") != null
                ? new BigInteger(sign + matcher.group("octal"), 8)
                : new BigInteger(sign + matcher.group("decimal"));
    }

    private static Optional<JsonNode> real(double value) {
        if (Double.isInfinite(value)) {
            return Optional.empty();
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT;
        return Optional.of(whole ? whole((long) value) : JSON.numberNode(value));
    }

    /** The model's IntOrString takes an int, not a long. */
    private static JsonNode whole(long value) {
        return value == (int) value ? JSON.numberNode((int) value) : JSON.numberNode(value);
    }
}
