package io.falconer.field;

import java.util.List;
import java.util.Optional;

/** A regular expression of RE2's POSIX dialect (section 3.3) as it was read. Groups leave no trace: nothing is captured. */
public sealed interface RegexTree {
    /** Stands in {@link Repeat#high} for a repetition that has no upper bound. */
    int UNBOUNDED = -1;

    /** One of a set of characters. */
    record Characters(CodePoints set) implements RegexTree {}

    /** The empty text, at the beginning or behind a newline. */
    record LineStart() implements RegexTree {}

    /** The empty text, at the end or in front of a newline. */
    record LineEnd() implements RegexTree {}

    /** The parts one behind the other; without parts, the empty text. */
    record Sequence(List<RegexTree> parts) implements RegexTree {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** Any of the branches, of which there is at least one. */
    record Choice(List<RegexTree> branches) implements RegexTree {
        public Choice {
            branches = List.copyOf(branches);
        }
    }

    /** The part at least {@code low} and at most {@code high} times, 1,000 at most. */
    record Repeat(RegexTree part, int low, int high) implements RegexTree {}

    /** Reads an expression as {@link PosixRegex#compile} does; nothing where that refuses its syntax. */
    static Optional<RegexTree> parse(String text) {
        try {
            return Optional.of(new RegexParser(text).parse());
        } catch (RegexError e) {
            return Optional.empty();
        }
    }
}
