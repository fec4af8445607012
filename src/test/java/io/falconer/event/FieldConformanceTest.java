package io.falconer.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.event.json.Json;
import io.falconer.event.json.Member;
import io.falconer.field.EventSource;
import io.falconer.field.Field;
import io.falconer.field.Field.ArgumentKind;
import io.falconer.field.FieldType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The values that the real Falco extracted from the recorded events. */
class FieldConformanceTest {
    private static final Path RECORDED =
            Path.of(System.getProperty("falconer.shared", "../shared"), "conformance", "fields");

    @Test
    void extractsWhatFalcoExtracts() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(RECORDED), "no recorded answers at " + RECORDED);
        List<String> documents = Files.readAllLines(RECORDED.resolve("events.jsonl"), UTF_8);
        var differences = new ArrayList<String>();
        int total = 0;
        for (String line : Files.readAllLines(RECORDED.resolve("values.jsonl"), UTF_8)) {
            Json answers = Json.parse(line).orElseThrow();
            int index = Integer.parseInt(answers.get("event").orElseThrow().text());
            Event event = event(documents.get(index), index);
            for (Member answer : answers.get("fields").orElseThrow().members()) {
                total++;
                String found = rendered(extract(event, answer.key()));
                String expected = answer.value().compact();
                if (!Json.parse(found)
                        .map(Json::text)
                        .equals(Json.parse(expected).map(Json::text))) {
                    differences.add("event " + index + " " + answer.key() + ": " + found + " for " + expected);
                }
            }
        }
        System.out.println("fields: " + (total - differences.size()) + "/" + total);
        assertThat(differences).isEmpty();
    }

    private static Event event(String document, int index) {
        return new AuditEvent(
                Json.parse(document).orElseThrow(), index + 1, 0, 0, new Origin("-", 1, OptionalInt.empty()));
    }

    private static Value extract(Event event, String key) {
        int bracket = key.indexOf('[');
        String name = bracket < 0 ? key : key.substring(0, bracket);
        Optional<String> argument =
                bracket < 0 ? Optional.empty() : Optional.of(key.substring(bracket + 1, key.length() - 1));
        var field = new Field(name, FieldType.CHARBUF, false, ArgumentKind.NONE, Set.of(), Optional.empty(), "");
        return Extractors.of(EventSource.K8S_AUDIT, field, argument).extract(event);
    }

    /** As {@code output_fields} shows it. */
    private static String rendered(Value value) {
        return switch (value) {
            case Value.None none -> "null";
            case Value.Many(List<Value.Scalar> items) ->
                items.stream().map(FieldConformanceTest::rendered).collect(Collectors.joining(",", "[", "]"));
            case Value.Text(String text) -> "\"" + escaped(text) + "\"";
            case Value.Int(long bits) -> Long.toUnsignedString(bits);
            case Value.Bool(boolean bool) -> String.valueOf(bool);
            case Value.Real(double real) -> String.valueOf(real);
            case Value.Ip ip -> throw new IllegalArgumentException("no audit field is an address: " + ip);
        };
    }

    private static String escaped(String text) {
        var out = new StringBuilder();
        text.chars().forEach(c -> out.append(String.format("\\u%04x", c)));
        return out.toString();
    }
}
