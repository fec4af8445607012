package io.falconer.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.condition.Operand;
import java.util.Map;
import java.util.Optional;

/**
 * Where a value of a field of {@code k8s_audit} can be put into a document, so that the field shows it (docs/falco.md, section
 * 6.3).
 *
 * @param path a JSON pointer; {@code *} is the number of the value
 * @param form what stands there
 */
record AuditPlace(String path, Form form) {
    /** How a value becomes a part of a document. */
    enum Form {
        VALUE,
        /** The field shows the JSON text of what is there. */
        JSON,
        /** The value is a key, such as the type of a volume. */
        KEY,
        /** The field shows the names of elements of a kind. */
        USER,
        GROUP,
        SERVICE_ACCOUNT
    }

    private static final Map<String, AuditPlace> FIELDS = Map.ofEntries(
            value("ka.auth.decision", "/annotations/authorization.k8s.io~1decision"),
            value("ka.auth.reason", "/annotations/authorization.k8s.io~1reason"),
            value("ka.auth.openshift.decision", "/annotations/authentication.openshift.io~1decision"),
            value("ka.auth.openshift.username", "/annotations/authentication.openshift.io~1username"),
            value(
                    "ka.validations.admission.policy.failure",
                    "/annotations/validation.policy.admission.k8s.io~1validation_failure"),
            value("ka.security.pod.violations", "/annotations/pod-security.kubernetes.io~1audit-violations"),
            value("ka.cluster.name", "/annotations/cluster_name"),
            value("ka.auditid", "/auditID"),
            value("ka.user.groups", "/user/groups/*"),
            value("ka.target.pod.name", "/responseObject/metadata/name"),
            value("ka.req.configmap.name", "/objectRef/name"),
            Map.entry("ka.req.configmap.obj", new AuditPlace("/requestObject/data", Form.JSON)),
            Map.entry("ka.req.binding.subjects", new AuditPlace("/requestObject/subjects/*", Form.JSON)),
            Map.entry("ka.req.binding.subjects.user_names", new AuditPlace("/requestObject/subjects/*", Form.USER)),
            Map.entry("ka.req.binding.subjects.group_names", new AuditPlace("/requestObject/subjects/*", Form.GROUP)),
            Map.entry(
                    "ka.req.binding.subjects.serviceaccount_names",
                    new AuditPlace("/requestObject/subjects/*", Form.SERVICE_ACCOUNT)),
            Map.entry("ka.req.role.rules", new AuditPlace("/requestObject/rules/*", Form.JSON)),
            value("ka.req.role.rules.apiGroups", "/requestObject/rules/0/apiGroups/*"),
            value("ka.req.role.rules.resources", "/requestObject/rules/0/resources/*"),
            value("ka.req.role.rules.verbs", "/requestObject/rules/0/verbs/*"),
            value("ka.req.role.rules.nonResourceURLs", "/requestObject/rules/0/nonResourceURLs/*"),
            Map.entry("ka.req.service.ports", new AuditPlace("/requestObject/spec/ports", Form.JSON)),
            value("ka.req.pod.supplemental_groups", "/requestObject/spec/securityContext/supplementalGroups/*"),
            value("ka.req.pod.volumes.hostpath", "/requestObject/spec/volumes/*/hostPath/path"),
            value("ka.req.pod.volumes.flexvolume_driver", "/requestObject/spec/volumes/*/flexVolume/driver"),
            Map.entry("ka.req.pod.volumes.volume_type", new AuditPlace("/requestObject/spec/volumes/*", Form.KEY)),
            value("ka.req.container.image", "/requestObject/spec/containers/0/image"),
            value("ka.req.container.image.repository", "/requestObject/spec/containers/0/image"),
            value("ka.req.container.privileged", "/requestObject/spec/containers/0/securityContext/privileged"),
            value("ka.req.container.host_network", "/requestObject/spec/hostNetwork"));

    private static final Map<String, String> OF_CONTAINERS = Map.ofEntries(
            Map.entry("name", "name"),
            Map.entry("image", "image"),
            Map.entry("image.repository", "image"),
            Map.entry("command", "command/0"),
            Map.entry("args", "args/0"),
            Map.entry("host_port", "ports/0/hostPort"),
            Map.entry("privileged", "securityContext/privileged"),
            Map.entry("allow_privilege_escalation", "securityContext/allowPrivilegeEscalation"),
            Map.entry("read_only_fs", "securityContext/readOnlyRootFilesystem"),
            Map.entry("run_as_user", "securityContext/runAsUser"),
            Map.entry("run_as_group", "securityContext/runAsGroup"),
            Map.entry("proc_mount", "securityContext/procMount"));

    private static Map.Entry<String, AuditPlace> value(String field, String path) {
        return Map.entry(field, new AuditPlace(path, Form.VALUE));
    }

    /** The place of an operand's values; empty if it is not known. */
    static Optional<AuditPlace> of(Operand operand) {
        if (!(operand instanceof Operand.FieldRef field)) {
            return Optional.empty();
        }
        return AuditLeaves.of(operand)
                .map(leaf -> new AuditPlace(leaf.pointer(), Form.VALUE))
                .or(() -> Optional.ofNullable(FIELDS.get(field.name())))
                .or(() -> ofContainers(field));
    }

    private static Optional<AuditPlace> ofContainers(Operand.FieldRef field) {
        String rest = field.name().startsWith("ka.req.pod.") ? field.name().substring("ka.req.pod.".length()) : "";
        int dot = rest.indexOf('.');
        Optional<String> inside =
                dot < 0 ? Optional.empty() : Optional.ofNullable(OF_CONTAINERS.get(rest.substring(dot + 1)));
        return inside.map(path -> new AuditPlace(
                "/requestObject/spec/" + rest.substring(0, dot) + "/"
                        + field.argument().orElse("*") + "/" + path,
                Form.VALUE));
    }

    /** The place of one of several values. */
    String pointer(int number) {
        return path.replace("*", Integer.toString(number));
    }

    /** What stands there for a value. */
    JsonNode content(JsonNode value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (form) {
            case VALUE -> value;
            case JSON -> nodes.objectNode().put("text", value.asText());
            case KEY -> nodes.objectNode().put("name", "data").set(value.asText(), nodes.objectNode());
            case USER -> subject("User", value);
            case GROUP -> subject("Group", value);
            case SERVICE_ACCOUNT -> subject("ServiceAccount", value);
        };
    }

    private static ObjectNode subject(String kind, JsonNode name) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind).put("name", name.asText());
    }
}
