package io.falconer.field;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Integers as Falco reads them, which is like C's {@code scanf}: blanks before the number are skipped, a sign is allowed before
 * the digits even for unsigned types, numbers that are too large become the limit of 64 bits, and nothing may follow.
 */
final class IntegerReader {
    static final String MAX_UNSIGNED = "18446744073709551615";

    private static final BigInteger UNSIGNED = new BigInteger(MAX_UNSIGNED);
    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
    /** This many digits are always too large, so there is no need to read all. */
    private static final int ENOUGH_DIGITS = 30;

    private IntegerReader() {}

    static boolean isInteger(String text) {
        return digits(text).isPresent();
    }

    static String refusal(String text) {
        return text + " is not a valid number";
    }

    /** The bits of a signed number; empty if the text is not a number. */
    static Optional<Long> signed(String text) {
        return digits(text).map(value -> value.max(MIN).min(MAX).longValue());
    }

    /** The bits of an unsigned number: a negative one wraps around. */
    static Optional<Long> unsigned(String text) {
        return digits(text).map(value -> (value.abs().compareTo(UNSIGNED) > 0 ? UNSIGNED : value).longValue());
    }

    private static Optional<BigInteger> digits(String text) {
        int start = 0;
        while (start < text.length() && isSpace(text.charAt(start))) {
            start++;
        }
        boolean negative = start < text.length() && text.charAt(start) == '-';
        if (negative || (start < text.length() && text.charAt(start) == '+')) {
            start++;
        }
        String digits = text.substring(start);
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        String significant = digits.replaceFirst("^0+(?=.)", "");
        BigInteger value = new BigInteger(
                significant.length() > ENOUGH_DIGITS ? significant.substring(0, ENOUGH_DIGITS) : significant);
        return Optional.of(negative ? value.negate() : value);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
