package io.falconer.report;

import io.falconer.text.PrintableText;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pieces of GitHub's Markdown that can contain any text. */
final class Markdown {
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>&|#~$!]");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /** {@code text} on one line, shown literally. */
    static String inline(String text) {
        return MARKUP.matcher(PrintableText.line(text)).replaceAll("\\\\$0");
    }

    /** {@code text} on one line, within an HTML element. */
    static String html(String text) {
        return PrintableText.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A block of code whose fence is longer than any run of backticks in it. */
    static String code(String text) {
        String lines = PrintableText.lines(text).stripTrailing();
        int longest = BACKTICKS
                .matcher(lines)
                .results()
                .map(MatchResult::group)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + "text\n" + lines + "\n" + fence + "\n";
    }

    /** A table. The cells of the first {@code texts} columns are texts, the other cells are numbers. */
    static String table(List<String> header, int texts, List<List<String>> rows) {
        String rule = IntStream.range(0, header.size())
                .mapToObj(i -> i < texts ? "---" : "---:")
                .collect(Collectors.joining(" | ", "| ", " |\n"));
        return row(header) + rule + rows.stream().map(Markdown::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Markdown::inline).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
