package io.falconer.cli;

import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A help whose synopsis breaks only between arguments. picocli also breaks it inside {@code [-o=FORMAT[=FILE]]} and
 * {@code X.Y.Z}.
 */
final class SynopsisHelp extends Help {
    SynopsisHelp(CommandSpec command, ColorScheme colours) {
        super(command, colours);
    }

    @Override
    protected String insertSynopsisCommandName(int synopsisHeadingLength, Text arguments) {
        String name = commandSpec().qualifiedName();
        String indent = " ".repeat(synopsisHeadingLength + name.length() + 1);
        int width = commandSpec().usageMessage().width();
        StringBuilder synopsis =
                new StringBuilder(colorScheme().commandText(name).toString());
        int column = indent.length() - 1;
        String plain = arguments.plainString();
        int start = 0;
        while (start < plain.length()) {
            int end = argumentEnd(plain, start);
            if (end > start) {
                boolean fits = column + 1 + end - start < width;
                synopsis.append(fits ? " " : "\n" + indent).append(arguments.substring(start, end));
                column = (fits ? column + 1 : indent.length()) + end - start;
            }
            start = end + 1;
        }
        return synopsis.append('\n').toString();
    }

    /** The offset of the next blank outside of brackets, or the end. */
    private static int argumentEnd(String synopsis, int start) {
        int depth = 0;
        int end = start;
        while (end < synopsis.length() && (depth > 0 || synopsis.charAt(end) != ' ')) {
            depth += synopsis.charAt(end) == '[' ? 1 : synopsis.charAt(end) == ']' ? -1 : 0;
            end++;
        }
        return end;
    }
}
