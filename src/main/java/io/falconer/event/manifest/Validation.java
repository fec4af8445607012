package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.text.Diagnostic;
import java.util.List;

/** What the API server refuses in an object that it could decode, as far as events depend on it. */
final class Validation {
    private Validation() {}

    /** The errors in {@code object} as its kind's model decoded it. */
    static List<Diagnostic> problems(ManifestSource written, Resource resource, ObjectNode object) {
        return switch (resource.current()) {
            case "v1/Pod" -> PodValidation.problems(written, resource, object, "/spec");
            case "v1/LimitRange" -> LimitRangeValidation.problems(written, object);
            case "rbac.authorization.k8s.io/v1/RoleBinding", "rbac.authorization.k8s.io/v1/ClusterRoleBinding" ->
                BindingValidation.problems(written, resource, object);
            default ->
                Workload.isWorkload(resource)
                        ? PodValidation.problems(
                                written, resource, object, Workload.templatePointer(resource) + "/spec")
                        : List.of();
        };
    }
}
