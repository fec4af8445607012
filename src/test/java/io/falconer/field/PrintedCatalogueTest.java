package io.falconer.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconer.Shared;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogues as Falco prints them ({@code falco --list}, {@code --list-events}). */
class PrintedCatalogueTest {
    /** Falco prints that this field requires an argument, and takes it without one. */
    private static final String ARGUMENT_NOT_REQUIRED = "evt.abspath";

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "0.42, fields-k8s_audit, K8S_AUDIT",
        "0.42, fields-syscall, SYSCALL",
        "0.42, fields-syscall-container, SYSCALL",
        "0.45, fields-k8s_audit, K8S_AUDIT",
        "0.45, fields-syscall, SYSCALL",
        "0.45, fields-syscall-container, SYSCALL"
    })
    void fieldsAreThosePrinted(String release, String file, EventSource source) throws IOException {
        List<String> differences = new ArrayList<>();
        int total = 0;
        for (JsonNode fields : printed(release, file).get("fieldclasses")) {
            for (JsonNode field : fields.get("fields")) {
                total++;
                String name = field.get("name").textValue();
                String found = FieldCatalogue.of(source)
                        .find(name)
                        .map(PrintedCatalogueTest::summary)
                        .orElse("none");
                if (!found.equals(summary(field))) {
                    differences.add(name + ": " + found + " instead of " + summary(field));
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(total).isPositive();
    }

    private static String summary(Field field) {
        String type = field.type() == FieldType.DYN ? "DYNAMIC" : field.type().name();
        boolean argument =
                field.argument() != Field.ArgumentKind.NONE || field.name().equals(ARGUMENT_NOT_REQUIRED);
        return type + (field.list() ? ", list" : "") + (argument ? ", argument" : "");
    }

    private static String summary(JsonNode field) {
        return field.get("type").textValue()
                + (field.get("is_list").booleanValue() ? ", list" : "")
                + (field.get("argument").isNull() ? "" : ", argument");
    }

    @ParameterizedTest
    @CsvSource({"0.42, V4_0_1", "0.45, V4_3_0"})
    void eventsAndParametersAreKnown(String release, DriverSchema schema) throws IOException {
        EventTypes known = EventTypes.of(schema);
        JsonNode printed = printed(release, "events");
        assertThat(printed.get("schema_version").textValue()).isEqualTo(schema.version());
        assertThat(events(printed)).allMatch(known::isKnown);
        assertThat(parameters(printed))
                .allMatch(parameter -> known.longestParameter(parameter).equals(Optional.of(parameter)));
    }

    @Test
    void whatALaterSchemaBringsIsUnknownBefore() throws IOException {
        Set<String> later = events(printed("0.45", "events"));
        later.removeAll(events(printed("0.42", "events")));
        assertThat(later).isNotEmpty().noneMatch(EventTypes.of(DriverSchema.V4_0_1)::isKnown);
    }

    private static Set<String> events(JsonNode printed) {
        Set<String> names = new HashSet<>();
        printed.forEach(
                group -> group.forEach(event -> names.add(event.path("name").asText())));
        return names;
    }

    private static Set<String> parameters(JsonNode printed) {
        Set<String> names = new HashSet<>();
        printed.forEach(group -> group.forEach(event -> event.path("params")
                .forEach(parameter -> names.add(parameter.get("name").textValue()))));
        return names;
    }

    private static JsonNode printed(String release, String file) throws IOException {
        return JSON.readTree(
                Shared.path("catalogues/" + release + "/" + file + ".json").toFile());
    }
}
