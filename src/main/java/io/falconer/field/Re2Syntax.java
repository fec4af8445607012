package io.falconer.field;

import java.util.List;

/** Writes regular expressions in a form that all dialects read alike: every character is escaped if necessary. */
final class Re2Syntax {
    private final StringBuilder out = new StringBuilder();

    private Re2Syntax() {}

    static String print(RegexTree tree) {
        Re2Syntax syntax = new Re2Syntax();
        syntax.write(tree);
        return syntax.out.toString();
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
                    out.append(separator);
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
