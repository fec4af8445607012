package io.falconer.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.policy.BuiltInKind;
import io.falconer.policy.ControlKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The schemas of a policy's controls, one for each kind. */
final class ControlSchemas {
    private final Map<String, ObjectNode> byKind = new LinkedHashMap<>();

    ControlSchemas(Map<String, ControlKind> kinds) {
        for (BuiltInKind kind : BuiltInKind.values()) {
            byKind.put(kind.id(), BuiltInControlSchemas.schema(kind));
        }
        ControlTexts texts = ControlTexts.read();
        new TreeMap<>(kinds)
                .forEach((name, kind) ->
                        byKind.computeIfAbsent(name, k -> new TemplateControlSchema(kind, texts).node()));
    }

    /** A control. Its kind determines its keys. */
    ObjectNode anyControl() {
        ObjectNode control = Shapes.typed(List.of("object"));
        control.putArray("required").add("kind");
        ObjectNode kind = Shapes.choice(List.copyOf(byKind.keySet())).put("description", "The kind of the control.");
        control.putObject("properties").set("kind", kind);
        ArrayNode each = control.putArray("allOf");
        byKind.keySet().forEach(name -> {
            ObjectNode condition = each.addObject();
            ObjectNode asked = condition.putObject("if");
            asked.putArray("required").add("kind");
            asked.putObject("properties").putObject("kind").put("const", name);
            condition.set("then", Shapes.ref(name));
        });
        return control;
    }

    Map<String, ObjectNode> definitions() {
        return byKind;
    }

    /** The keys that every control has. */
    static ObjectSchema of(String kind, String description) {
        return new ObjectSchema()
                .required("kind", Shapes.choice(List.of(kind)), description)
                .optional("match", PolicyShapes.match(), "Narrows the namespaces that the policy applies to.")
                .optional("priority", PriorityShape.shape(), "The priority of its rules. Default: the policy's.")
                .optional("tags", Shapes.list(PolicyShapes.tag()), "Tags of its rules, added to the policy's.");
    }
}
