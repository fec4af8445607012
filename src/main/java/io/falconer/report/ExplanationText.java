package io.falconer.report;

import io.falconer.explain.Cause;
import io.falconer.explain.Change;
import io.falconer.explain.NearSilence;
import io.falconer.explain.Part;
import io.falconer.explain.RuleExplanation;
import io.falconer.lint.RuleFinding;
import io.falconer.report.ExplanationLines.Piece;
import io.falconer.text.Style;
import java.util.List;
import java.util.function.UnaryOperator;

/** Explanations for people: what decides first, then the condition as a tree. */
public final class ExplanationText {
    private static final int MOST_CHANGES = 4;
    private static final int MOST_SILENCES = 3;
    private static final int MOST_MISSED = 2;
    private static final int MOST_FINDINGS = 1;
    private static final int MOST_DECIDING_LINES = 8;
    private static final int NEAREST_RULES = 3;

    /** The maximum number of lines about one rule, and about all rules if none is named. */
    private static final int MOST_LINES = 18;

    private static final int MOST_LINES_OF_ALERT = 8;
    private static final int MOST_LINES_OF_OTHER = 6;
    private static final int MOST_LINES_OF_ALTERNATIVES = 5;

    /** The condition gets at least this many of them. */
    private static final int FEWEST_LINES = 4;

    private final Style style;
    private final boolean all;

    /**
     * Explanations in a style.
     *
     * @param all whether everything is shown, however long it is
     */
    public ExplanationText(Style style, boolean all) {
        this.style = style;
        this.all = all;
    }

    /** What the rules that a user named do on one event. */
    public String ofNamed(List<RuleExplanation> explanations) {
        ExplanationLines lines = new ExplanationLines(all);
        event(explanations, lines);
        explanations.forEach(each -> rule(each, lines, MOST_LINES));
        return lines.text();
    }

    /** What all rules do on one event: those that match, the nearest of the others, and how many are left. */
    public String ofAll(List<RuleExplanation> explanations) {
        if (all || explanations.size() == 1) {
            return ofNamed(explanations);
        }
        ExplanationLines lines = new ExplanationLines(all);
        event(explanations, lines);
        ShownExplanations chosen = ShownExplanations.of(explanations, NEAREST_RULES);
        List<RuleExplanation> matching = chosen.matching();
        List<RuleExplanation> later = chosen.later();
        List<RuleExplanation> shown = chosen.shown();
        ExplanationLines rest = new ExplanationLines(all);
        int listed = matching.isEmpty() ? 0 : 1;
        while (listed < shown.size() && rest.count() < MOST_LINES - MOST_LINES_OF_OTHER) {
            RuleExplanation each = shown.get(listed++);
            heading(each, rest);
            cause(each, rest);
            changes(each.decisive(), rest, 1);
        }
        if (!later.isEmpty()) {
            String more = later.size() == 1 ? "" : " and " + Plural.of(later.size() - 1L, "more rule");
            note(
                    later.getFirst().rule().name() + more + " would fire, but an earlier rule fires first",
                    style::yellow,
                    rest);
        }
        int left = explanations.size() - listed - later.size();
        if (left > 0) {
            boolean match = matching.size() > listed + later.size();
            String silent = match ? "" : left == 1 ? " stays silent" : " stay silent";
            note(Plural.of(left, "more rule") + silent + "; --rule or -v shows why", style::dim, rest);
        }
        if (!matching.isEmpty()) {
            rule(shown.getFirst(), lines, MOST_LINES - rest.count());
        }
        lines.addAll(rest, rest.count(), 2, "-v");
        return lines.text();
    }

    private void note(String words, UnaryOperator<String> colour, ExplanationLines lines) {
        WrappedText.text(words, 78).forEach(line -> lines.add(2, "", style, List.of(Piece.of(line, colour))));
    }

    /** Why a rule fires on an event, without the event and the rule, in few lines. */
    String ofAlert(RuleExplanation explanation) {
        ExplanationLines lines = new ExplanationLines(all);
        alternatives(explanation.alternatives(), lines, MOST_LINES_OF_ALTERNATIVES);
        silences(explanation.nearSilences(), lines, MOST_LINES_OF_ALERT);
        tree(explanation, lines, MOST_LINES_OF_ALERT);
        return lines.text();
    }

    /** The parts of a condition that decide about an event, cut to few lines. */
    static String deciding(Part condition, Style style, int indent) {
        ExplanationLines parts = new ExplanationLines(false);
        new ConditionLines(style, false, parts).deciding(condition, indent);
        ExplanationLines lines = new ExplanationLines(false);
        lines.addAll(parts, MOST_DECIDING_LINES, indent, "falconer explain");
        return lines.text();
    }

    private void event(List<RuleExplanation> explanations, ExplanationLines lines) {
        explanations.stream()
                .findFirst()
                .ifPresent(each -> lines.add(
                        0, "", style, List.of(Piece.of(each.event().origin().toString(), style::bold))));
    }

