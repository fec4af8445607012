package io.falconer.report;

import io.falconer.report.XmlText.Leaf;
import io.falconer.report.XmlText.Parent;
import io.falconer.suite.Results;
import io.falconer.suite.Status;
import io.falconer.text.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The report in JUnit's XML, following Jenkins' schema: a test suite for each policy, whose rules are its test cases, one for
 * each suite, and one for each file with rules that no test covers if coverage is required. It contains no times, so that the
 * same results give the same report.
 */
public final class JUnitReport implements Report {
    @Override
    public String of(Results results) {
        return of(Sections.of(results));
    }

    /** The report of sections. */
    static String of(List<Section> sections) {
        Map<String, String> totals = new LinkedHashMap<>();
        totals.put("name", "falconer");
        counts(totals, s -> sections.stream().mapToLong(s).sum());
        return XmlText.document(new Parent(
                "testsuites", totals, sections.stream().map(JUnitReport::suite).toList()));
    }

    private static XmlText suite(Section section) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("name", section.name());
        counts(attributes, s -> s.applyAsLong(section));
        attributes.put("skipped", Long.toString(section.count(Status.SKIPPED)));
        List<XmlText> children = new ArrayList<>();
        children.add(new Parent(
                "properties",
                Map.of(),
                List.of(property("kind", section.kind().word()), property("file", section.path()))));
        section.cases().forEach(e -> children.add(testCase(section, e)));
        return new Parent("testsuite", attributes, children);
    }

    private static XmlText property(String name, String value) {
        return new Parent("property", ordered("name", name, "value", value), List.of());
    }

    /** Sets the numbers that the root and every section have; {@code sum} adds its values over the sections. */
    private static void counts(Map<String, String> attributes, ToLongFunction<ToLongFunction<Section>> sum) {
        attributes.put("tests", Long.toString(sum.applyAsLong(s -> s.cases().size())));
        attributes.put("failures", Long.toString(sum.applyAsLong(Section::failures)));
        attributes.put("errors", Long.toString(sum.applyAsLong(s -> s.count(Status.ERROR))));
    }

    private static XmlText testCase(Section section, ReportedCase reported) {
        List<XmlText> children = new ArrayList<>();
        switch (reported.status()) {
            case PASSED -> {}
            case FAILED, UNRELIABLE -> children.add(problem("failure", reported));
            case ERROR -> children.add(problem("error", reported));
            case SKIPPED ->
                children.add(new Leaf("skipped", Map.of(), reported.skip().orElse("")));
        }
        reported.verdict().ifPresent(verdict -> children.add(new Leaf("system-out", Map.of(), verdict)));
        List<ReportedProblem> warnings = reported.problems(Severity.WARNING);
        if (!warnings.isEmpty()) {
            children.add(new Leaf("system-out", Map.of(), "WARNING " + ReportedCase.text(warnings)));
        }
        return new Parent("testcase", ordered("name", reported.name(), "classname", section.name()), children);
    }

    /** All problems in one element, because many readers show only the first element. */
    private static XmlText problem(String element, ReportedCase reported) {
        List<ReportedProblem> problems = reported.problems(Severity.ERROR);
        Map<String, String> attributes =
                ordered("type", problems.getFirst().kind(), "message", ReportedCase.headline(problems));
        return new Leaf(element, attributes, ReportedCase.text(problems));
    }

    private static Map<String, String> ordered(String first, String value, String second, String other) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(first, value);
        attributes.put(second, other);
        return attributes;
    }
}
