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
                .optional("file", Shapes.text(), "A file of events; relative to the suite's file.")
                .optional(
                        "manifest",
                        Shapes.text(),
                        "A file of Kubernetes objects: the events that an API server logs when they are created.")
                .optional("user", Shapes.text(), "With manifest: who sends the objects.")
                .optional("namespace", Shapes.text(), "With manifest: where the objects go, whatever they say.")
                .optional(
                        "verb",
                        VariableShapes.or(Shapes.choice(Vocabulary.verbs())),
                        "With manifest: what is done with the objects. Default: create.")
                .optional(
                        "view",
                        VariableShapes.or(Shapes.choice(Vocabulary.views())),
                        "With manifest: how much the audit log shows. request: the object as it was sent; admitted: as it"
                                + " was stored, too. Default: admitted.")
                .optional(
                        "audit",
                        VariableShapes.or(Shapes.mapping(Shapes.any())),
                        "An audit event; kind, level, auditID, stage and stageTimestamp are filled in where they are left"
                                + " out.")
                .optional(
                        "syscall",
                        VariableShapes.or(syscall, Shapes.filledList(VariableShapes.or(syscall))),
                        "A system call event of these fields, or a list of such.")
                .justOneOf(List.of(
                        Shapes.given("file"),
                        Shapes.given("manifest"),
                        Shapes.given("audit"),
                        Shapes.given("syscall")));
        List.of("user", "namespace", "verb", "view").forEach(key -> event.needs(key, "manifest"));
        return event.node();
    }

    /** A map from names of fields, which may have an argument in brackets. */
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
