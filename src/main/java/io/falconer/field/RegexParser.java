package io.falconer.field;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads RE2's POSIX dialect. What RE2 refuses in this dialect is refused here with its message. */
final class RegexParser {
    private static final CodePoints NO_NEWLINE = CodePoints.of('\n').complement();

    private final RegexCursor in;
    /** The open groups around the current one. */
    private final Deque<Group> outer = new ArrayDeque<>();

    private Group group = new Group();
    /** The largest product of repetition counts within the atom, which RE2 limits. */
    private final RepetitionBound bound = new RepetitionBound();
    /** The star, plus or question mark at the end of the last atom, or a blank. */
    private char lastRepeat = ' ';

    /** The parts of a group read so far: the branches before the current one, and the atoms of the current branch. */
    private static final class Group {
        final List<RegexTree> branches = new ArrayList<>();
        List<RegexTree> atoms = new ArrayList<>();

        void nextBranch() {
            branches.add(atoms.size() == 1 ? atoms.getFirst() : new RegexTree.Sequence(atoms));
            atoms = new ArrayList<>();
        }

        RegexTree tree() {
            nextBranch();
            return branches.size() == 1 ? branches.getFirst() : new RegexTree.Choice(branches);
        }
    }

    RegexParser(String text) {
        this.in = new RegexCursor(text);
    }

    RegexTree parse() throws RegexError {
        in.refuseBrokenEncoding();
        while (!in.atEnd()) {
            token();
        }
        if (!outer.isEmpty()) {
            throw new RegexError("missing )", in.text());
        }
        return group.tree();
    }

    private void token() throws RegexError {
        switch (in.peek()) {
            case '(' -> {
                in.next();
                outer.push(group);
                group = new Group();
                bound.open();
            }
            case ')' -> close();
            case '|' -> {
                in.next();
                group.nextBranch();
                bound.endAtom();
            }
            case '*', '+', '?' -> repeat((char) in.next());
            case '{' -> braces();
            case '.' -> {
                in.next();
                atom(new RegexTree.Characters(NO_NEWLINE));
            }
            case '^' -> {
                in.next();
                atom(new RegexTree.LineStart());
            }
            case '$' -> {
                in.next();
                atom(new RegexTree.LineEnd());
            }
            case '[' -> atom(new RegexTree.Characters(new RegexClassReader(in).read()));
            case '\\' -> literal(in.escape());
            default -> literal(in.next());
        }
    }

    private void literal(int character) {
        atom(new RegexTree.Characters(CodePoints.of(character)));
    }

    private void atom(RegexTree atom) {
        bound.endAtom();
        bound.beginAtom();
        group.atoms.add(atom);
        lastRepeat = ' ';
    }

    private void close() throws RegexError {
        if (outer.isEmpty()) {
            throw new RegexError("unexpected )", in.text());
        }
        in.next();
        RegexTree closed = group.tree();
        group = outer.pop();
        group.atoms.add(closed);
        bound.close();
        lastRepeat = ' ';
    }

    /** Stars, pluses and question marks may follow each other: a lazy star is not POSIX, so it means (a*)?. */
    private void repeat(char operator) throws RegexError {
        RegexTree last = lastAtom(String.valueOf(operator));
        if (lastRepeat == ' ') {
            int low = operator == '+' ? 1 : 0;
            int high = operator == '?' ? 1 : RegexTree.UNBOUNDED;
            group.atoms.add(new RegexTree.Repeat(last, low, high));
            lastRepeat = operator;
        } else if (lastRepeat != operator && last instanceof RegexTree.Repeat(RegexTree part, int low, int high)) {
            group.atoms.add(new RegexTree.Repeat(part, 0, RegexTree.UNBOUNDED));
            lastRepeat = '*';
        } else {
            group.atoms.add(last);
        }
    }

    private void braces() throws RegexError {
        RegexCursor.Repetition repetition = in.repetition();
        if (repetition.text().isEmpty()) {
            literal(in.next());
            return;
        }
        if (!repetition.isBounded()) {
            throw new RegexError("invalid repetition size", repetition.text());
        }
        RegexTree last = lastAtom(repetition.text());
        if (!bound.repeat(repetition)) {
            throw new RegexError("invalid repetition size", repetition.text());
        }
        group.atoms.add(new RegexTree.Repeat(last, repetition.low(), repetition.high()));
        lastRepeat = ' ';
    }

    /** Removes the atom that a repetition applies to. */
    private RegexTree lastAtom(String operator) throws RegexError {
        if (group.atoms.isEmpty()) {
            throw new RegexError("no argument for repetition operator", operator);
        }
        return group.atoms.removeLast();
    }
}
