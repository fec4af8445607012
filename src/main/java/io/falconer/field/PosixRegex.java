package io.falconer.field;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.falconer.text.ByteText;

/**
 * Regular expressions in Falco: RE2's POSIX dialect, matched against the whole value, with {@code ^} and {@code $} at line ends
 * and {@code .} for any character except a newline (section 3.3). What is not valid UTF-8 in a value is matched as U+FFFD, as
 * Falco does from 0.45 on. Matching takes linear time.
 */
public final class PosixRegex {
    private final Pattern pattern;

    private PosixRegex(Pattern pattern) {
        this.pattern = pattern;
    }

    /** The result of compilation. */
    public sealed interface Result {}

    /** The expression is valid. */
    public record Compiled(PosixRegex regex) implements Result {}

    /** The expression is not valid: RE2's own message. */
    public record Invalid(String message) implements Result {}

    /** Compiles {@code text}. Extensions of other dialects are refused as in RE2. */
    public static Result compile(String text) {
        try {
            String translated = Re2Syntax.print(new RegexParser(text).parse());
            return new Compiled(new PosixRegex(Pattern.compile(translated, Pattern.MULTILINE)));
        } catch (RegexError e) {
            return new Invalid(e.message());
        } catch (PatternSyntaxException e) {
            // Valid, but RE2/J has its own limits.
            return new Invalid("pattern too large - compile failed");
        }
    }

    /**
     * An expression that nothing matches. Falco up to 0.43 treats an invalid expression in this way, and only logs the error.
     */
    static PosixRegex never() {
        return new PosixRegex(Pattern.compile("[^\\x{0}-\\x{10FFFF}]"));
    }

    /** Whether the whole {@code value} matches. */
    public boolean matches(String value) {
        return pattern.matches(ByteText.repaired(value));
    }
}
