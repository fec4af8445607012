package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.text.Diagnostic;
import java.util.List;

/** What the API server refuses in an object that it could decode, as far as events depend on it. */
final class Validation {
    private Validation() {}

    /** The problems of {@code object} as its kind's model decoded it. */
    static List<Diagnostic> problems(Written written, Resource resource, ObjectNode object) {
        if (RbacDefaults.isBinding(resource)) {
            return BindingCheck.problems(written, resource, object);
        }
        return List.of();
    }
}
