package io.falconer.cli;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of days, as options spell them: {@code 14d}, {@code 2w}, or a number alone. */
final class DayCount {
    private static final Pattern DAYS = Pattern.compile("([0-9]{1,5})([dw]?)");
    private static final int WEEK = 7;

    private DayCount() {}

    /** The number of days; empty if the text is not one. */
    static OptionalInt of(String text) {
        Matcher days = DAYS.matcher(text);
        return days.matches()
                ? OptionalInt.of(
                        Integer.parseInt(days.group(1)) * (days.group(2).equals("w") ? WEEK : 1))
                : OptionalInt.empty();
    }
}
