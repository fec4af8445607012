package io.falconer.report;

import io.falconer.suite.Results;
import io.falconer.text.Location;
import io.falconer.text.PrintableText;
import io.falconer.text.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The report as workflow commands of GitHub Actions, which annotate the lines of expectations: an error for each failure, a
 * warning for each warning, a notice for each skipped test. A failed test of a policy's rule is reported once, with the test.
 */
public final class GithubReport implements Report {
    @Override
    public String of(Results results) {
        return of(Sections.of(results));
    }

    /** The report of sections. */
    static String of(List<Section> sections) {
        List<String> commands = new ArrayList<>();
        for (Section section : sections) {
            section.cases().forEach(e -> commands.addAll(commands(section, e)));
        }
        return commands.stream().map(c -> c + "\n").collect(Collectors.joining());
    }

    private static List<String> commands(Section section, ReportedCase reported) {
        List<String> commands = new ArrayList<>();
        String title = section.name() + " > " + reported.name();
        reported.skip()
                .ifPresent(why ->
                        commands.add(command("notice", section.path(), reported.place(), title, "skipped: " + why)));
        for (ReportedProblem problem : reported.problems()) {
            if (!problem.isToldByTest()) {
                String word = problem.severity() == Severity.WARNING ? "warning" : "error";
                commands.add(command(word, problem.path(), problem.place(), title, problem.text()));
            }
        }
        return commands;
    }

    private static String command(String name, String path, Optional<Location> place, String title, String message) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("file", PrintableText.line(UriReference.path(path)));
        place.ifPresent(p -> place(p, properties));
        properties.put("title", PrintableText.line(title));
        return properties.entrySet().stream()
                .map(p -> p.getKey() + "=" + property(p.getValue()))
                .collect(Collectors.joining(
                        ",",
                        "::" + name + " ",
                        "::" + text(PrintableText.lines(message).stripTrailing())));
    }

    /** Annotations of several lines have no columns. */
    private static void place(Location place, Map<String, String> properties) {
        int line = place.start().line();
        int endLine = place.end().line();
        properties.put("line", Integer.toString(line));
        properties.put("endLine", Integer.toString(endLine));
        if (line == endLine) {
            properties.put("col", Integer.toString(place.start().column()));
        }
    }

    private static String property(String value) {
        return text(value).replace(":", "%3A").replace(",", "%2C");
    }

    private static String text(String value) {
        return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
