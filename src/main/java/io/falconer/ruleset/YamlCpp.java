package io.falconer.ruleset;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How yaml-cpp, which Falco uses to read YAML, converts scalars (section 1.2). */
final class YamlCpp {
    private static final Set<String> TRUE = Set.of("y", "yes", "true", "on");
    private static final Set<String> FALSE = Set.of("n", "no", "false", "off");
    private static final Pattern UNSIGNED =
            Pattern.compile("\\+?(?:(0[xX][0-9a-fA-F]{1,8})|(0[0-7]{0,11})|([1-9][0-9]{0,9}))\\s*");
    private static final long MAX_UNSIGNED = 0xFFFF_FFFFL;

    private YamlCpp() {}

    /** A boolean in lower case, upper case or capitalised. Quotes make no difference. */
    static Optional<Boolean> bool(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String upper = text.toUpperCase(Locale.ROOT);
        boolean cased = text.equals(lower) || text.equals(upper) || text.equals(upper.charAt(0) + lower.substring(1));
        if (!cased) {
            return Optional.empty();
        }
        return TRUE.contains(lower) ? Optional.of(true) : FALSE.contains(lower) ? Optional.of(false) : Optional.empty();
    }

    /** An unsigned 32-bit number, decimal, octal ({@code 017}) or hexadecimal ({@code 0x1f}). */
    static OptionalLong unsigned(String text) {
        Matcher matcher = UNSIGNED.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        long value = matcher.group(1) != null
                ? Long.parseLong(matcher.group(1).substring(2), 16)
                : matcher.group(2) != null ? Long.parseLong(matcher.group(2), 8) : Long.parseLong(matcher.group(3));
        return value <= MAX_UNSIGNED ? OptionalLong.of(value) : OptionalLong.empty();
    }
}
