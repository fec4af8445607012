package io.falconer.report;

import io.falconer.suite.Observation;
import io.falconer.suite.RuleDecision.Counterexample;
import io.falconer.suite.RuleProof;
import io.falconer.text.Location;
import io.falconer.text.PrintableText;
import io.falconer.text.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Rules as a table, one row for each: how many of the events that must fire a rule fired it, how many of those that must not
 * left it silent, and the verdict. Below a rule, the table lists the events with a failure, or all events.
 */
final class RuleTable {
    private static final int WIDTH = 80;
    private static final int NAME = 50;
    private static final int LABEL = 13;
    private static final String ROW = "%-" + NAME + "s  %7s  %7s  ";

    private final Style style;
    private final Detail detail;

    RuleTable(Style style, Detail detail) {
        this.style = style;
        this.detail = detail;
    }

    /** The names of verdicts that rest on events alone. */
    enum Wording {
        PROOF("tested", "not tested"),
        TEST("as tested", "one-sided");

        private final String good;
        private final String half;

        Wording(String good, String half) {
            this.good = good;
            this.half = half;
        }

        String of(RuleProof.Verdict verdict) {
            return switch (verdict) {
                case FAILED -> "FAILED";
                case UNRELIABLE -> "UNRELIABLE";
                case REFUTED -> "REFUTED";
                case UNDECIDED -> "undecided";
                case ANNOUNCED -> "announced";
                case PROVED -> "proved";
                case TESTED -> good;
                case UNTESTED -> half;
            };
        }
    }

    /** One row for each rule, with the events that fired it and those that did not. */
    String of(List<RuleProof> proofs, Wording wording) {
        StringBuilder out = new StringBuilder();
        out.append(style.dim(String.format(Locale.ROOT, ROW + "%s", "RULE", "FIRES", "SILENT", "VERDICT")))
                .append('\n');
        for (RuleProof proof : proofs) {
            if (detail != Detail.FAILURES || !proof.verdict().isGood()) {
                row(proof, wording, out);
                decision(proof, out);
                events(proof, out);
            }
        }
        return out.toString();
    }

    private void decision(RuleProof proof, StringBuilder out) {
        for (String reason : proof.reasons()) {
            lines("undecided", wrapped("because " + reason), UnaryOperator.identity(), out);
        }
        for (Counterexample shown : proof.counterexamples()) {
            if (shown.announced()) {
                lines("announced", wrapped(shown.explained()), UnaryOperator.identity(), out);
                if (detail == Detail.EVERY_EVENT) {
                    out.append("  ").append(PrintableText.shown(shown.event())).append('\n');
                }
            }
        }
    }

    private void events(RuleProof proof, StringBuilder out) {
        if (detail == Detail.EVERY_EVENT) {
            events("fired by", proof, o -> o.mustFire() && o.holds(), UnaryOperator.identity(), out);
        }
        events("differs on", proof, o -> o.mustFire() && o.fired() && !o.holds(), style::red, out);
        events("not fired by", proof, o -> o.mustFire() && !o.fired(), style::red, out);
        if (detail == Detail.EVERY_EVENT) {
            events("silent on", proof, o -> !o.mustFire() && o.holds(), UnaryOperator.identity(), out);
        }
        events("not silent on", proof, o -> !o.mustFire() && !o.holds(), style::red, out);
    }

    private void row(RuleProof proof, Wording wording, StringBuilder out) {
        List<String> name = WrappedText.text(proof.rule(), NAME);
        String first = String.format(
                Locale.ROOT, ROW, name.getFirst(), share(proof.expected(true)), share(proof.expected(false)));
        out.append(style.bold(first.substring(0, NAME)))
                .append(first.substring(NAME))
                .append(verdict(proof, wording))
                .append('\n');
        name.stream()
                .skip(1)
                .forEach(l -> out.append("  ").append(style.bold(l)).append('\n'));
    }

    /** How many of the observations hold, and of how many; a dash if there are none. */
    static String share(List<Observation> observations) {
        return observations.isEmpty()
                ? "-"
                : observations.stream().filter(Observation::holds).count() + "/" + observations.size();
    }

    private String verdict(RuleProof proof, Wording wording) {
        String word = wording.of(proof.verdict());
        return switch (proof.verdict()) {
            case PROVED, TESTED -> style.green(word);
            case FAILED, REFUTED, UNRELIABLE -> style.red(word);
            case UNDECIDED, ANNOUNCED, UNTESTED -> style.yellow(word);
        };
    }

    private void events(
            String label,
            RuleProof proof,
            Predicate<Observation> which,
            UnaryOperator<String> mark,
            StringBuilder out) {
        lines(label, names(proof.observations().stream().filter(which).toList()), mark, out);
    }

    private void lines(String label, List<String> lines, UnaryOperator<String> mark, StringBuilder out) {
        String left = String.format(Locale.ROOT, "  %-" + LABEL + "s  ", label);
        for (String line : lines) {
            out.append(style.dim(left)).append(mark.apply(line)).append('\n');
            left = " ".repeat(left.length());
        }
    }

    /** The events by name, each on its own lines. */
    private static List<String> names(List<Observation> observations) {
        List<String> lines = new ArrayList<>();
        for (Observation each : observations) {
            String name = each.subject() + each.place().map(RuleTable::line).orElse("");
            lines.addAll(wrapped(name));
        }
        return lines;
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : WrappedText.text(text, WIDTH - LABEL - 6)) {
            lines.add(lines.isEmpty() ? line : "  " + line);
        }
        return lines;
    }

    /** The short place of a test: the name of the file and the line. */
    private static String line(Location place) {
        String name = place.source().name();
        return " (" + name.substring(name.lastIndexOf('/') + 1) + ":"
                + place.start().line() + ")";
    }
}
