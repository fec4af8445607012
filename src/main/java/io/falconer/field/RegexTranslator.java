package io.falconer.field;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads RE2's POSIX dialect and writes the same expression in RE2/J's own. What RE2 refuses in this dialect is refused here
 * with its message; every character is written in a form that no dialect reads in another way.
 */
final class RegexTranslator {
    private final RegexCursor in;
    private final StringBuilder out = new StringBuilder();
    /** Where the groups that are open begin in the output. */
    private final Deque<Integer> groups = new ArrayDeque<>();
    /** Where the last atom begins in the output, -1 where a repetition would have nothing to repeat. */
    private int atom = -1;
    /** The largest product of repetition counts within the atom, which RE2 bounds. */
    private final RepetitionBound bound = new RepetitionBound();
    /** The star, plus or question mark that the atom ends with, or a blank. */
    private char lastRepeat = ' ';

    RegexTranslator(String text) {
        this.in = new RegexCursor(text);
    }

    String translate() throws RegexError {
        in.refuseBrokenEncoding();
        while (!in.atEnd()) {
            token();
        }
        if (!groups.isEmpty()) {
            throw new RegexError("missing )", in.text());
        }
        return out.toString();
    }

    private void token() throws RegexError {
        switch (in.peek()) {
            case '(' -> {
                in.next();
                groups.push(out.length());
                bound.open();
                out.append("(?:");
                atom = -1;
            }
            case ')' -> close();
            case '|' -> {
                in.next();
                out.append('|');
                bound.endAtom();
                atom = -1;
            }
            case '*', '+', '?' -> repeat((char) in.next());
            case '{' -> braces();
            case '.' -> atom("[^\\n]");
            case '^' -> atom("^");
            case '$' -> atom("$");
            case '[' -> {
                begin();
                new RegexClassReader(in, out).read();
            }
            case '\\' -> {
                begin();
                RegexClassReader.literal(in.escape(), out);
            }
            default -> {
                begin();
                RegexClassReader.literal(in.next(), out);
            }
        }
    }

    private void atom(String text) {
        in.next();
        begin();
        out.append(text);
    }

    private void begin() {
        bound.endAtom();
        bound.beginAtom();
        atom = out.length();
        lastRepeat = ' ';
    }

    private void close() throws RegexError {
        if (groups.isEmpty()) {
            throw new RegexError("unexpected )", in.text());
        }
        in.next();
        out.append(')');
        atom = groups.pop();
        bound.close();
        lastRepeat = ' ';
    }

    /** Stars, pluses and question marks may follow one another: a lazy star is no POSIX, it reads as (a*)?. */
    private void repeat(char operator) throws RegexError {
        if (atom < 0) {
            throw new RegexError("no argument for repetition operator", String.valueOf(operator));
        }
        if (lastRepeat == ' ') {
            wrap();
            out.append(operator);
            lastRepeat = operator;
        } else if (lastRepeat != operator) {
            out.setCharAt(out.length() - 1, '*');
            lastRepeat = '*';
        }
    }

    private void braces() throws RegexError {
        RegexCursor.Repetition repetition = in.repetition();
        if (repetition.text().isEmpty()) {
            begin();
            RegexClassReader.literal(in.next(), out);
            return;
        }
        if (!repetition.isBounded()) {
            throw new RegexError("invalid repetition size", repetition.text());
        }
        if (atom < 0) {
            throw new RegexError("no argument for repetition operator", repetition.text());
        }
        if (!bound.repeat(repetition)) {
            throw new RegexError("invalid repetition size", repetition.text());
        }
        wrap();
        out.append(repetition.text());
        lastRepeat = ' ';
    }

    private void wrap() {
        out.insert(atom, "(?:").append(')');
    }
}
