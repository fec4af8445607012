package io.falconer.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Reads a character class in brackets. */
final class RegexClassReader {
    private final RegexCursor in;
    private final int start;
    private final List<CodePoints.Range> ranges = new ArrayList<>();

    RegexClassReader(RegexCursor in) {
        this.in = in;
        this.start = in.offset();
    }

    CodePoints read() throws RegexError {
        in.next();
        boolean negated = in.at("^");
        if (negated) {
            in.next();
        }
        for (boolean first = true; !in.atEnd() && (first || !in.at("]")); first = false) {
            item(first);
        }
        if (in.atEnd()) {
            throw missingBracket();
        }
        in.next();
        CodePoints set = new CodePoints(ranges);
        return negated ? set.complement() : set;
    }

    private void item(boolean first) throws RegexError {
        // A hyphen is only allowed first or last.
        if (in.at("-") && !first && in.remaining() > 1 && !in.at("-]")) {
            int hyphen = in.offset();
            in.next();
            in.next();
            throw badRange(in.from(hyphen));
        }
        if (in.at("-") && !first && in.remaining() == 1) {
            throw badRange("-");
        }
        if (!(in.at("[:") && in.remaining() > 2 && named())) {
            range();
        }
    }

    /** {@code [:alpha:]} and similar, negated with a caret. If it is not closed, returns false and reads nothing. */
    private boolean named() throws RegexError {
        int from = in.offset();
        int close = in.text().indexOf(":]", from + 2);
        if (close < 0) {
            return false;
        }
        in.moveTo(close + 2);
        String name = in.from(from);
        boolean negated = name.startsWith("^", 2);
        Optional<CodePoints> set = named(name.substring(negated ? 3 : 2, name.length() - 2));
        if (set.isEmpty()) {
            throw badRange(name);
        }
        ranges.addAll((negated ? set.get().complement() : set.get()).ranges());
        return true;
    }

    private static Optional<CodePoints> named(String name) {
        IntPredicate letterOrDigit = c -> c < 0x80 && Character.isLetterOrDigit(c);
        return switch (name) {
            case "ascii" -> Optional.of(CodePoints.ascii(c -> true));
            case "word" -> Optional.of(CodePoints.ascii(letterOrDigit.or(c -> c == '_')));
            default -> CharacterClasses.posix(name).map(CodePoints::ascii);
        };
    }

    private void range() throws RegexError {
        int from = in.offset();
        int low = member();
        int high = low;
        if (in.remaining() >= 2 && in.at("-") && !in.at("-]")) {
            in.next();
            high = member();
            if (high < low) {
                throw badRange(in.from(from));
            }
        }
        ranges.add(new CodePoints.Range(low, high));
    }

    private int member() throws RegexError {
        if (in.atEnd()) {
            throw missingBracket();
        }
        return in.at("\\") ? in.escape() : in.next();
    }

    private RegexError missingBracket() {
        return new RegexError("missing ]", in.rest(start));
    }

    private static RegexError badRange(String culprit) {
        return new RegexError("invalid character class range", culprit);
    }
}
