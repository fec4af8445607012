package io.falconer.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconer.Shared;
import io.falconer.condition.ConditionParser;
import io.falconer.condition.Operand;
import io.falconer.condition.OperandResult;
import io.falconer.condition.Right;
import io.falconer.condition.TransformerArgument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every field that the recorded answers of the real Falco show is in the catalogue. */
class FieldConformanceTest {
    @Test
    void knowsEveryExtractedAuditField() throws IOException {
        List<String> unknown = new ArrayList<>();
        for (JsonNode line : lines("conformance/fields/values.jsonl")) {
            for (String text : names(line.get("fields"))) {
                check(text, EventSource.K8S_AUDIT, unknown);
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void knowsEverySyscallField() throws IOException {
        List<String> unknown = new ArrayList<>();
        for (JsonNode line : lines("conformance/syscall/events.jsonl")) {
            for (String text : names(line.get("fields"))) {
                check(text, EventSource.SYSCALL, unknown);
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void check(String text, EventSource source, List<String> unknown) {
        if (!(ConditionParser.parseOperand(text, 0) instanceof OperandResult.Parsed parsed)) {
            unknown.add(text);
            return;
        }
        for (Operand.FieldRef field : fields(parsed.operand())) {
            Resolution resolution = FieldCatalogue.of(source).resolve(field.name(), field.argument());
            if (resolution instanceof Resolution.Refused refused) {
                unknown.add(refused.message());
            }
        }
    }

    private static List<Operand.FieldRef> fields(TransformerArgument argument) {
        return switch (argument) {
            case Operand.FieldRef field -> List.of(field);
            case Operand.Transformed call ->
                call.arguments().stream().flatMap(a -> fields(a).stream()).toList();
            case TransformerArgument.ArgumentList list ->
                list.items().stream().flatMap(a -> fields(a).stream()).toList();
            case Right.Text text -> List.of();
        };
    }

    private static List<JsonNode> lines(String path) throws IOException {
        Path file = Shared.path(path);
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(mapper.readTree(line));
        }
        return lines;
    }
}
