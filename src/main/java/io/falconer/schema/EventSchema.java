package io.falconer.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.field.EventSource;
import io.falconer.field.Field;
import io.falconer.field.FieldCatalogue;
import io.falconer.suite.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The schema of the events of a test. */
final class EventSchema {
    private EventSchema() {}

    static Map<String, ObjectNode> definitions() {
        Map<String, ObjectNode> definitions = new LinkedHashMap<>();
        definitions.put("event", event());
        definitions.put("syscall", syscall());
        return definitions;
    }

    private static ObjectNode event() {
        ObjectNode syscall = Shapes.ref("syscall");
        ObjectSchema event = new ObjectSchema()
                .optional("file", Shapes.text(), "A file of events. Relative to the suite's file.")
                .optional(
                        "manifest",
                        Shapes.text(),
                        "A file of Kubernetes objects. The events are those that an API server logs when the objects are"
                                + " created.")
                .optional("user", Shapes.text(), "With manifest: the user who sends the objects.")
                .optional("namespace", Shapes.text(), "With manifest: the namespace of all objects.")
                .optional(
                        "verb",
                        VariableShapes.or(Shapes.choice(Vocabulary.verbs())),
                        "With manifest: the verb of the requests. Default: create.")
                .optional(
                        "view",
                        VariableShapes.or(Shapes.choice(Vocabulary.views())),
                        "With manifest: what the audit log shows. request: the object as sent; admitted: the stored object,"
                                + " too. Default: admitted.")
                .optional(
                        "audit",
                        VariableShapes.or(Shapes.mapping(Shapes.any())),
                        "An audit event. If kind, level, auditID, stage or stageTimestamp is absent, it is filled"
                                + " in.")
                .optional(
                        "syscall",
                        VariableShapes.or(syscall, Shapes.filledList(VariableShapes.or(syscall))),
                        "A system call event with these fields, or a list of such events.")
                .justOneOf(List.of(
                        Shapes.given("file"),
                        Shapes.given("manifest"),
                        Shapes.given("audit"),
                        Shapes.given("syscall")));
        List.of("user", "namespace", "verb", "view").forEach(key -> event.needs(key, "manifest"));
        return event.node();
    }

    /** A mapping from names of fields, which may have an argument in brackets. */
    private static ObjectNode syscall() {
        List<Field> fields = FieldCatalogue.of(EventSource.SYSCALL).fields();
        ObjectSchema syscall = new ObjectSchema();
        fields.forEach(field -> syscall.optional(field.name(), Shapes.any(), field.description()));
        ObjectNode node = syscall.node();
        String names = fields.stream()
                .map(field -> field.name().replace(".", "\\."))
                .collect(Collectors.joining("|", "^(?:", ")\\["));
        node.putObject("patternProperties").set(names, Shapes.any());
        node.withObject("/patternProperties").set("^evt\\.arg\\.", Shapes.any());
        return node;
    }
}
