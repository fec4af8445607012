package io.falconer.report;

import io.falconer.report.CoveredLines.Branch;
import io.falconer.report.CoveredLines.Function;
import io.falconer.report.XmlText.Leaf;
import io.falconer.report.XmlText.Parent;
import io.falconer.suite.Results;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Coverage in Cobertura's XML (coverage-04.dtd): a package for each directory, a class for each file, a method for each rule. It
 * contains no time, so that the same results give the same report.
 */
public final class CoberturaReport implements Report {
    @Override
    public String of(Results results) {
        SortedMap<String, CoveredLines> files =
                results.coverage().map(CoveredLines::of).orElse(new TreeMap<>());
        Map<String, String> totals = rates(files.values());
        totals.put("lines-covered", sum(files.values(), CoveredLines::covered));
        totals.put("lines-valid", sum(files.values(), each -> each.lines().size()));
        totals.put("branches-covered", sum(files.values(), CoveredLines::taken));
        totals.put("branches-valid", sum(files.values(), each -> each.branches().size()));
        totals.put("complexity", "0");
        totals.put("version", "falconer");
        totals.put("timestamp", "0");
        return XmlText.document(new Parent(
                "coverage",
                totals,
                List.of(
                        new Parent("sources", Map.of(), List.of(new Leaf("source", Map.of(), "."))),
                        new Parent("packages", Map.of(), packages(files)))));
    }

    private static List<XmlText> packages(SortedMap<String, CoveredLines> files) {
        SortedMap<String, SortedMap<String, CoveredLines>> directories = new TreeMap<>();
        files.forEach((file, lines) -> directories
                .computeIfAbsent(directory(file), d -> new TreeMap<>())
                .put(file, lines));
        List<XmlText> packages = new ArrayList<>();
        directories.forEach((directory, within) -> {
            List<XmlText> classes = new ArrayList<>();
            within.forEach((file, lines) -> classes.add(file(file, lines)));
            packages.add(new Parent(
                    "package",
                    named(directory, rates(within.values())),
                    List.of(new Parent("classes", Map.of(), classes))));
        });
        return packages;
    }

    private static String directory(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "." : file.substring(0, slash);
    }

    private static XmlText file(String file, CoveredLines lines) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("name", file.substring(file.lastIndexOf('/') + 1));
        attributes.put("filename", file);
        attributes.putAll(rates(List.of(lines)));
        attributes.put("complexity", "0");
        return new Parent(
                "class",
                attributes,
                List.of(
                        new Parent(
                                "methods",
                                Map.of(),
                                lines.rules().stream()
                                        .map(CoberturaReport::rule)
                                        .toList()),
                        new Parent(
                                "lines",
                                Map.of(),
                                lines.lines().entrySet().stream()
                                        .map(each -> line(each.getKey(), each.getValue(), lines.at(each.getKey())))
                                        .toList())));
    }

    private static XmlText rule(Function rule) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("name", rule.name());
        attributes.put("signature", "");
        attributes.put("line-rate", rate(rule.tests() > 0 ? 1 : 0, 1));
        attributes.put("branch-rate", rate(0, 0));
        return new Parent(
                "method",
                attributes,
                List.of(new Parent("lines", Map.of(), List.of(line(rule.line(), rule.tests(), List.of())))));
    }

    private static XmlText line(int number, int tests, List<Branch> branches) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("number", Integer.toString(number));
        attributes.put("hits", Integer.toString(tests));
        attributes.put("branch", Boolean.toString(!branches.isEmpty()));
        if (!branches.isEmpty()) {
            long taken = branches.stream().filter(branch -> branch.tests() > 0).count();
            attributes.put(
                    "condition-coverage", 100 * taken / branches.size() + "% (" + taken + "/" + branches.size() + ")");
        }
        return new Parent("line", attributes, List.of());
    }

    private static Map<String, String> named(String name, Map<String, String> rates) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("name", name);
        attributes.putAll(rates);
        attributes.put("complexity", "0");
        return attributes;
    }

    private static Map<String, String> rates(Collection<CoveredLines> files) {
        Map<String, String> rates = new LinkedHashMap<>();
        rates.put(
                "line-rate",
                rate(
                        files.stream().mapToLong(CoveredLines::covered).sum(),
                        files.stream().mapToLong(each -> each.lines().size()).sum()));
        rates.put(
                "branch-rate",
                rate(
                        files.stream().mapToLong(CoveredLines::taken).sum(),
                        files.stream().mapToLong(each -> each.branches().size()).sum()));
        return rates;
    }

    private static String sum(Collection<CoveredLines> files, ToLongFunction<CoveredLines> number) {
        return Long.toString(files.stream().mapToLong(number).sum());
    }

    private static String rate(long covered, long all) {
        return String.format(Locale.ROOT, "%.4f", all == 0 ? 1.0 : (double) covered / all);
    }
}
