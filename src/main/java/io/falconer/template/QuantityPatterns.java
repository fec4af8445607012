package io.falconer.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Regular expressions for the numbers that are at most a maximum, with their units: alternatives that are short enough to be
 * packed into constants. Leading zeros have been read already.
 *
 * <p>A number with a decimal unit or an exponent is at most the maximum if its first digit has a lower place, or if it has the
 * same place and the digits are not greater, wherever the point is. So only {@link #digits()} depends on the digits of the
 * maximum, and only {@link #below} on the unit. Binary units change the digits, so each has a comparison of its own.
 */
final class QuantityPatterns {
    private static final int LOWEST_EXPONENT = -9;
    private static final int HIGHEST_EXPONENT = 18;
    /** The decimal units, by their exponents. */
    private static final Map<Integer, String> UNITS =
            Map.of(-9, "n", -6, "u", -3, "m", 3, "k", 6, "M", 9, "G", 12, "T", 15, "P", 18, "E");

    private static final List<String> BINARY = List.of("Ki", "Mi", "Gi", "Ti", "Pi", "Ei");

    /**
     * How many decimal places a number of a binary unit has. A finer one counts as rounded up, otherwise an exbibyte would need 60.
     */
    private static final int BINARY_PLACES = 9;

    /** The exponents, the most usual ones first. */
    private static final List<Integer> EXPONENTS = exponents();

    /** How many digits an alternative compares, so that it remains short. */
    private static final int DIGITS_AT_ONCE = 9;

    private static final String FRACTION = "([.][0-9]*)?";

    /** The digits of the maximum, without zeros at either end. */
    private final String digits;
    /** How many digits it has before the point; not positive: minus the number of zeros after the point. */
    private final int place;

    private final BigDecimal most;

    QuantityPatterns(BigDecimal most) {
        this.most = most;
        BigDecimal stripped = most.stripTrailingZeros();
        this.digits = stripped.unscaledValue().toString();
        this.place = stripped.precision() - stripped.scale();
    }

    private static List<Integer> exponents() {
        List<Integer> exponents = new ArrayList<>(List.of(0, -3));
        for (int exponent = LOWEST_EXPONENT; exponent <= HIGHEST_EXPONENT; exponent++) {
            if (!exponents.contains(exponent)) {
                exponents.add(exponent);
            }
        }
        return exponents;
    }

    /** The numbers whose first digit has a lower place than the maximum's, and {@code more} places above that. */
    List<String> below(int more) {
        return EXPONENTS.stream().map(exponent -> below(more, exponent)).toList();
    }

    private String below(int more, int exponent) {
        int before = place - 1 + more - exponent;
        String number = before > 0 ? times("[0-9]", 0, before) + FRACTION : "[.]" + zeros(-before) + "[0-9]*";
        return number + unit(exponent);
    }

    private static String unit(int exponent) {
        String written = exponent == 0 ? "[eE][+-]?0+" : (exponent < 0 ? "[eE]-0*" : "[eE][+]?0*") + Math.abs(exponent);
        if (exponent == 0) {
            return "(" + written + ")?";
        }
        String unit = UNITS.get(exponent);
        return unit == null ? written : "(" + unit + "|" + written + ")";
    }

    /** The digits up to those of the maximum, as if a point were before the first, then any more that change nothing. */
    List<String> digits() {
        List<String> alternatives = new ArrayList<>();
        for (int from = 0; from < digits.length(); from += DIGITS_AT_ONCE) {
            int to = Math.min(from + DIGITS_AT_ONCE, digits.length());
            String before = digits.substring(0, from).replaceAll("[0-9]", "$0[.]?");
            String less = less(digits, from, to, from == 0 ? 1 : 0, "[.]?", i -> "");
            if (!less.isEmpty()) {
                alternatives.add(before + "(" + less + ")[0-9.]*");
            }
            alternatives.add(before + beginning(digits, from, to, "[.]?") + "[0.]*");
        }
        return alternatives;
    }

    /** Numbers with a binary unit up to the maximum. */
    List<String> binary() {
        List<String> alternatives = new ArrayList<>();
        for (int i = 0; i < BINARY.size(); i++) {
            BigDecimal most = this.most
                    .divide(new BigDecimal(BigInteger.TWO.pow(10 * (i + 1))))
                    .setScale(BINARY_PLACES, RoundingMode.DOWN);
            String[] parts = most.stripTrailingZeros().toPlainString().split("[.]", -1);
            String whole = parts[0].equals("0") ? "" : parts[0];
            String fraction = parts.length > 1 ? parts[1] : "";
            for (String number : numbers(whole, fraction)) {
                alternatives.add(number + BINARY.get(i));
            }
        }
        return alternatives;
    }

    /** The numbers up to one. Zero may be missing. */
    private static List<String> numbers(String whole, String fraction) {
        List<String> numbers = new ArrayList<>();
        if (!whole.isEmpty()) {
            String first = whole.charAt(0) == '1' ? "" : range(0, whole.charAt(0) - '1') + "?";
            String shorter = first + (whole.length() == 1 ? "" : times("[0-9]", 0, whole.length() - 1));
            numbers.add(shorter.isEmpty() ? "[.][0-9]*" : shorter + FRACTION);
            for (int from = 1; from < whole.length(); from += DIGITS_AT_ONCE) {
                int to = Math.min(from + DIGITS_AT_ONCE, whole.length());
                String less = less(whole, from, to, 0, "", i -> times("[0-9]", whole.length() - i - 1));
                if (!less.isEmpty()) {
                    numbers.add(whole.substring(0, from) + "(" + less + ")" + FRACTION);
                }
            }
            numbers.add(whole + "([.]0*)?");
        }
        int first = 0;
        while (first < fraction.length() && fraction.charAt(first) == '0') {
            first++;
        }
        for (int from = first; from < fraction.length(); from += DIGITS_AT_ONCE) {
            int to = Math.min(from + DIGITS_AT_ONCE, fraction.length());
            String before = whole + "[.]" + zeros(first) + fraction.substring(first, from);
            String less = less(fraction, from, to, 0, "", i -> "");
            if (!less.isEmpty()) {
                numbers.add(before + "(" + less + ")[0-9]*");
            }
            numbers.add(before + beginning(fraction, from, to, "") + "0*");
        }
        return numbers;
    }

    /**
     * Digits that are less than those of {@code text} from {@code from} to {@code to}, up to the first that is; empty if there are
     * none.
     *
     * @param first the lowest digit that may be at {@code from}
     * @param between what may be between two digits
     * @param after what follows the digit at an index that is less
     */
    private static String less(String text, int from, int to, int first, String between, IntFunction<String> after) {
        String less = "";
        for (int i = to - 1; i >= from; i--) {
            int lowest = i == from ? first : 0;
            String here = text.charAt(i) - '0' > lowest ? range(lowest, text.charAt(i) - '1') + after.apply(i) : "";
            String later = less.isEmpty() ? "" : text.charAt(i) + between + group(less);
            less = here + (here.isEmpty() || later.isEmpty() ? "" : "|") + later;
        }
        return less;
    }

    private static String group(String alternatives) {
        return alternatives.contains("|") ? "(" + alternatives + ")" : alternatives;
    }

    /** The first digit of {@code text} from {@code from} on, and as many as there are of those that follow, up to {@code to}. */
    private static String beginning(String text, int from, int to, String between) {
        String beginning = "";
        for (int i = to - 1; i >= from; i--) {
            String more = beginning.isEmpty() ? "" : "(" + between + beginning + ")?";
            beginning = text.charAt(i) + more;
        }
        return beginning;
    }

    private static String range(int low, int high) {
        return low == high ? String.valueOf(low) : "[" + low + (high == low + 1 ? "" : "-") + high + "]";
    }

    private static String zeros(int count) {
        return count < 4 ? "0".repeat(count) : times("0", count);
    }

    private static String times(String what, int count) {
        return switch (count) {
            case 0 -> "";
            case 1 -> what;
            default -> what + "{" + count + "}";
        };
    }

    private static String times(String what, int least, int most) {
        return most == 1 ? what + "?" : what + "{" + least + "," + most + "}";
    }
}
