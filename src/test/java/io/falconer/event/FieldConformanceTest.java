package io.falconer.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.falconer.Releases;
import io.falconer.Shared;
import io.falconer.event.reader.EventReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The values that the real Falco extracted from the recorded events. */
class FieldConformanceTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @ParameterizedTest
    @MethodSource("io.falconer.Releases#all")
    void extractsWhatFalcoExtracts(String folder, String release) throws IOException {
        Path recorded = Shared.path(folder + "/fields");
        var mapper = new ObjectMapper();
        var reader = new EventReader();
        var events = new ArrayList<Event>();
        reader.read(recorded.resolve("events.jsonl"), events::add);
        var differences = new ArrayList<String>();
        int total = 0;
        try (Stream<String> lines = Files.lines(recorded.resolve("values.jsonl"))) {
            for (String line : lines.toList()) {
                JsonNode answers = mapper.readTree(line);
                int number = answers.get("event").intValue();
                for (Map.Entry<String, JsonNode> answer : answers.get("fields").properties()) {
                    total++;
                    JsonNode found = shown(Extraction.extract(
                            events.get(number),
                            answer.getKey(),
                            Releases.falco(release).reading()));
                    if (!found.equals(unified(answer.getValue()))) {
                        differences.add("event %d, %s: %s instead of %s"
                                .formatted(number, answer.getKey(), found, answer.getValue()));
                    }
                }
            }
        }
        System.out.println(folder + "/fields (values): " + (total - differences.size()) + "/" + total);
        assertThat(differences).isEmpty();
        assertThat(total).isPositive();
    }

    private static JsonNode unified(JsonNode value) {
        return value.isIntegralNumber() ? JSON.numberNode(value.bigIntegerValue()) : value;
    }

    /** As {@code output_fields} shows it. */
    private static JsonNode shown(Value value) {
        return switch (value) {
            case Value.None none -> JSON.nullNode();
            case Value.Many(List<Value.Scalar> items) ->
                JSON.arrayNode()
                        .addAll(items.stream().map(FieldConformanceTest::shown).toList());
            case Value.Text(String text) -> JSON.textNode(text);
            case Value.Int(long bits) -> JSON.numberNode(new BigInteger(Long.toUnsignedString(bits)));
            case Value.Bool(boolean bool) -> JSON.booleanNode(bool);
            case Value.Real(double real) -> JSON.numberNode(real);
            case Value.Ip ip -> throw new IllegalArgumentException("no audit field is an address: " + ip);
        };
    }
}
