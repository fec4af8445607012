package io.falconer.ruleset;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the engine or of a plugin: three numbers. */
public record Version(long major, long minor, long patch) implements Comparable<Version> {
    private static final Pattern PATTERN =
            Pattern.compile("\\s*\\+?(\\d{1,10})\\.\\s*\\+?(\\d{1,10})\\.\\s*\\+?(\\d{1,10}).*", Pattern.DOTALL);
    private static final Pattern EXACT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9}){2}");
    private static final Comparator<Version> ORDER =
            Comparator.comparing(Version::major).thenComparing(Version::minor).thenComparing(Version::patch);

    /** The version that {@code text} starts with. Text after the third number does not matter, as with scanf. */
    public static Optional<Version> of(String text) {
        Matcher matcher = PATTERN.matcher(text);
        return matcher.matches()
                ? Optional.of(new Version(
                        Long.parseLong(matcher.group(1)),
                        Long.parseLong(matcher.group(2)),
                        Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }

    /**
     * The version that {@code text} is, without anything before or after it. Falco accepts more, but in what a user declares it
     * is more likely a typing error.
     */
    public static Optional<Version> exactly(String text) {
        return EXACT.matcher(text).matches() ? of(text) : Optional.empty();
    }

    /** Whether this version satisfies a requirement of {@code required}: the same major number, and at least as new. */
    public boolean serves(Version required) {
        return major == required.major && compareTo(required) >= 0;
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
