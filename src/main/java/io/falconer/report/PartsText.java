package io.falconer.report;

import io.falconer.coverage.Obligation;
import io.falconer.coverage.RulePart;
import io.falconer.suite.Coverage;
import io.falconer.suite.RuleCoverage;
import io.falconer.text.PrintableText;
import io.falconer.text.Style;
import io.falconer.text.Via;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists the rules of whose parts tests show least, each with what no test shows. */
final class PartsText {
    private static final int WIDTH = 80;
    private static final int LEAST_TEXT = 15;
    private static final int MOST_RULES = 5;
    private static final int MOST_PARTS = 4;
    private static final String INDENT = " ".repeat(8);

    private final Style style;
    private final Detail detail;

    PartsText(Style style, Detail detail) {
        this.style = style;
        this.detail = detail;
    }

    /** The rules, the least covered first; empty if tests show everything. */
    Optional<String> of(Coverage coverage) {
        List<RuleCoverage> lacking = coverage.parts().stream()
                .filter(rule -> rule.shown() < rule.counts().size())
                .sorted(Comparator.comparingInt(RuleCoverage::percent)
                        .thenComparing(rule -> -rule.missing().size()))
                .toList();
        if (lacking.isEmpty()) {
            return Optional.empty();
        }
        boolean all = detail == Detail.EVERY_EVENT;
        StringBuilder out = new StringBuilder();
        String heading = lacking.size() == 1 ? "1 rule has parts" : lacking.size() + " rules have parts";
        out.append(coverage.isEnough() ? style.yellow(heading) : style.red(heading))
                .append(" that no test shows with effect:\n");
        lacking.stream().limit(all ? lacking.size() : MOST_RULES).forEach(rule -> {
            out.append(style.bold("%4d %%".formatted(rule.percent())))
                    .append("  ")
                    .append(PrintableText.shown(rule.rule().name()))
                    .append(' ')
                    .append(style.dim(PrintableText.shown(rule.rule().location().toString())))
                    .append('\n');
            rule.missing().stream()
                    .limit(all ? rule.missing().size() : MOST_PARTS)
                    .forEach(each -> out.append(INDENT)
                            .append(line(each, rule, WIDTH - INDENT.length()))
                            .append('\n'));
            if (!all && rule.missing().size() > MOST_PARTS) {
                out.append(INDENT)
                        .append("and ")
                        .append(rule.missing().size() - MOST_PARTS)
                        .append(" more\n");
            }
        });
        if (!all && lacking.size() > MOST_RULES) {
            out.append("  and ").append(lacking.size() - MOST_RULES).append(" more rules; -v lists them\n");
        }
        return Optional.of(out.toString());
    }

    /** What no test shows of a rule, one line for each, without a limit. */
    static List<String> lines(RuleCoverage rule) {
        PartsText text = new PartsText(Style.PLAIN, Detail.EVERY_EVENT);
        return rule.missing().stream()
                .map(each -> text.line(each, rule, Integer.MAX_VALUE))
                .toList();
    }

    private String line(Obligation missing, RuleCoverage rule, int width) {
        RulePart part = missing.part();
        String way = part.origin().way().stream()
                .filter(step -> step.kind() == Via.Kind.MACRO)
                .map(Via::name)
                .collect(Collectors.joining(" > "));
        boolean here = part.place()
                .source()
                .name()
                .equals(rule.rule().location().source().name());
        String place = (here ? "line " : part.place().source().name() + ":")
                + part.place().start().line()
                + (way.isEmpty() ? "" : ", " + way);
        String start = words(missing) + "  ";
        String shown = PrintableText.shown(part.text());
        int room = Math.max(LEAST_TEXT, width - start.length() - place.length() - 2);
        String cut = shown.length() <= room ? shown : shown.substring(0, room - 3) + "...";
        return start + cut + "  " + style.dim(PrintableText.shown(place));
    }

    /** What is missing, in words of one width. */
    static String words(Obligation obligation) {
        return switch (obligation.part()) {
            case RulePart.Check check -> obligation.truth() ? "never true " : "never false";
            case RulePart.ListItem item -> "never used ";
            case RulePart.ExceptionValue value -> "never used ";
        };
    }
}
