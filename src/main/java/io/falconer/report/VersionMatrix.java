package io.falconer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.lint.Findings;
import io.falconer.ruleset.LoadIssue;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.Rule;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Position;
import io.falconer.text.Style;
import io.falconer.verify.RuleFact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The results of loading the same files in several versions of Falco, and the differences between the versions. */
public final class VersionMatrix {
    private static final String UNDECIDED = "undecided";

    /**
     * The result of one version.
     *
     * @param version the release's number
     * @param results one for each file
     * @param findings Falconer's own
     * @param unchecked how many rules were not looked into, by source
     * @param undecided what about rules could not be proved, nor the contrary
     */
    public record Loaded(
            String version,
            List<LoadResult> results,
            List<Diagnostic> findings,
            SortedMap<String, Integer> unchecked,
            List<RuleFact.Undecided> undecided) {
        public Loaded {
            results = List.copyOf(results);
            findings = List.copyOf(findings);
            undecided = List.copyOf(undecided);
            unchecked = Collections.unmodifiableSortedMap(new TreeMap<>(unchecked));
        }

        /** A word for each file and each problem, by its subject. */
        private Map<String, String> words() {
            Map<String, String> words = new LinkedHashMap<>();
            for (LoadResult result : results) {
                words.put(result.name(), verdict(result));
                Stream.concat(
                                result.problems().stream(),
                                result.warnings().stream().map(LoadIssue::diagnostic))
                        .forEach(problem ->
                                words.put(about(problem), problem.severity().word()));
            }
            findings.forEach(
                    finding -> words.put(about(finding), finding.severity().word()));
            return words;
        }

        /** The word where this version has none, because another version has the finding {@code about}. */
        private String absent(String about) {
            boolean isOpen = Findings.takesProof(endOf(about))
                    && undecided.stream().map(RuleFact.Undecided::rule).anyMatch(rule -> isAbout(rule, about));
            return isOpen ? UNDECIDED : DifferenceTable.NOTHING;
        }

        /** Findings stand at a clause, a value or an append, and name their rule, unless several rules have them in one place. */
        private static boolean isAbout(Rule rule, String about) {
            return about.contains(": rule \"" + rule.name() + "\": ")
                    || about.startsWith(
                            place(rule.origin(rule.condition().span()).location()));
        }

        private static String endOf(String about) {
            return about.substring(about.lastIndexOf('[') + 1).replace("]", "");
        }

        private static String verdict(LoadResult result) {
            return !result.successful() ? "Invalid" : result.warnings().isEmpty() ? "Ok" : "Ok, with warnings";
        }

        private static String about(Diagnostic problem) {
            return problem.location().map(Loaded::place).orElse("") + problem.message() + " [" + problem.code() + "]";
        }

        private static String place(Location location) {
            Position start = location.start();
            return location.source().name() + ":" + start.line() + ":" + start.column() + ": ";
        }
    }

    private final List<Loaded> versions;
    private final DifferenceTable differences;

    /** The results of several versions, the oldest first. */
    public VersionMatrix(List<Loaded> versions) {
        this.versions = List.copyOf(versions);
        this.differences =
                new DifferenceTable(versions.stream().map(Loaded::version).toList(), differences(this.versions));
    }

    /** One row for each subject for which the versions have different words. */
    private static Map<String, List<String>> differences(List<Loaded> versions) {
        List<Map<String, String>> words = versions.stream().map(Loaded::words).toList();
        Set<String> things = new LinkedHashSet<>();
        words.forEach(each -> things.addAll(each.keySet()));
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String thing : things) {
            List<String> row = new ArrayList<>();
            for (int i = 0; i < words.size(); i++) {
                row.add(Optional.ofNullable(words.get(i).get(thing))
                        .orElse(versions.get(i).absent(thing)));
            }
            if (row.stream().distinct().count() > 1) {
                rows.put(thing, row);
            }
        }
        return rows;
    }

    /** A line for each difference under the versions; one sentence if there is none. */
    public String text(Style style) {
        return differences.text(style);
    }

    /** One JSON object on one line: the result of each version, and the differences. */
    public String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode each = root.putArray("versions");
        for (Loaded loaded : versions) {
            ObjectNode version = each.addObject();
            version.put("falco", loaded.version());
            version.setAll(
                    LoadJson.object(loaded.results(), loaded.findings(), loaded.unchecked(), loaded.undecided()));
        }
        root.set("differences", differences.json());
        return root.toString();
    }
}
