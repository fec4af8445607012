package io.falconer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What SARIF calls the rules of the tool: the kinds of problems, followed by the codes of errors that prevented tests from
 * running.
 *
 * @param codes the codes in alphabetical order
 */
record SarifRules(List<String> codes) {
    private static final List<ProblemKind> KINDS = Arrays.stream(ProblemKind.values())
            .filter(k -> k != ProblemKind.FAILED_TEST)
            .toList();

    SarifRules {
        codes = List.copyOf(codes);
    }

    /** The rules of all problems, and of all kinds even if there are no findings. */
    static SarifRules of(List<Section> sections) {
        Stream<ReportedProblem> problems =
                sections.stream().flatMap(s -> s.cases().stream()).flatMap(e -> e.problems().stream());
        return new SarifRules(problems.filter(f -> f.rule().isEmpty())
                .map(ReportedProblem::kind)
                .filter(kind -> KINDS.stream().noneMatch(known -> known.id().equals(kind)))
                .distinct()
                .sorted()
                .toList());
    }

    /** The index of this kind's descriptor in {@link #descriptors}. */
    int index(String kind) {
        for (ProblemKind each : KINDS) {
            if (each.id().equals(kind)) {
                return KINDS.indexOf(each);
            }
        }
        return KINDS.size() + codes.indexOf(kind);
    }

    ArrayNode descriptors() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        KINDS.forEach(k -> array.add(descriptor(k.id(), k.summary(), k.help())));
        codes.forEach(c -> array.add(descriptor(
                c,
                "A test could not be run: " + c,
                "A test that cannot get its events tests nothing. Fix the suite.")));
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
