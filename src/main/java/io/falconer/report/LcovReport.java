package io.falconer.report;

import io.falconer.report.CoveredLines.Branch;
import io.falconer.report.CoveredLines.Function;
import io.falconer.suite.Coverage;
import io.falconer.suite.Results;
import io.falconer.text.PrintableText;

/** Coverage as a tracefile of LCOV (geninfo(1)): one record for each file. Without measured coverage it is empty. */
public final class LcovReport implements Report {
    @Override
    public String of(Results results) {
        return results.coverage().map(LcovReport::of).orElse("");
    }

    private static String of(Coverage coverage) {
        StringBuilder out = new StringBuilder();
        CoveredLines.of(coverage).forEach((file, lines) -> file(file, lines, out));
        return out.toString();
    }

    private static void file(String file, CoveredLines lines, StringBuilder out) {
        out.append("TN:\nSF:").append(PrintableText.line(file)).append('\n');
        for (Function rule : lines.rules()) {
            record(out, "FN", rule.line(), name(rule));
        }
        for (Function rule : lines.rules()) {
            record(out, "FNDA", rule.tests(), name(rule));
        }
        record(out, "FNF", lines.rules().size());
        record(
                out,
                "FNH",
                lines.rules().stream().filter(rule -> rule.tests() > 0).count());
        for (Branch branch : lines.branches()) {
            record(out, "BRDA", branch.line(), branch.block(), branch.index(), branch.tests());
        }
        record(out, "BRF", lines.branches().size());
        record(out, "BRH", lines.taken());
        lines.lines().forEach((line, tests) -> record(out, "DA", line, tests));
        record(out, "LF", lines.lines().size());
        record(out, "LH", lines.covered());
        out.append("end_of_record\n");
    }

    /** Readers split at commas. */
    private static String name(Function rule) {
        return PrintableText.line(rule.name()).replace(',', ' ');
    }

    private static void record(StringBuilder out, String kind, Object... values) {
        String separator = kind + ":";
        for (Object value : values) {
            out.append(separator).append(value);
            separator = ",";
        }
        out.append('\n');
    }
}