    private void rule(RuleExplanation explanation, ExplanationLines lines, int most) {
        int before = lines.count();
        heading(explanation, lines);
        cause(explanation, lines);
        changes(explanation.decisive(), lines, MOST_CHANGES);
        if (explanation.cause() instanceof Cause.Condition
                && explanation.decisive().isEmpty()) {
            wrapped("no set of parts was found whose change lets it fire", lines);
        }
        findings(explanation.findings(), lines);
        int room = most - FEWEST_LINES - 2 - (lines.count() - before);
        alternatives(explanation.alternatives(), lines, Math.max(2, room - FEWEST_LINES));
        room = most - FEWEST_LINES - 2 - (lines.count() - before);
        silences(explanation.nearSilences(), lines, Math.max(2, room));
        tree(explanation, lines, Math.max(FEWEST_LINES, most - (lines.count() - before)));
    }

    private void tree(RuleExplanation explanation, ExplanationLines lines, int most) {
        explanation.condition().ifPresent(condition -> {
            ExplanationLines tree = new ExplanationLines(all);
            new ConditionLines(style, all, tree).tree(condition, 4);
            lines.addAll(tree, all ? Integer.MAX_VALUE : most, 4, "-v");
        });
    }

    private void heading(RuleExplanation explanation, ExplanationLines lines) {
        lines.add(
                2,
                "",
                style,
                List.of(
                        Piece.of(explanation.rule().name(), style::bold),
                        explanation.fires() ? Piece.of("fires", style::green) : Piece.of("stays silent", style::red),
                        Piece.place(CheckDetails.place(explanation.rule().place()), style)));
    }

    private void cause(RuleExplanation explanation, ExplanationLines lines) {
        String words = CauseText.of(explanation);
        if (!words.isEmpty()) {
            wrapped(words, lines);
        }
    }

    private void wrapped(String words, ExplanationLines lines) {
        WrappedText.text(words, 76).forEach(line -> lines.add(4, "", style, List.of(Piece.of(line, style::yellow))));
    }

    private void changes(List<Change> changes, ExplanationLines lines, int most) {
        if (changes.isEmpty()) {
            return;
        }
        String parts = changes.size() == 1 ? "this part" : "these " + changes.size() + " parts";
        lines.add(4, "", style, List.of(Piece.plain(parts + " would have to change:")));
        int shown = all ? changes.size() : most;
        ConditionLines condition = new ConditionLines(style, all, lines);
        changes.stream().limit(shown).forEach(change -> condition.change(change, 6));
        more(changes.size() - shown, "part", lines);
    }

    private void findings(List<RuleFinding> findings, ExplanationLines lines) {
        int most = all ? findings.size() : MOST_FINDINGS;
        for (RuleFinding finding : findings.stream().limit(most).toList()) {
            String hint = finding.hint().map(how -> "; hint: " + how).orElse("");
            wrapped(finding.problem() + " [" + finding.code() + "]" + hint, lines);
        }
        more(findings.size() - most, "finding", lines);
    }

    private void alternatives(List<Part> alternatives, ExplanationLines lines, int room) {
        if (alternatives.isEmpty()) {
            return;
        }
        lines.add(4, "", style, List.of(Piece.plain("of its alternatives, this holds:")));
        ExplanationLines held = new ExplanationLines(all);
        ConditionLines condition = new ConditionLines(style, all, held);
        alternatives.forEach(each -> condition.folded(each, 6, true));
        lines.addAll(held, all ? Integer.MAX_VALUE : Math.min(MOST_LINES_OF_ALTERNATIVES, room), 6, "-v");
    }

    private void silences(List<NearSilence> silences, ExplanationLines lines, int room) {
        if (silences.isEmpty()) {
            return;
        }
        ExplanationLines near = new ExplanationLines(all);
        long close = Math.max(1, silences.stream().filter(NearSilence::isNear).count());
        int most = all ? silences.size() : (int) Math.min(MOST_SILENCES, close);
        ConditionLines condition = new ConditionLines(style, all, near);
        for (NearSilence silence : silences.subList(0, most)) {
            condition.folded(silence.clause(), 6, false);
            boolean isCheck =
                    silence.clause() instanceof Part.Negation negation && negation.inner() instanceof Part.Check;
            if (!isCheck) {
                silence.missed().stream().limit(MOST_MISSED).forEach(change -> condition.change(change, 8));
                more(silence.missed().size() - MOST_MISSED, "part", near);
            }
        }
        more(silences.size() - most, "clause", near);
        lines.add(4, "", style, List.of(Piece.plain("nearest to silencing it:")));
        lines.addAll(near, all ? Integer.MAX_VALUE : room, 6, "-v");
    }

    private void more(int left, String thing, ExplanationLines lines) {
        if (left > 0) {
            lines.add(6, "", style, List.of(Piece.of("and " + Plural.of(left, "more " + thing), style::dim)));
        }
    }
}
