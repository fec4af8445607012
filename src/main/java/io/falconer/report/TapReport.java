package io.falconer.report;

import io.falconer.suite.Results;
import io.falconer.suite.Status;
import io.falconer.text.Location;
import io.falconer.text.PrintableText;
import io.falconer.text.Severity;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The report in version 14 of the Test Anything Protocol: one flat list of test points, so that readers without subtests count
 * every rule and test. The findings are YAML.
 */
public final class TapReport implements Report {
    @Override
    public String of(Results results) {
        List<Section> sections = Sections.of(results);
        int count = sections.stream().mapToInt(s -> s.cases().size()).sum();
        StringBuilder out = new StringBuilder("TAP version 14\n1..").append(count);
        out.append(count == 0 ? " # SKIP no rules and no tests\n" : "\n");
        int number = 0;
        for (Section section : sections) {
            String title = section.kind().word() + " " + section.name() + " " + section.path();
            out.append("# ").append(line(title)).append('\n');
            for (ReportedCase reported : section.cases()) {
                number++;
                point(number, section, reported, out);
            }
        }
        return out.toString();
    }

    private static void point(int number, Section section, ReportedCase reported, StringBuilder out) {
        boolean ok = reported.status() == Status.PASSED || reported.status() == Status.SKIPPED;
        out.append(ok ? "ok " : "not ok ").append(number);
        out.append(" - ").append(escaped(section.name() + " > " + reported.name()));
        reported.skip().ifPresent(reason -> out.append(" # SKIP ").append(escaped(reason)));
        out.append('\n');
        if (!reported.problems().isEmpty()) {
            out.append(diagnostics(reported).indent(2));
        }
        reported.verdict().ifPresent(verdict -> verdict.lines()
                .forEach(text -> out.append("# ").append(line(text)).append('\n')));
    }

    private static String line(String text) {
        return PrintableText.withoutCommands(PrintableText.line(text));
    }

    /** A number sign would start a directive. */
    private static String escaped(String text) {
        return PrintableText.line(text).replace("\\", "\\\\").replace("#", "\\#");
    }

    private static String diagnostics(ReportedCase reported) {
        List<ReportedProblem> problems = reported.problems(Severity.ERROR);
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("message", line(ReportedCase.headline(problems.isEmpty() ? reported.problems() : problems)));
        block.put("severity", problems.isEmpty() ? "warning" : "fail");
        block.put(
                "findings", reported.problems().stream().map(TapReport::problem).toList());
        StringWriter out = new StringWriter();
        yaml().dump(block, out);
        return out.toString();
    }

    private static Map<String, Object> problem(ReportedProblem problem) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("kind", problem.kind());
        node.put("severity", problem.severity().word());
        node.put("at", at(problem));
        node.put("text", PrintableText.withoutCommands(PrintableText.lines(problem.text())));
        return node;
    }

    private static Map<String, Object> at(ReportedProblem problem) {
        Map<String, Object> at = new LinkedHashMap<>();
        at.put("file", line(problem.path()));
        problem.place().map(Location::start).ifPresent(p -> {
            at.put("line", p.line());
            at.put("column", p.column());
        });
        return at;
    }

    private static Yaml yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setExplicitStart(true);
        options.setExplicitEnd(true);
        options.setSplitLines(false);
        options.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
        return new Yaml(options);
    }
}
