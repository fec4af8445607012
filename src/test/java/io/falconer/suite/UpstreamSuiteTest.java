package io.falconer.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.Shared;
import io.falconer.generate.BuiltInRules;
import io.falconer.ruleset.Emulation;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Falco's own regression cases for audit events as one file of suites, one suite for each list of rules files. JSON is YAML, so
 * the suites are written as JSON.
 */
class UpstreamSuiteTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Fields that the recording added to each alert. */
    private static final List<String> ADDED = List.of("evt.num", "ka.auditid", "ka.stage");

    private static final String ALWAYS_THERE = "Disallowed K8s User";

    private Path cases;
    private SuiteRunner runner;

    @BeforeEach
    void findCases() {
        cases = Shared.path("conformance/upstream-k8s-audit");
        runner = new SuiteRunner(Emulation.DEFAULT, BuiltInRules::of, new ReferencedFiles(cases), () -> {});
    }

    @Test
    void theRecordedAnswersPass() throws IOException {
        List<SuiteResult> results = run(suites());
        assertThat(results.stream().flatMap(s -> s.tests().stream()).map(UpstreamSuiteTest::verdict))
                .hasSize(66)
                .allMatch(verdict -> verdict.startsWith("passed"));
    }

    @Test
    void eachExpectationFailsWhenItIsFlipped() throws IOException {
        int flips = 0;
        for (ObjectNode suite : suites()) {
            List<JsonNode> flipped = StreamSupport.stream(suite.path("tests").spliterator(), false)
                    .flatMap(test -> flips((ObjectNode) test).stream())
                    .toList();
            flips += flipped.size();
            ObjectNode twin = suite.deepCopy();
            twin.set("tests", JSON.arrayNode().addAll(flipped));
            assertThat(run(List.of(twin)).getFirst().tests().stream().map(UpstreamSuiteTest::verdict))
                    .allMatch(verdict -> verdict.startsWith("failed"));
        }
        assertThat(flips).isGreaterThan(500);
    }

    private static String verdict(TestResult result) {
        return result.status().word() + " " + result.test().name();
    }

    /** One suite for each list of rules files, a test for each case. */
    private List<ObjectNode> suites() throws IOException {
        Map<List<String>, ObjectNode> suites = new LinkedHashMap<>();
        for (String line : Files.readAllLines(cases.resolve("cases.jsonl"))) {
            JsonNode recorded = new JsonMapper().readTree(line);
            List<String> rules = new ArrayList<>();
            recorded.path("rules").forEach(r -> rules.add("rules/" + r.asText()));
            ((ArrayNode) suites.computeIfAbsent(rules, UpstreamSuiteTest::suite).path("tests")).add(test(recorded));
        }
        return List.copyOf(suites.values());
    }

    private static ObjectNode suite(List<String> rules) {
        ObjectNode suite = JSON.objectNode();
        suite.put("apiVersion", "falconer/v1alpha1").put("kind", "RuleTest");
        suite.putObject("metadata").put("name", String.join(" ", rules));
        ArrayNode files = suite.putArray("rules");
        rules.forEach(files::add);
        suite.putArray("tests");
        return suite;
    }

    private static ObjectNode test(JsonNode recorded) {
        ObjectNode test = JSON.objectNode();
        test.put("name", recorded.path("name").asText());
        test.putObject("event").put("file", "events/" + recorded.path("events").asText());
        if (test.path("name").asText().equals("Fal01003")) {
            test.put("dropped", 1); // {"kind": 0} is not an event
        }
        Map<ObjectNode, Integer> expected = new LinkedHashMap<>();
        recorded.path("alerts").forEach(alert -> expected.merge(expectation(alert), 1, Integer::sum));
        if (expected.isEmpty()) {
            test.put("expect", "none");
        } else {
            ArrayNode expect = test.putArray("expect");
            expected.forEach((expectation, count) -> expect.add(expectation.put("count", count)));
        }
        return test;
    }

    private static ObjectNode expectation(JsonNode alert) {
        ObjectNode expectation = JSON.objectNode();
        expectation.put("rule", alert.path("rule").asText());
        expectation.put("priority", alert.path("priority").asText());
        expectation.put("output", alert.path("output").asText());
        expectation.put("exact", true);
        ObjectNode fields = expectation.putObject("output_fields");
        alert.path("output_fields").properties().stream()
                .filter(field -> !ADDED.contains(field.getKey()))
                .forEach(field -> fields.set(field.getKey(), field.getValue()));
        return expectation;
    }

    /** Tests that differ from {@code test} in one thing that they expect. */
    private static List<JsonNode> flips(ObjectNode test) {
        List<JsonNode> flips = new ArrayList<>();
        if (!test.path("expect").isArray()) {
            ObjectNode twin = test.deepCopy().put("name", test.path("name").asText() + ": fires");
            twin.putArray("expect").addObject().put("rule", ALWAYS_THERE);
            return List.of(twin);
        }
        for (int i = 0; i < test.path("expect").size(); i++) {
            JsonNode expectation = test.path("expect").path(i);
            int count = expectation.path("count").asInt();
            flips.add(flipped(test, i, "never", e -> e.put("count", 0)));
            flips.add(flipped(test, i, "once more", e -> e.put("count", count + 1)));
            String priority = expectation.path("priority").asText().equals("Debug") ? "Notice" : "Debug";
            flips.add(flipped(test, i, "priority", e -> e.put("priority", priority)));
            String output = expectation.path("output").asText();
            flips.add(flipped(test, i, "output", e -> e.put("output", output + "x")));
            for (Map.Entry<String, JsonNode> field :
                    expectation.path("output_fields").properties()) {
                flips.add(
                        flipped(test, i, "no " + field.getKey(), e -> fields(e).remove(field.getKey())));
                flips.add(flipped(test, i, field.getKey(), e -> fields(e)
                        .putObject(field.getKey())
                        .put("contains", "not there")));
            }
        }
        return flips;
    }

    private interface Change {
        Object apply(ObjectNode expectation);
    }

    private static ObjectNode flipped(ObjectNode test, int expectation, String what, Change change) {
        ObjectNode twin = test.deepCopy();
        twin.put("name", test.path("name").asText() + ": " + expectation + " " + what);
        change.apply((ObjectNode) twin.path("expect").path(expectation));
        return twin;
    }

    private static ObjectNode fields(ObjectNode expectation) {
        return (ObjectNode) expectation.path("output_fields");
    }

    private List<SuiteResult> run(List<ObjectNode> suites) {
        String text = suites.stream().map(ObjectNode::toString).collect(Collectors.joining("\n---\n"));
        Outcome<List<Suite>> read = SuiteReader.read(SourceFile.of("upstream_test.yaml", text));
        assertThat(read.diagnostics()).isEmpty();
        Outcome<List<SuiteResult>> results = runner.run(read.value().orElseThrow());
        assertThat(results.diagnostics()).isEmpty();
        return results.value().orElseThrow();
    }
}
