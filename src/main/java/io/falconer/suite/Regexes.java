package io.falconer.suite;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Regular expressions of users, in RE2 syntax, which match in linear time. */
public final class Regexes {
    private static final int MOST_GROUPS = 1000;

    private Regexes() {}

    /**
     * The compiled expression.
     *
     * @throws PatternSyntaxException if it is not an expression, or has more groups than the library's recursion allows
     */
    public static Pattern compile(String text) {
        if (text.chars().filter(c -> c == '(').count() > MOST_GROUPS) {
            throw new PatternSyntaxException("more than " + MOST_GROUPS + " groups");
        }
        return Pattern.compile(text);
    }
}
