package io.falconer.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The values of an event that somebody made up, without those that every event has. */
final class EventValues {
    private static final Set<String> EVERY_EVENT =
            Set.of("kind", "apiVersion", "level", "auditID", "stageTimestamp", "source");
    private static final JsonMapper MAPPER = new JsonMapper();

    private EventValues() {}

    /**
     * Each value with its field, such as {@code proc.name=cat} or {@code objectRef.resource=pods}.
     *
     * @param event a JSON document in one line
     */
    static List<String> of(String event) {
        try {
            JsonNode document = MAPPER.readTree(event);
            List<String> fields = new ArrayList<>();
            document.properties().stream()
                    .filter(entry -> !EVERY_EVENT.contains(entry.getKey()))
                    .forEach(entry -> {
                        boolean isMap = entry.getKey().equals("fields");
                        add(isMap ? "" : entry.getKey(), entry.getValue(), fields);
                    });
            fields.remove("evt.dir=<");
            return fields.isEmpty() ? List.of("(no value of these fields)") : fields;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(event, e);
        }
    }

    private static void add(String name, JsonNode value, List<String> fields) {
        if (value.isObject() && !value.isEmpty()) {
            value.properties()
                    .forEach(entry -> add(
                            name.isEmpty() ? entry.getKey() : name + "." + entry.getKey(), entry.getValue(), fields));
        } else if (value.isArray() && !value.isEmpty()) {
            for (int i = 0; i < value.size(); i++) {
                add(name + "[" + i + "]", value.get(i), fields);
            }
        } else if (!name.isEmpty()) {
            String text = value.isValueNode() ? value.asText() : value.toString();
            fields.add(name + "=" + (text.isEmpty() || text.contains(" ") ? "\"" + text + "\"" : text));
        }
    }
}
