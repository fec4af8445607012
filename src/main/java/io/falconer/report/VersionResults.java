package io.falconer.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.suite.BrokenSuite;
import io.falconer.suite.Coverage;
import io.falconer.suite.Results;
import io.falconer.suite.SuiteResult;
import io.falconer.text.Diagnostic;
import io.falconer.text.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * Results in several versions of Falco. Reports show those of the newest one, and of the others only what differs from it, under
 * names with the version.
 */
public final class VersionResults {
    private final List<InVersion> versions;
    private final Results newest;
    private final Map<String, Results> others;
    private final DifferenceTable differences;

    /** The results of versions, the oldest first, at least one. */
    public VersionResults(List<InVersion> versions) {
        this.versions = List.copyOf(versions);
        this.newest = covered(versions);
        VersionDifferences found = new VersionDifferences(versions);
        this.differences = found.table();
        this.others = found.others();
    }

    /** The newest results. Their coverage is that of all versions together, because a suite may run in older ones only. */
    private static Results covered(List<InVersion> versions) {
        Results newest = versions.getLast().results();
        List<SuiteResult> all = versions.stream()
                .flatMap(each -> each.results().suites().stream())
                .toList();
        Optional<Coverage> coverage = newest.coverage().flatMap(own -> new Results(List.of(), all, Optional.empty())
                .withCoverage(own.request())
                .coverage());
        return new Results(
                newest.policies(), newest.suites(), newest.broken(), coverage, newest.mutation(), newest.unloadable());
    }

    /** These results with more suites that cannot be run, whatever the version. */
    public VersionResults withBroken(List<BrokenSuite> more) {
        List<InVersion> all = new ArrayList<>(versions);
        InVersion last = all.removeLast();
        Results results = last.results();
        all.add(new InVersion(
                last.version(),
                results.withBroken(
                        Stream.concat(more.stream(), results.broken().stream()).toList()),
                last.planned(),
                last.errors()));
        return new VersionResults(all);
    }

    /** Whether the rules load in every version, and all results hold. */
    public boolean hold() {
        return all().hold();
    }

    /** Whether all suites can be run, and the rules load in every version. */
    public boolean load() {
        return newest.broken().isEmpty() && versions.stream().allMatch(InVersion::loads);
    }

    /** The complete results of each version, the oldest first. */
    public List<Results> inEach() {
        return versions.stream().map(InVersion::results).toList();
    }

    /** The newest results, then what differs from them in the others, and where rules do not load. Programs read them. */
    public Results all() {
        SequencedMap<String, List<Diagnostic>> unloadable = new LinkedHashMap<>();
        versions.stream().filter(each -> !each.loads()).forEach(each -> unloadable.put(each.version(), each.errors()));
        return new Results(
                Stream.concat(Stream.of(newest), others.values().stream())
                        .flatMap(results -> results.policies().stream())
                        .toList(),
                Stream.concat(Stream.of(newest), others.values().stream())
                        .flatMap(results -> results.suites().stream())
                        .toList(),
                newest.broken(),
                newest.coverage(),
                newest.mutation(),
                unloadable);
    }

    /** The report of the newest results, what differs from them in the others, and the table of differences. */
    public String text(Style style, Detail detail) {
        StringBuilder text = new StringBuilder(new TextReport(style, detail).of(newest));
        others.forEach((version, results) -> text.append('\n')
                .append(style.bold("In Falco " + version + ":"))
                .append("\n\n")
                .append(new TextReport(style, Detail.FAILURES).of(results)));
        return text.append(isOne() ? "" : "\n" + differences.text(style)).toString();
    }

    /** The same in Markdown. */
    public String markdown(Detail detail) {
        return new MarkdownReport(detail).of(all())
                + (isOne() ? "" : "\n" + Markdown.code(differences.text(Style.PLAIN)) + "\n");
    }

    /** The same as a page. */
    public String html() {
        return new HtmlReport().of(all());
    }

    /** The report of all results with the versions and their differences. */
    public String json() {
        ObjectNode report = JsonReport.object(all());
        if (!isOne()) {
            versions.forEach(each -> report.withArray("versions").add(each.version()));
            report.set("differences", differences.json());
        }
        return report.toPrettyString() + "\n";
    }

    private boolean isOne() {
        return versions.size() == 1;
    }
}
