package io.falconer.model;

import io.falconer.language.Automaton;
import io.falconer.language.Products;
import io.falconer.language.TooLarge;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Quantities as Kubernetes reads them (ParseQuantity and UnmarshalJSON of apimachinery's package resource): a sign, digits with
 * a point, a suffix. Blanks around them do not count. Each part may be missing, but not all: without digits a quantity is zero.
 */
public final class Quantities {
    /** The decimal units by their exponents, as alternatives before others. */
    private static final Map<Integer, String> DECIMAL =
            Map.of(-9, "n|", -6, "u|", -3, "m|", 0, "|", 3, "k|", 6, "M|", 9, "G|", 12, "T|", 15, "P|", 18, "E|");

    private static final String SUFFIX = "([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?";

    private Quantities() {}

    /** All quantities, and {@code null}, which Kubernetes reads as zero. */
    static Automaton all() throws TooLarge {
        return Patterns.language(" *([+-]?([0-9]+([.][0-9]*)?|[.][0-9]*)" + SUFFIX + "|[+-]" + SUFFIX
                + "|([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)) *|null");
    }

    /**
     * Those that are at most {@code most}, which is positive: with each unit, the numbers up to the quotient, and all that are
     * negative. A number of a binary unit counts as rounded up to nine decimal places. An exponent that is not in -9..18 counts as
     * too much.
     */
    public static Automaton atMost(BigDecimal most) throws TooLarge {
        List<Automaton> all = new ArrayList<>(List.of(Patterns.language(" *-.*")));
        for (int exponent = -9; exponent <= 18; exponent++) {
            String sign = exponent < 0 ? "-" : exponent == 0 ? "[+-]?" : "[+]?";
            String unit = DECIMAL.getOrDefault(exponent, "") + "[eE]" + sign + "0*" + Math.abs(exponent);
            all.add(upTo(most.scaleByPowerOfTen(-exponent), unit));
        }
        BigDecimal rest = most;
        for (String unit : List.of("Ki", "Mi", "Gi", "Ti", "Pi", "Ei")) {
            rest = rest.divide(BigDecimal.valueOf(1024));
            all.add(upTo(rest.setScale(9, RoundingMode.DOWN), unit));
        }
        return Products.union(all);
    }

    private static Automaton upTo(BigDecimal most, String unit) throws TooLarge {
        String[] parts = most.stripTrailingZeros().toPlainString().split("[.]", -1);
        String whole = parts[0].equals("0") ? "" : parts[0]; // leading zeros have been read
        String same = "([.](" + fractionUpTo(parts.length > 1 ? parts[1] : "", 0) + "))?";
        String fewer = whole.isEmpty() ? "" : "|[0-9]{0," + (whole.length() - 1) + "}([.][0-9]*)?";
        return Patterns.language(" *[+]?0*(" + wholeUpTo(whole, 0, same) + fewer + ")(" + unit + ") *");
    }

    /** As many digits, and what may follow if they are the same. */
    private static String wholeUpTo(String digits, int from, String same) {
        if (from == digits.length()) {
            return same;
        }
        int digit = digits.charAt(from) - '0';
        String equal = digit + "(" + wholeUpTo(digits, from + 1, same) + ")";
        String rest = "[0-9]{" + (digits.length() - from - 1) + "}([.][0-9]*)?";
        return digit == 0 ? equal : "[0-" + (digit - 1) + "]" + rest + "|" + equal;
    }

    private static String fractionUpTo(String digits, int from) {
        if (from == digits.length()) {
            return "0*";
        }
        int digit = digits.charAt(from) - '0';
        String equal = "(" + digit + "(" + fractionUpTo(digits, from + 1) + "))?";
        return digit == 0 ? equal : "[0-" + (digit - 1) + "][0-9]*|" + equal;
    }

    /** Those that are not zero. Kubernetes rounds away from zero. */
    public static Automaton nonzero() throws TooLarge {
        return Patterns.language(" *[+-]?[0-9.]*[1-9][0-9.]*" + SUFFIX + " *");
    }
}
