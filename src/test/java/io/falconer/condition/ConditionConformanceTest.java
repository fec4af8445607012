package io.falconer.condition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconer.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parser agrees with the recorded answers of the real Falco. */
class ConditionConformanceTest {
    @ParameterizedTest
    @ValueSource(strings = {"conditions", "syscall"})
    void readsAndRefusesAsFalcoDoes(String folder) throws IOException {
        List<String> differences = new ArrayList<>();
        for (JsonNode verdict : verdicts(folder)) {
            String condition = verdict.get("condition").textValue();
            String message = verdict.path("message").asText();
            boolean grammar = message.startsWith("expected ") || message.startsWith("unexpected ");
            switch (ConditionParser.parse(condition)) {
                case ParseResult.Parsed parsed -> {
                    if (grammar) {
                        differences.add("accepted: " + condition + " (" + message + ")");
                    }
                    String printed = ConditionPrinter.print(parsed.expr());
                    if (!(ConditionParser.parse(printed) instanceof ParseResult.Parsed again)
                            || !again.expr().withoutSpans().equals(parsed.expr().withoutSpans())) {
                        differences.add("not printed back: " + condition + " -> " + printed);
                    }
                }
                case ParseResult.Failed failed -> {
                    if (!failed.message().equals(message)) {
                        differences.add(condition + ": " + failed.message() + " instead of " + message);
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    private static List<JsonNode> verdicts(String folder) throws IOException {
        Path file = Shared.path("conformance/" + folder + "/verdicts.jsonl");
        List<JsonNode> verdicts = new ArrayList<>();
        ObjectMapper mapper = new ObjectMapper();
        for (String line : Files.readAllLines(file)) {
            verdicts.add(mapper.readTree(line));
        }
        return verdicts;
    }
}
