package io.falconer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.generate.Bundle;
import io.falconer.generate.Capability;
import java.util.List;

/** How exactly rules express policies, for programs. */
public final class CapabilityJson {
    private CapabilityJson() {}

    /** One JSON object on a line: for each policy its capabilities, each with its notes. */
    public static String of(List<Bundle> bundles) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode policies = root.putArray("policies");
        for (Bundle bundle : bundles) {
            ObjectNode policy =
                    policies.addObject().put("policy", bundle.policy().name());
            ArrayNode capabilities = policy.putArray("capabilities");
            bundle.capabilities().forEach(capability -> capability(capability, capabilities.addObject()));
        }
        return root + "\n";
    }

    private static void capability(Capability capability, ObjectNode object) {
        object.put("control", capability.control());
        object.put("check", capability.check());
        object.put("exactness", capability.exactness().id());
        ArrayNode notes = object.putArray("notes");
        for (Capability.Note note : capability.notes()) {
            ObjectNode each = notes.addObject().put("reason", note.reason());
            note.narrows().ifPresent(how -> each.put("narrows", how));
        }
    }
}
