package io.falconer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What SARIF calls the rules of the tool: the kinds of problems, followed by the codes of errors that prevented tests from
 * running, or of findings.
 *
 * @param kinds the kinds of problems of tests; none in reports of findings
 * @param codes the codes in alphabetical order
 */
record SarifRules(List<ProblemKind> kinds, List<String> codes) {
    private static final List<ProblemKind> KINDS = Arrays.stream(ProblemKind.values())
            .filter(k -> k != ProblemKind.FAILED_TEST)
            .toList();

    SarifRules {
        kinds = List.copyOf(kinds);
        codes = List.copyOf(codes);
    }

    /** The rules of all problems, and of all kinds even if there are no findings. */
    static SarifRules of(List<Section> sections) {
        return new SarifRules(
                KINDS,
                codes(sections)
                        .filter(kind ->
                                KINDS.stream().noneMatch(known -> known.id().equals(kind)))
                        .toList());
    }

    /** The codes of findings about files. */
    static SarifRules ofFindings(List<Section> sections) {
        return new SarifRules(List.of(), codes(sections).toList());
    }

    private static Stream<String> codes(List<Section> sections) {
        return sections.stream()
                .flatMap(s -> s.cases().stream())
                .flatMap(e -> e.problems().stream())
                .filter(f -> f.rule().isEmpty())
                .map(ReportedProblem::kind)
                .distinct()
                .sorted();
    }

    /** The index of this kind's descriptor in {@link #descriptors}. */
    int index(String kind) {
        for (ProblemKind each : kinds) {
            if (each.id().equals(kind)) {
                return kinds.indexOf(each);
            }
        }
        return kinds.size() + codes.indexOf(kind);
    }

    ArrayNode descriptors() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        kinds.forEach(k -> array.add(descriptor(k.id(), k.summary(), k.help())));
        boolean ofTests = !kinds.isEmpty();
        codes.forEach(c -> array.add(descriptor(
                c,
                ofTests ? "A test could not be run: " + c : "Falconer or Falco finds " + c,
                ofTests
                        ? "A test that cannot get its events tests nothing. Fix the suite."
                        : "The message of each result says what is wrong, and how to fix it if that is known.")));
        return array;
    }

    private static ObjectNode descriptor(String id, String summary, String help) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", id);
        node.putObject("shortDescription").put("text", summary + ".");
        node.putObject("help").put("text", help);
        node.putObject("defaultConfiguration").put("level", "error");
        return node;
    }
}
