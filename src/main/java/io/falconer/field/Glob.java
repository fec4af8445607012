package io.falconer.field;

/**
 * Patterns of {@code glob} and {@code iglob}: fnmatch on the whole value in the C locale, which is byte by byte (section 3.3).
 * Matching takes time in proportion to the product of the lengths of pattern and value, and allocates nothing for ASCII.
 */
public final class Glob {
    /** For each token, the set of octets that it matches. The empty array means a star. */
    private final long[][] tokens;

    private Glob(long[][] tokens) {
        this.tokens = tokens;
    }

    /**
     * Every text is a pattern: an unclosed bracket is literal, and an unknown class or a backslash at the end matches nothing.
     *
     * @param foldCase whether ASCII letters match in either case
     */
    public static Glob compile(String pattern, boolean foldCase) {
        return new Glob(new GlobReader(Octets.of(pattern), foldCase).tokens());
    }

    /** A case-sensitive pattern given as octets. */
    static Glob ofOctets(String pattern) {
        return new Glob(new GlobReader(pattern, false).tokens());
    }

    /** How many tokens the pattern has. */
    public int tokens() {
        return tokens.length;
    }

    /** Whether a token matches any number of octets; if not, it matches one. */
    public boolean isStar(int token) {
        return tokens[token].length == 0;
    }

    /** Whether a token that is not a star matches this octet. */
    public boolean takes(int token, int octet) {
        return OctetSet.holds(tokens[token], octet);
    }

    /** Whether the whole {@code value} matches. */
    public boolean matches(String value) {
        String octets = Octets.of(value);
        return matches(octets, 0, octets.length());
    }

    /** Whether a stretch of a text of octets matches as a whole. */
    boolean matches(String octets, int start, int end) {
        int token = 0;
        int at = start;
        int afterStar = -1;
        int retryAt = start;
        while (at < end) {
            if (token < tokens.length && tokens[token].length == 0) {
                token++;
                afterStar = token;
                retryAt = at;
            } else if (token < tokens.length && OctetSet.holds(tokens[token], octets.charAt(at))) {
                token++;
                at++;
            } else if (afterStar >= 0) {
                // Only the last star may ever have to match more.
                token = afterStar;
                retryAt++;
                at = retryAt;
            } else {
                return false;
            }
        }
        while (token < tokens.length && tokens[token].length == 0) {
            token++;
        }
        return token == tokens.length;
    }
}
