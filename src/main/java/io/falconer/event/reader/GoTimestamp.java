package io.falconer.event.reader;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalLong;

/** Timestamps as Go parses them with its layout RFC3339Nano (section 12). */
final class GoTimestamp {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int NANO_DIGITS = 9;
    private static final int FAILED = -1;

    private final String text;
    private int at;
    private boolean failed;

    private GoTimestamp(String text) {
        this.text = text;
    }

    /** Unsigned nanoseconds since the epoch, wrapped around if they do not fit; empty if Go refuses the text. */
    static OptionalLong nanos(String text) {
        var timestamp = new GoTimestamp(text);
        long nanos = timestamp.parse();
        return timestamp.failed ? OptionalLong.empty() : OptionalLong.of(nanos);
    }

    private long parse() {
        int year = number(4, 4, 9999);
        literal('-');
        int month = number(2, 2, 12);
        literal('-');
        int day = number(2, 2, 31);
        literal('T');
        int hour = number(1, 2, 23);
        literal(':');
        int minute = number(2, 2, 59);
        literal(':');
        int second = number(2, 2, 59);
        long fraction = fraction();
        int offset = offset();
        if (failed || at != text.length()) {
            failed = true;
            return 0;
        }
        try {
            long seconds = LocalDate.of(year, month, day).toEpochDay() * 86_400
                    + hour * 3600L
                    + minute * 60L
                    + second
                    - offset;
            return seconds * NANOS_PER_SECOND + fraction;
        } catch (DateTimeException noSuchDay) {
            failed = true;
            return 0;
        }
    }

    private void literal(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
        } else {
            failed = true;
        }
    }

    private int number(int minDigits, int maxDigits, int max) {
        int value = 0;
        int digits = 0;
        while (digits < maxDigits && isDigit(at)) {
            value = 10 * value + text.charAt(at++) - '0';
            digits++;
        }
        if (digits < minDigits || value > max) {
            failed = true;
            return FAILED;
        }
        return value;
    }

    /** A point or comma and digits, or nothing. Digits after the ninth do not count. */
    private long fraction() {
        boolean mark = at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',');
        if (!mark || !isDigit(at + 1)) {
            return 0;
        }
        at++;
        long nanos = 0;
        int digits = 0;
        for (; isDigit(at); at++) {
            if (digits < NANO_DIGITS) {
                nanos = 10 * nanos + text.charAt(at) - '0';
                digits++;
            }
        }
        for (; digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** Seconds east of UTC. Go accepts hours up to 24 and minutes up to 60. */
    private int offset() {
        if (at < text.length() && text.charAt(at) == 'Z') {
            at++;
            return 0;
        }
        boolean west = at < text.length() && text.charAt(at) == '-';
        literal(west ? '-' : '+');
        int hours = number(2, 2, 24);
        literal(':');
        int minutes = number(2, 2, 60);
        int seconds = (hours * 60 + minutes) * 60;
        return west ? -seconds : seconds;
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }
}
