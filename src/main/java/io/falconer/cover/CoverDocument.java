package io.falconer.cover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.condition.Operand;
import io.falconer.model.DraftEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The document of an event as a suite shows it: what people read first comes first, and what suites fill in is left out.
 *
 * @param json the document without what suites fill in, to compare it with others
 */
record CoverDocument(ObjectNode json) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> ORDER =
            List.of("evt", "proc", "fd", "user", "group", "container", "k8s", "verb", "objectRef", "requestObject");
    private static final Map<String, String> FILLED = Map.of(
            "kind", "Event",
            "apiVersion", "audit.k8s.io/v1",
            "level", "RequestResponse",
            "auditID", "00000000-0000-4000-8000-000000000000",
            "stage", "ResponseComplete");

    /** The document of a draft. */
    static CoverDocument of(DraftEvent draft) {
        try {
            ObjectNode event = (ObjectNode) JSON.readTree(draft.line());
            boolean readsDirection = draft.values().keySet().stream()
                    .anyMatch(subject -> subject.operand() instanceof Operand.FieldRef field
                            && field.name().equals("evt.dir"));
            if (event.get("fields") instanceof ObjectNode fields) {
                if (!readsDirection) {
                    fields.remove("evt.dir");
                }
                event.set("fields", sorted(fields));
                return new CoverDocument(event);
            }
            return new CoverDocument(sorted(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("drafts are JSON", e);
        }
    }

    private static ObjectNode sorted(ObjectNode object) {
        ObjectNode sorted = JSON.createObjectNode();
        object.properties().stream()
                .sorted(Comparator.comparingInt(member -> rank(member.getKey())))
                .forEach(member -> sorted.set(member.getKey(), member.getValue()));
        return sorted;
    }

    private static int rank(String key) {
        int rank = ORDER.indexOf(key.contains(".") ? key.substring(0, key.indexOf('.')) : key);
        return rank < 0 ? ORDER.size() : rank;
    }

    /** Which form of events in suites it has. */
    String form() {
        return json.has("fields") ? "syscall" : "audit";
    }

    /** What stands in a suite. Its texts are not taken for variables. */
    JsonNode shown() {
        ObjectNode shown = (json.get("fields") instanceof ObjectNode fields ? fields : json).deepCopy();
        shown.remove("stageTimestamp");
        FILLED.forEach((key, value) -> {
            if (shown.path(key).asText().equals(value)) {
                shown.remove(key);
            }
        });
        try {
            return JSON.readTree(shown.toString().replace("${", "$${"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON with another text is JSON", e);
        }
    }

    /** The operations of a patch that makes another document of this one. */
    List<JsonNode> changes(CoverDocument other) {
        return DocumentChange.of(json, other.json);
    }
}
