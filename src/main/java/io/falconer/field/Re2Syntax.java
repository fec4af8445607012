package io.falconer.field;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes regular expressions in a form that all dialects read alike: every character is escaped if necessary. */
final class Re2Syntax {
    private final StringBuilder out = new StringBuilder();
    /** What each branch of a choice starts with. */
    private final String beginning;

    /**
     * @param bothCases whether a letter occurs in both cases. RE2/J 1.8 stores the class of these like the letter in one case, and
     *     takes it for that when it looks for beginnings that branches share: its {@code E|[Ee]1} does not match {@code e1}. It
     *     takes an empty group for no beginning.
     */
    private Re2Syntax(boolean bothCases) {
        this.beginning = bothCases ? "(?:)" : "";
    }

    static String print(RegexTree tree) {
        Set<Integer> letters = new HashSet<>();
        letters(tree, letters);
        Re2Syntax syntax = new Re2Syntax(
                letters.stream().anyMatch(c -> Character.isLowerCase(c) && letters.contains(Character.toUpperCase(c))));
        syntax.write(tree);
        return syntax.out.toString();
    }

    /** The letters that stand alone or with few others, which may be the other case. */
    private static void letters(RegexTree tree, Set<Integer> letters) {
        switch (tree) {
            case RegexTree.Characters(CodePoints set) ->
                set.ranges().stream()
                        .filter(range -> range.low() == range.high())
                        .forEach(range -> letters.add(range.low()));
            case RegexTree.LineStart start -> {}
            case RegexTree.LineEnd end -> {}
            case RegexTree.Sequence(List<RegexTree> parts) -> parts.forEach(part -> letters(part, letters));
            case RegexTree.Choice(List<RegexTree> branches) -> branches.forEach(branch -> letters(branch, letters));
            case RegexTree.Repeat repeat -> letters(repeat.part(), letters);
        }
    }

    private void write(RegexTree tree) {
        switch (tree) {
            case RegexTree.Characters(CodePoints set) -> write(set);
            case RegexTree.LineStart start -> out.append('^');
            case RegexTree.LineEnd end -> out.append('$');
            case RegexTree.Sequence(List<RegexTree> parts) -> parts.forEach(this::write);
            case RegexTree.Choice(List<RegexTree> branches) -> {
                String separator = "(?:";
                for (RegexTree branch : branches) {
                    out.append(separator).append(beginning);
                    write(branch);
                    separator = "|";
                }
                out.append(')');
            }
            case RegexTree.Repeat(RegexTree part, int low, int high) -> {
                out.append("(?:");
                write(part);
                out.append(')').append(repetition(low, high));
            }
        }
    }

    private static String repetition(int low, int high) {
        if (high == RegexTree.UNBOUNDED) {
            return low == 0 ? "*" : low == 1 ? "+" : "{" + low + ",}";
        }
        return low == 0 && high == 1 ? "?" : "{" + low + "," + high + "}";
    }

    private void write(CodePoints set) {
        List<CodePoints.Range> ranges = set.ranges();
        if (ranges.isEmpty()) {
            out.append("[^\\x{0}-\\x{10ffff}]");
        } else if (ranges.size() == 1
                && ranges.getFirst().low() == ranges.getFirst().high()) {
            write(ranges.getFirst().low());
        } else {
            out.append('[');
            for (CodePoints.Range range : ranges) {
                write(range.low());
                out.append('-');
                write(range.high());
            }
            out.append(']');
        }
    }

    private void write(int c) {
        boolean plain =
                (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '_';
        if (plain) {
            out.append((char) c);
        } else {
            out.append("\\x{").append(Integer.toHexString(c)).append('}');
        }
    }
}
