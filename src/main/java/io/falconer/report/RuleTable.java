package io.falconer.report;

import io.falconer.suite.Observation;
import io.falconer.suite.RuleProof;
import io.falconer.text.Location;
import io.falconer.text.Style;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A table of rules: how many of the events that were to fire a rule did, how many of those that were to keep it silent did,
 * and the verdict; below each rule the events by name.
 */
final class RuleTable {
    private static final int WIDTH = 80;
    private static final int NAME = 50;
    private static final int LABEL = 14;
    private static final String ROW = "%-" + NAME + "s  %7s  %7s  ";

    private final Style style;

    RuleTable(Style style) {
        this.style = style;
    }

    /** What a good verdict is called: a policy's rules are proven, a suite's do as the suite says. */
    enum Wording {
        PROOF("proven", "not proven"),
        TEST("as tested", "one-sided");

        private final String good;
        private final String half;

        Wording(String good, String half) {
            this.good = good;
            this.half = half;
        }
    }

    String of(List<RuleProof> proofs, Wording wording) {
        StringBuilder out = new StringBuilder();
        out.append(style.dim(String.format(Locale.ROOT, ROW + "%s", "RULE", "FIRES", "SILENT", "VERDICT")))
                .append('\n');
        for (RuleProof proof : proofs) {
            row(proof, wording, out);
            events("fired by", proof, true, true, UnaryOperator.identity(), out);
            events("not fired by", proof, true, false, style::red, out);
            events("silent on", proof, false, true, UnaryOperator.identity(), out);
            events("not silent on", proof, false, false, style::red, out);
        }
        return out.toString();
    }

    private void row(RuleProof proof, Wording wording, StringBuilder out) {
        List<String> name = Wrapped.text(proof.rule(), NAME);
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

    private static String share(List<Observation> observations) {
        return observations.isEmpty()
                ? "-"
                : observations.stream().filter(Observation::holds).count() + "/" + observations.size();
    }

    private String verdict(RuleProof proof, Wording wording) {
        return switch (proof.verdict()) {
            case PROVEN -> style.green(wording.good);
            case FAILED -> style.red("FAILED");
            case UNPROVEN -> style.yellow(wording.half);
        };
    }

    private void events(
            String label,
            RuleProof proof,
            boolean toFire,
            boolean holds,
            UnaryOperator<String> mark,
            StringBuilder out) {
        List<String> names = new ArrayList<>();
        for (Observation observation : proof.expected(toFire)) {
            if (observation.holds() == holds) {
                names.add(observation.subject()
                        + observation.place().map(RuleTable::line).orElse(""));
            }
        }
        if (names.isEmpty()) {
            return;
        }
        List<String> lines = Wrapped.words(names, ";", WIDTH - LABEL - 2);
        for (int i = 0; i < lines.size(); i++) {
            String left = String.format(Locale.ROOT, "%" + LABEL + "s  ", i == 0 ? label : "");
            out.append(style.dim(left)).append(mark.apply(lines.get(i))).append('\n');
        }
    }

    /** A test's place, short: the file's own name and the line. */
    private static String line(Location place) {
        Path file = Path.of(place.source().name()).getFileName();
        return " (" + file + ":" + place.start().line() + ")";
    }
}
