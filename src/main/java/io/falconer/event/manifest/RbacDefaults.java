package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the API server fills into role bindings (SetDefaults_RoleBinding and SetDefaults_Subject of its package rbac/v1). */
final class RbacDefaults {
    static final String GROUP = "rbac.authorization.k8s.io";

    private RbacDefaults() {}

    /** Fills a RoleBinding or ClusterRoleBinding. */
    static void binding(ObjectNode binding) {
        if (binding.path("roleRef") instanceof ObjectNode role) {
            MissingValues.fill(role, "apiGroup", GROUP);
        }
        for (JsonNode subject : binding.path("subjects")) {
            String kind = subject.path("kind").asText();
            if (subject instanceof ObjectNode some && (kind.equals("User") || kind.equals("Group"))) {
                MissingValues.fill(some, "apiGroup", GROUP);
            }
        }
    }
}
