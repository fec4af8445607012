package io.falconer.field;

import java.util.Locale;

/** Reads a character class in brackets and writes it with every character spelt out. */
final class RegexClassReader {
    private final RegexCursor in;
    private final StringBuilder out;
    private final int start;

    RegexClassReader(RegexCursor in, StringBuilder out) {
        this.in = in;
        this.out = out;
        this.start = in.offset();
    }

    void read() throws RegexError {
        in.next();
        out.append('[');
        if (in.at("^")) {
            in.next();
            out.append('^');
        }
        for (boolean first = true; !in.atEnd() && (first || !in.at("]")); first = false) {
            item(first);
        }
        if (in.atEnd()) {
            throw missingBracket();
        }
        in.next();
        out.append(']');
    }

    private void item(boolean first) throws RegexError {
        // A hyphen may only stand first or last.
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

    /** {@code [:alpha:]} and its like, negated with a caret; false, and nothing read, if it is not closed. */
    private boolean named() throws RegexError {
        int from = in.offset();
        int close = in.text().indexOf(":]", from + 2);
        if (close < 0) {
            return false;
        }
        in.moveTo(close + 2);
        String name = in.from(from);
        String plain = name.substring(2, name.length() - 2);
        String positive = plain.startsWith("^") ? plain.substring(1) : plain;
        if (!positive.equals("word")
                && !positive.equals("ascii")
                && CharacterClasses.posix(positive).isEmpty()) {
            throw badRange(name);
        }
        out.append(name);
        return true;
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
        literal(low, out);
        if (high > low) {
            out.append('-');
            literal(high, out);
        }
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

    /** Writes a character so that it stands for itself within brackets and without. */
    static void literal(int c, StringBuilder out) {
        boolean plain =
                (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '_';
        if (plain) {
            out.append((char) c);
        } else {
            out.append(String.format(Locale.ROOT, "\\x{%x}", c));
        }
    }
}
