package io.falconer.report;

import io.falconer.cover.CoveredRule;
import io.falconer.cover.Unshown;
import io.falconer.ruleset.Rule;
import io.falconer.text.PrintableText;
import io.falconer.text.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which tests rules lack, for people. Rules that lack none are counted, not shown. */
public final class CoverText {
    private static final int WIDTH = 80;
    private static final String INDENT = "    ";

    private final Style style;
    private final Detail detail;
    private final String verb;

    /**
     * Creates texts in a style.
     *
     * @param verb what happened to the events: missing or written
     */
    public CoverText(Style style, Detail detail, String verb) {
        this.style = style;
        this.detail = detail;
        this.verb = verb;
    }

    /** The whole text. */
    public String of(List<CoveredRule> rules) {
        List<String> lines = new ArrayList<>();
        rules.forEach(rule -> lines.addAll(lines(rule)));
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(summary(rules));
        return String.join("\n", lines) + "\n";
    }

    private List<String> lines(CoveredRule covered) {
        List<String> lines = new ArrayList<>();
        if (!covered.events().isEmpty()) {
            lines.add(INDENT + verb + ": " + Plural.of(covered.events().size(), "event") + " for "
                    + (covered.missing() - covered.unshown().size()) + " of "
                    + Plural.of(covered.outcomes(), "outcome"));
        }
        reasons(covered.undecided()).forEach((reason, what) -> lines.add(unshown("undecided", what, reason)));
        if (detail == Detail.EVERY_EVENT) {
            reasons(covered.impossible()).forEach((reason, what) -> lines.add(unshown("impossible", what, reason)));
        }
        if (!lines.isEmpty()) {
            Rule rule = covered.rule();
            lines.addFirst(style.bold(PrintableText.shown(rule.name())) + "  "
                    + style.dim(PrintableText.shown(rule.place().toString())));
        }
        return lines;
    }

    /** What has the same reason is shown together. */
    private static Map<String, List<String>> reasons(Stream<Unshown> unshown) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        unshown.forEach(each -> reasons.computeIfAbsent(each.reason(), reason -> new ArrayList<>())
                .add(each.what()));
        return reasons;
    }

    private String unshown(String word, List<String> what, String reason) {
        String more = what.size() == 1 ? "" : " and " + (what.size() - 1) + " more";
        String text =
                word + ": " + PrintableText.shown(what.getFirst()) + more + ", because " + PrintableText.shown(reason);
        return INDENT + String.join("\n" + INDENT + "  ", WrappedText.text(text, WIDTH - INDENT.length() - 2));
    }

    private String summary(List<CoveredRule> rules) {
        int events = rules.stream().mapToInt(rule -> rule.events().size()).sum();
        int outcomes = rules.stream().mapToInt(CoveredRule::outcomes).sum();
        int missing = rules.stream().mapToInt(CoveredRule::missing).sum();
        long impossible = rules.stream().flatMap(CoveredRule::impossible).count();
        long undecided = rules.stream().flatMap(CoveredRule::undecided).count();
        return Plural.of(rules.size(), "rule") + ": " + Plural.of(events, "event") + " " + verb + "\n"
                + Plural.of(outcomes, "outcome") + ": " + (outcomes - missing) + " tested, "
                + (missing - impossible - undecided) + " " + verb + ", " + impossible + " impossible (proved), "
                + undecided + " undecided";
    }
}
