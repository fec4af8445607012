package io.falconer.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.condition.Operand;
import io.falconer.field.EventSource;
import io.falconer.field.FieldType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An event made of values for fields. It may not have these values: some cannot be given, and what one field needs may change
 * another. So each event is replayed before it counts.
 *
 * @param values one value for each field; several for a list; none for a field that must not be there
 */
public record DraftEvent(EventSource source, SequencedMap<Subject, List<String>> values) {
    /** What every audit event has, and what Falco needs to read it. */
    static final Map<String, String> EVERY_AUDIT_EVENT = Map.of(
            "/kind", "Event",
            "/apiVersion", "audit.k8s.io/v1",
            "/level", "RequestResponse",
            "/auditID", "00000000-0000-4000-8000-000000000000",
            "/stage", "ResponseComplete",
            "/stageTimestamp", "2026-01-01T00:00:00.000000Z");

    private static final Set<String> OF_ANCESTORS =
            Set.of("proc.aname", "proc.aexe", "proc.aexepath", "proc.acmdline", "proc.apid", "proc.aenv");
    private static final Map<String, List<String>> SIDES = Map.of(
            "fd.ip", List.of("fd.cip", "fd.sip"),
            "fd.port", List.of("fd.cport", "fd.sport"),
            "fd.net", List.of("fd.cip", "fd.sip"));

    /** Whether an event can be given values of a field. */
    public boolean canHave(Subject subject) {
        return source == EventSource.SYSCALL
                ? subject.operand() instanceof Operand.FieldRef
                : AuditPlace.of(subject.operand()).isPresent();
    }

    /** The same with another value of a field. */
    public DraftEvent with(Subject subject, String text) {
        return with(subject, List.of(text));
    }

    /** The same with other values of a field. */
    public DraftEvent with(Subject subject, List<String> texts) {
        SequencedMap<Subject, List<String>> others = new LinkedHashMap<>(values);
        others.put(subject, texts);
        return new DraftEvent(source, others);
    }

    /** The same without the values of a field. */
    public DraftEvent without(Subject subject) {
        SequencedMap<Subject, List<String>> fewer = new LinkedHashMap<>(values);
        fewer.remove(subject);
        return new DraftEvent(source, fewer);
    }

    /** The event as a JSON document in one line. */
    public String line() {
        ObjectNode event =
                switch (source) {
                    case SYSCALL -> systemCall();
                    case K8S_AUDIT -> audit();
                };
        return event.toString();
    }

    private ObjectNode systemCall() {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("source", source.id());
        ObjectNode fields = event.putObject("fields");
        fields.put("evt.dir", "<"); // Falco sees only the exits of calls
        Map<Boolean, List<Subject>> indexed =
                values.keySet().stream().collect(Collectors.partitioningBy(DraftEvent::hasArgument));
        Stream.of(true, false) // what has a place of its own comes before what takes a free one
                .flatMap(each -> indexed.getOrDefault(each, List.of()).stream())
                .forEach(subject -> put(fields, subject, values.getOrDefault(subject, List.of())));
        return event;
    }

    private static boolean hasArgument(Subject subject) {
        return subject.operand() instanceof Operand.FieldRef field
                && field.argument().isPresent();
    }

    private static void put(ObjectNode fields, Subject subject, List<String> texts) {
        if (subject.operand() instanceof Operand.FieldRef field && !texts.isEmpty()) {
            put(
                    fields,
                    field,
                    texts.stream()
                            .map(text -> ValueNotation.json(text, subject.type()))
                            .toList());
        }
    }

    /** Some fields look at several others: at ancestors, nearest first, or at both ends of a connection (section 3.4). */
    private static void put(ObjectNode fields, Operand.FieldRef field, List<JsonNode> nodes) {
        String name = field.name();
        if (field.argument().isPresent()) {
            fields.set(name + "[" + field.argument().get() + "]", nodes.getFirst());
        } else if (OF_ANCESTORS.contains(name)) {
            int ancestor = 2;
            for (JsonNode node : nodes) {
                while (fields.has(name + "[" + ancestor + "]")) {
                    ancestor++;
                }
                fields.set(name + "[" + ancestor + "]", node);
            }
        } else if (SIDES.containsKey(name) && nodes.size() > 1) {
            List<String> sides = Objects.requireNonNull(SIDES.get(name));
            sides.forEach(side -> fields.set(side, nodes.get(sides.indexOf(side))));
        } else {
            fields.set(
                    name,
                    nodes.size() == 1
                            ? nodes.getFirst()
                            : JsonNodeFactory.instance.arrayNode().addAll(nodes));
        }
    }

    private ObjectNode audit() {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        EVERY_AUDIT_EVENT.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> put(event, entry.getKey(), JsonNodeFactory.instance.textNode(entry.getValue())));
        values.forEach((subject, texts) -> {
            Optional<AuditPlace> place = AuditPlace.of(subject.operand());
            if (place.isPresent() && texts.isEmpty()) {
                remove(event, place.get().pointer(0));
            }
            for (int i = 0; place.isPresent() && i < texts.size(); i++) {
                String pointer = place.get().pointer(i);
                put(event, pointer, place.get().content(value(new Leaf(pointer), texts.get(i), subject.type())));
            }
        });
        return event;
    }

    /** Kubernetes writes numbers and booleans at some places, and Falco shows them as texts. */
    private static JsonNode value(Leaf leaf, String text, FieldType type) {
        return type.isText() ? AuditDocument.value(leaf, text) : ValueNotation.json(text, type);
    }

    private static void remove(ObjectNode event, String pointer) {
        int slash = pointer.lastIndexOf('/');
        if (event.at(pointer.substring(0, slash)) instanceof ObjectNode object) {
            object.remove(key(pointer.substring(slash + 1)));
        }
    }

    private static void put(ObjectNode event, String pointer, JsonNode value) {
        String[] steps = pointer.substring(1).split("/", -1);
        JsonNode at = event;
        for (int i = 0; i < steps.length; i++) {
            boolean last = i == steps.length - 1;
            boolean list = !last && isIndex(steps[i + 1]);
            at = step(at, steps[i], last ? value : list ? emptyList() : emptyObject(), last);
        }
    }

    private static JsonNode emptyList() {
        return JsonNodeFactory.instance.arrayNode();
    }

    private static JsonNode emptyObject() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The value under a key or index, put there if nothing fits there yet. */
    private static JsonNode step(JsonNode at, String step, JsonNode value, boolean replace) {
        switch (at) {
            case ObjectNode object -> {
                JsonNode known = object.get(key(step));
                if (!replace && known != null && known.getNodeType() == value.getNodeType()) {
                    return known;
                }
                object.set(key(step), value);
            }
            case ArrayNode list
            when isIndex(step) -> {
                int index = Integer.parseInt(step);
                while (list.size() <= index) {
                    list.addObject();
                }
                if (!replace && list.get(index).getNodeType() == value.getNodeType()) {
                    return list.get(index);
                }
                list.set(index, value);
            }
            default -> {}
        }
        return value;
    }

    private static boolean isIndex(String step) {
        return !step.isEmpty() && step.length() < 4 && step.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String key(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }
}
