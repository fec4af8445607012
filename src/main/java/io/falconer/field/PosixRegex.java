package io.falconer.field;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.falconer.text.ByteText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions in Falco: RE2's POSIX dialect, matched against the whole value, with {@code ^} and {@code $} at line ends
 * and {@code .} for any character except a newline (section 3.3). What is not valid UTF-8 in a value is matched as U+FFFD, as
 * Falco does from 0.45 on. Matching takes linear time.
 */
public final class PosixRegex {
    private final RegexTree tree;
    /** Made when first needed, because most expressions are only checked. */
    private volatile @Nullable RegexStates states;

    private volatile @Nullable Pattern pattern;

    private PosixRegex(RegexTree tree) {
        this.tree = tree;
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
            PosixRegex regex = new PosixRegex(new RegexParser(text).parse());
            if (!RegexPlaces.isSmall(regex.tree)) {
                regex.pattern = pattern(regex.tree);
            }
            return new Compiled(regex);
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
        return new PosixRegex(new RegexTree.Characters(new CodePoints(List.of())));
    }

    /** Whether the whole {@code value} matches. */
    public boolean matches(String value) {
        String text = ByteText.repaired(value);
        Pattern large = pattern;
        if (large != null) {
            return large.matches(text);
        }
        RegexStates known = states;
        if (known == null) {
            known = new RegexStates(tree);
            states = known;
        }
        return switch (known.match(text)) {
            case MATCHES -> true;
            case DIFFERS -> false;
            case UNDECIDED -> {
                Pattern made = pattern(tree);
                pattern = made;
                states = null;
                yield made.matches(text);
            }
        };
    }

    /** The expression for RE2/J, which matches without an automaton of states, in linear time and little memory. */
    private static Pattern pattern(RegexTree tree) {
        return Pattern.compile(Re2Syntax.print(tree), Pattern.MULTILINE);
    }
}
