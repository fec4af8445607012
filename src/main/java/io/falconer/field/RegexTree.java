package io.falconer.field;

import java.util.List;
import java.util.Optional;

/**
 * A regular expression of RE2's POSIX dialect (section 3.3) as it was read. It does not contain groups, because nothing is
 * captured.
 */
public sealed interface RegexTree {
    /** The value of {@link Repeat#high} for a repetition without an upper bound. */
    int UNBOUNDED = -1;

    /** One of a set of characters. */
    record Characters(CodePoints set) implements RegexTree {}

    /** The empty text, at the start or after a newline. */
    record LineStart() implements RegexTree {}

    /** The empty text, at the end or before a newline. */
    record LineEnd() implements RegexTree {}

    /** The parts, one after the other; without parts, the empty text. */
    record Sequence(List<RegexTree> parts) implements RegexTree {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** One of the branches. There is at least one. */
    record Choice(List<RegexTree> branches) implements RegexTree {
        public Choice {
            branches = List.copyOf(branches);
        }
    }

    /** The part at least {@code low} and at most {@code high} times. Both are at most 1,000. */
    record Repeat(RegexTree part, int low, int high) implements RegexTree {}

    /** Reads an expression as {@link PosixRegex#compile} does; empty if that refuses the syntax. */
    static Optional<RegexTree> parse(String text) {
        try {
            return Optional.of(new RegexParser(text).parse());
        } catch (RegexError e) {
            return Optional.empty();
        }
    }
}
