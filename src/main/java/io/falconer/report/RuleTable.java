package io.falconer.report;

import io.falconer.suite.Observation;
import io.falconer.suite.RuleProof;
import io.falconer.suite.RuleProof.Verdict;
import io.falconer.text.Location;
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

    /** The names of a good verdict. The rules of a policy are proven; the rules of a suite do what the suite says. */
    enum Wording {
        PROOF("proven", "not proven"),
        TEST("as tested", "one-sided");

        private final String good;
        private final String half;

        Wording(String good, String half) {
            this.good = good;
            this.half = half;
        }

        String of(RuleProof.Verdict verdict) {
            return switch (verdict) {
                case PROVEN -> good;
                case FAILED -> "FAILED";
                case UNRELIABLE -> "UNRELIABLE";
                case UNPROVEN -> half;
            };
        }
    }

    /** One row for each rule, with the events that fired it and those that did not. */
    String of(List<RuleProof> proofs, Wording wording) {
        StringBuilder out = new StringBuilder();
        out.append(style.dim(String.format(Locale.ROOT, ROW + "%s", "RULE", "FIRES", "SILENT", "VERDICT")))
                .append('\n');
        for (RuleProof proof : proofs) {
            if (detail != Detail.FAILURES || proof.verdict() != Verdict.PROVEN) {
                row(proof, wording, out);
                events(proof, out);
            }
        }
        return out.toString();
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
            case PROVEN -> style.green(word);
            case FAILED, UNRELIABLE -> style.red(word);
            case UNPROVEN -> style.yellow(word);
        };
    }

    private void events(
            String label,
            RuleProof proof,
            Predicate<Observation> which,
            UnaryOperator<String> mark,
            StringBuilder out) {
        String left = String.format(Locale.ROOT, "  %-" + LABEL + "s  ", label);
        for (String line : names(proof.observations().stream().filter(which).toList())) {
            out.append(style.dim(left)).append(mark.apply(line)).append('\n');
            left = " ".repeat(left.length());
        }
    }

    /** The events by name, each on its own lines. */
    private static List<String> names(List<Observation> observations) {
        List<String> lines = new ArrayList<>();
        for (Observation each : observations) {
            String name = each.subject() + each.place().map(RuleTable::line).orElse("");
            List<String> wrapped = WrappedText.text(name, WIDTH - LABEL - 6);
            lines.add(wrapped.getFirst());
            wrapped.stream().skip(1).forEach(l -> lines.add("  " + l));
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
