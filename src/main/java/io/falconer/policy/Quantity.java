package io.falconer.policy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * An amount of a resource as Kubernetes writes it (apimachinery's package resource): a number with a unit or an exponent, such as
 * {@code 500m}, {@code 1.5}, {@code 4Gi} or {@code 1e3}.
 *
 * @param text the amount as the policy writes it
 * @param value the amount in cores or bytes
 */
public record Quantity(String text, BigDecimal value) {
    /** Kubernetes rounds what is finer, away from zero. */
    private static final int DECIMAL_PLACES = 3;
    /** Kubernetes has no greater amounts in binary units. */
    private static final BigDecimal GREATEST =
            new BigDecimal(BigInteger.TWO.pow(63).subtract(BigInteger.ONE));
    /** A greater exponent makes every number but zero too great or too fine. */
    private static final int EXPONENT_DIGITS = 3;

    /** The syntax of an amount that is not negative, for people to write. */
    public static final String SYNTAX =
            "[+]?([0-9]{1,40}([.][0-9]{0,40})?|[.][0-9]{1,40})([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]{1,"
                    + EXPONENT_DIGITS + "})?";

    private static final Pattern PATTERN = Pattern.compile("([+]?[0-9.]+)([KMGTPE]i|[numkMGTPE])?([eE]([+-]?[0-9]+))?");
    private static final Map<String, Integer> DECIMAL =
            Map.of("n", -9, "u", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
    private static final Map<String, Integer> BINARY =
            Map.of("Ki", 10, "Mi", 20, "Gi", 30, "Ti", 40, "Pi", 50, "Ei", 60);

    /** The amount; empty if the text is none, or is negative. */
    public static Optional<Quantity> of(String text) {
        Matcher parts = PATTERN.matcher(text);
        if (!Pattern.matches(SYNTAX, text) || !parts.matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(parts.group(1));
        String unit = Optional.ofNullable(parts.group(2)).orElse("");
        int exponent =
                Optional.ofNullable(parts.group(4)).map(Integer::parseInt).orElse(0);
        return Optional.of(new Quantity(
                text,
                value.scaleByPowerOfTen(DECIMAL.getOrDefault(unit, 0) + exponent)
                        .multiply(new BigDecimal(BigInteger.TWO.pow(BINARY.getOrDefault(unit, 0))))
                        .stripTrailingZeros()));
    }

    /** Why it cannot be a maximum; empty if it can. */
    public Optional<String> problem() {
        if (value.signum() == 0) {
            return Optional.of("is zero, which Kubernetes counts as not set");
        }
        if (value.scale() > DECIMAL_PLACES) {
            return Optional.of("has more than three decimal places, which Kubernetes rounds");
        }
        return value.compareTo(GREATEST) >= 0
                ? Optional.of("is as much as Kubernetes can count, so it is no maximum")
                : Optional.empty();
    }
}
