package io.falconer.report;

import io.falconer.ruleset.LoadIssue;
import io.falconer.ruleset.LoadLocation;
import io.falconer.ruleset.LoadResult;
import io.falconer.text.Diagnostic;
import io.falconer.text.PrintableText;
import io.falconer.text.Snippet;
import io.falconer.text.Style;
import io.falconer.verify.RuleFact;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Load results as {@code falco -V} prints them (section 1.5). Errors and warnings with a hint also show their place in the
 * file.
 */
public final class LoadText {
    private static final String RULER = "------\n";

    private final Style style;

    /** Creates results in a style. */
    public LoadText(Style style) {
        this.style = style;
    }

    /** The result of one file. */
    public String of(LoadResult result) {
        return result.pluginError().map(this::fatal).orElseGet(() -> loaded(result));
    }

    /** The number of rules that were not checked, one line for each source; empty if there are none. */
    public String summary(SortedMap<String, Integer> unchecked) {
        return unchecked.entrySet().stream()
                .map(entry -> style.yellow(PrintableText.shown(entry.getValue()
                                + (entry.getValue() == 1 ? " rule" : " rules") + " of source " + entry.getKey()
                                + " not checked"))
                        + "\n")
                .collect(Collectors.joining());
    }

    /** How many rules could not be decided about; empty if there are none. */
    public String summary(List<RuleFact.Undecided> undecided) {
        long rules = undecided.stream().map(RuleFact.Undecided::rule).distinct().count();
        return rules == 0
                ? ""
                : style.yellow((rules == 1 ? "1 rule" : rules + " rules") + " undecided: "
                                + undecided.getFirst().reason())
                        + "\n";
    }

    /** If plugins are missing, Falco stops with this message alone, whatever else it found. */
    private String fatal(Diagnostic why) {
        return style.red("Error:") + " " + PrintableText.lines(why.message()) + "\n" + Snippet.of(why, style);
    }

    private String loaded(LoadResult result) {
        StringBuilder text = new StringBuilder();
        text.append(style.bold(PrintableText.shown(result.name()) + ":"))
                .append(' ')
                .append(verdict(result))
                .append('\n');
        issues(result.errors(), "Errors", text);
        issues(result.warnings(), "Warnings", text);
        return text.toString();
    }

    private String verdict(LoadResult result) {
        if (!result.successful()) {
            return style.red("Invalid");
        }
        return result.warnings().isEmpty() ? style.green("Ok") : style.yellow("Ok, with warnings");
    }

    private void issues(List<LoadIssue> issues, String title, StringBuilder text) {
        if (issues.isEmpty()) {
            return;
        }
        text.append(issues.size()).append(' ').append(title).append(":\n");
        for (LoadIssue issue : issues) {
            String before = "In ";
            for (LoadLocation location : issue.context().locations()) {
                text.append(style.dim(before + location(location))).append('\n');
                before = "    ";
            }
            String code = issue.code() + " (" + issue.code().text() + "): ";
            text.append(RULER)
                    .append(PrintableText.lines(issue.context().snippet()))
                    .append(RULER);
            text.append(issue.code().isError() ? style.red(code) : style.yellow(code))
                    .append(PrintableText.lines(issue.message()))
                    .append('\n');
            if (issue.code().isError() || issue.hint().isPresent()) {
                text.append(Snippet.of(issue.diagnostic(), style)); // the exact place, and how to fix the error
            }
        }
    }

    private static String location(LoadLocation location) {
        String item = location.itemName().isEmpty() ? "" : " '" + PrintableText.shown(location.itemName()) + "'";
        return location.itemType().words() + item + ": (" + PrintableText.shown(location.name()) + ":"
                + location.position().line() + ":" + location.position().column() + ")";
    }
}
