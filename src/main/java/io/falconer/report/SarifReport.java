package io.falconer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.suite.Results;
import java.util.ArrayList;
import java.util.List;

/**
 * The report in SARIF 2.1.0, for code scanning: one result for each failure, error and warning, at the place of the
 * expectation. A failed test of a policy's rule is reported once, with the test.
 */
public final class SarifReport implements Report {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String version;

    /** Creates a report of this version of Falconer. */
    public SarifReport(String version) {
        this.version = version;
    }

    @Override
    public String of(Results results) {
        List<Section> sections = Sections.of(results);
        return of(sections, SarifRules.of(sections));
    }

    /** The report of findings about files, whose kinds are not those of tests. */
    String ofFindings(List<Section> sections) {
        return of(sections, SarifRules.ofFindings(sections));
    }

    private String of(List<Section> sections, SarifRules rules) {
        List<ObjectNode> all = new ArrayList<>();
        sections.forEach(s -> all.addAll(results(s, rules)));
        return log(version, rules.descriptors(), all);
    }

    /** A log with the results of one run. */
    static String log(String version, ArrayNode rules, List<ObjectNode> results) {
        ObjectNode log = JSON.objectNode();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Falconer");
        driver.put("version", version);
        driver.set("rules", rules);
        run.put("columnKind", "unicodeCodePoints");
        ArrayNode array = run.putArray("results");
        results.forEach(array::add);
        return log.toPrettyString() + "\n";
    }

    private static List<ObjectNode> results(Section section, SarifRules rules) {
        List<ObjectNode> nodes = new ArrayList<>();
        Fingerprints fingerprints = new Fingerprints(section);
        for (ReportedCase reported : section.cases()) {
            for (ReportedProblem problem : reported.problems()) {
                if (!problem.isToldByTest()) {
                    int index = rules.index(problem.kind());
                    nodes.add(SarifResult.of(section, problem, index, fingerprints.next(problem)));
                }
            }
        }
        return nodes;
    }
}
