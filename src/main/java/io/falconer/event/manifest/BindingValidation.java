package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** What the API server refuses in role bindings (ValidateRoleBinding and ValidateClusterRoleBinding of its package rbac). */
final class BindingValidation {
    private static final List<String> SUBJECTS = List.of("User", "Group", "ServiceAccount");

    private final ManifestSource written;
    private final boolean clusterWide;
    private final List<Diagnostic> problems = new ArrayList<>();

    private BindingValidation(ManifestSource written, boolean clusterWide) {
        this.written = written;
        this.clusterWide = clusterWide;
    }

    /** The errors in {@code binding}, whose kind is {@code resource}. */
    static List<Diagnostic> problems(ManifestSource written, Resource resource, ObjectNode binding) {
        BindingValidation check = new BindingValidation(written, !resource.namespaced());
        JsonNode role = binding.path("roleRef");
        if (role.isMissingNode()) {
            check.missing(
                    "",
                    "the " + resource.kind() + " has no roleRef",
                    "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}");
        } else {
            check.role(role);
        }
        int index = 0;
        for (JsonNode subject : binding.path("subjects")) {
            check.subject(subject, index++);
        }
        return List.copyOf(check.problems);
    }

    private void role(JsonNode role) {
        List<String> kinds = clusterWide ? List.of("ClusterRole") : List.of("Role", "ClusterRole");
        oneOf(role, "kind", kinds, "roleRef");
        if (role.path("name").asText().isEmpty()) {
            missing("/roleRef", "roleRef has no name", "name the role whose permissions are granted");
        }
        if (!role.path("apiGroup").asText().isEmpty()) {
            oneOf(role, "apiGroup", List.of(RbacDefaults.GROUP), "roleRef");
        }
    }

    private void subject(JsonNode subject, int index) {
        String path = "subjects[" + index + "]";
        String pointer = "/subjects/" + index;
        oneOf(subject, "kind", SUBJECTS, path);
        if (subject.path("name").asText().isEmpty()) {
            missing(pointer, path + " has no name", "name the user, group or service account");
        }
        boolean account = subject.path("kind").asText().equals("ServiceAccount");
        String group = subject.path("apiGroup").asText();
        if (!group.isEmpty() && !group.equals(account ? "" : RbacDefaults.GROUP)) {
            problems.add(written.invalid(
                    pointer + "/apiGroup",
                    path + ".apiGroup cannot be \"" + group + "\" for a "
                            + subject.path("kind").asText(),
                    "leave it out: the API server knows the group of each kind"));
        }
        if (clusterWide && account && subject.path("namespace").asText().isEmpty()) {
            missing(
                    pointer,
                    path + " has no namespace",
                    "a ClusterRoleBinding has no namespace in which to find a service account");
        }
    }

    private void oneOf(JsonNode object, String key, List<String> allowed, String path) {
        String pointer = "/" + path.replace("[", "/").replace("]", "");
        String value = object.path(key).asText();
        String choice = String.join(" or ", allowed);
        if (value.isEmpty()) {
            missing(pointer, path + " has no " + key, "it is " + choice);
        } else if (!allowed.contains(value)) {
            problems.add(written.invalid(
                    pointer + "/" + key,
                    path + "." + key + " must be " + choice + ", not \"" + value + "\"",
                    "write it as Kubernetes does, capitals included"));
        }
    }

    private void missing(String pointer, String message, String hint) {
        problems.add(written.missing(pointer, message, hint));
    }
}
