package io.falconer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.event.Event;
import io.falconer.event.reader.EventReader;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadIssue;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.RuleLoader;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every row of section 9 of docs/falco.md: small examples of what the real Falco does. */
class MicroExamplesTest {
    private static final Path GOLDEN = Path.of("src", "test", "golden", "micro-examples");
    private static final int ROWS = 130;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void noRowIsMissing() throws IOException {
        TreeSet<Integer> rows = new TreeSet<>();
        for (JsonNode example : examples()) {
            rows.add(example.get("row").intValue());
        }
        assertThat(rows)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ROWS).boxed().toList());
    }

    @TestFactory
    Stream<DynamicTest> behavesAsFalco() throws IOException {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.get("row") + " " + example.path("condition").textValue(), () -> check(example)));
    }

    private static List<JsonNode> examples() throws IOException {
        List<JsonNode> examples = new ArrayList<>(Recorded.lines(GOLDEN.resolve("conditions.jsonl")));
        examples.addAll(Recorded.lines(GOLDEN.resolve("rules.jsonl")));
        return examples;
    }

    private static void check(JsonNode example) throws IOException {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        LoadResult loaded = loader.load(SourceFile.of("rules.yaml", rules(example)));
        if (example.has("error")) {
            assertThat(loaded.errors())
                    .extracting(LoadIssue::message)
                    .singleElement()
                    .asString()
                    .contains(example.get("error").textValue());
            return;
        }
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.warnings()).extracting(LoadIssue::message).containsAll(texts(example.path("warnings")));
        List<Alert> alerts = alerts(example, loader);
        assertThat(alerts).extracting(alert -> alert.rule().name()).isEqualTo(expected(example));
        if (example.has("messages")) {
            assertThat(alerts).extracting(Alert::message).isEqualTo(texts(example.get("messages")));
        }
        if (example.has("fields")) {
            JsonNode shown = JSON.readTree(new AlertJson("host", ZoneOffset.UTC).object(alerts.getFirst()));
            ObjectNode fields = (ObjectNode) shown.get("output_fields");
            fields.remove("evt.time");
            assertThat((JsonNode) fields).isEqualTo(example.get("fields"));
        }
    }

    private static List<String> expected(JsonNode example) {
        return example.has("alerts")
                ? texts(example.get("alerts"))
                : example.get("holds").booleanValue() ? List.of("r") : List.of();
    }

    /** The rules file; what an example leaves out of a rule is filled in. */
    private static String rules(JsonNode example) {
        if (example.has("text")) {
            return example.get("text").textValue();
        }
        ArrayNode rules = JSON.createArrayNode();
        if (example.has("condition")) {
            rules.addObject().put("rule", "r").set("condition", example.get("condition"));
        } else {
            example.get("rules").forEach(item -> rules.add(item.deepCopy()));
        }
        for (JsonNode item : rules) {
            if (item.has("rule")) {
                ObjectNode rule = (ObjectNode) item;
                rule.put("source", example.path("source").asText("k8s_audit"));
                rule.put("desc", "d");
                rule.put("output", item.path("output").asText("o"));
                rule.put("priority", item.path("priority").asText("INFO"));
            }
        }
        return rules.toString();
    }

    private static List<Alert> alerts(JsonNode example, RuleLoader loader) {
        RuleMatching matching = RuleMatching.valueOf(example.path("matching").asText("ALL"));
        Priority minimum = Priority.of(example.path("minimum").asText("DEBUG")).orElseThrow();
        Engine engine = Engine.of(loader.ruleSet(), matching, minimum);
        List<Alert> alerts = new ArrayList<>();
        for (Event event : new EventReader().read("events", lines(example))) {
            alerts.addAll(engine.evaluate(event));
        }
        return alerts;
    }

    private static String lines(JsonNode example) {
        if (example.has("lines")) {
            return example.get("lines").textValue();
        }
        StringBuilder lines = new StringBuilder();
        if (example.has("event")) {
            lines.append(line(example, example.get("event")));
        }
        example.path("events")
                .forEach(event -> lines.append(line(example, event)).append('\n'));
        return lines.toString();
    }

    private static JsonNode line(JsonNode example, JsonNode event) {
        ObjectNode line = JSON.createObjectNode();
        if (example.path("source").asText("").equals("syscall")) {
            line.put("source", "syscall");
            line.set("fields", event);
            return line;
        }
        line.put("kind", "Event").put("auditID", "1").put("stageTimestamp", "2024-01-02T16:04:05Z");
        line.setAll((ObjectNode) event);
        if (line.get("auditID").isNull()) {
            line.remove("auditID");
        }
        return line;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
