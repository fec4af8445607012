package io.falconer.event;

import static io.falconer.event.DocumentField.at;
import static io.falconer.event.DocumentField.listAt;
import static io.falconer.event.DocumentField.reading;

import io.falconer.event.json.Json;
import io.falconer.event.json.Key;
import io.falconer.event.json.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How each {@code ka.*}, {@code jevt.*} and {@code json.*} field is read from the document (sections 6.3 and 6.5). */
final class AuditFields {
    /** Binds a field to its argument. */
    @FunctionalInterface
    interface Binding {
        DocumentField to(Optional<String> argument);
    }

    private static final Key AUDIT_ID = Key.of("auditID");
    private static final KeyPath RESOURCE = KeyPath.of("objectRef", "resource");
    private static final KeyPath SUBRESOURCE = KeyPath.of("objectRef", "subresource");
    private static final KeyPath CREATED = KeyPath.of("responseObject", "metadata", "name");
    private static final Map<String, Binding> TABLE = table();

    private AuditFields() {}

    /** The field with this name and its argument, if it exists. */
    static Optional<DocumentField> find(String name, Optional<String> argument, FieldReading reading) {
        boolean firstOnly = reading.firstVolumeOnly() && name.equals(OtherObjectFields.HAS_HOST_PATH);
        return Optional.ofNullable(TABLE.get(name))
                .map(binding -> firstOnly ? OtherObjectFields.hasFirstHostPath(argument) : binding.to(argument))
                .map(field -> name.startsWith("ka.") ? ofAuditEventsOnly(field) : field);
    }

    /** Without {@code auditID} no ka field has a value (section 6.2). */
    private static DocumentField ofAuditEventsOnly(DocumentField field) {
        return new DocumentField.Reading(
                document -> document.has(AUDIT_ID) ? field.of(document) : Value.None.NONE,
                field.reads().and(DocumentPaths.of(AUDIT_ID.toString())));
    }

    private static Map<String, Binding> table() {
        var table = new TreeMap<String, Binding>();
        paths().forEach((name, field) -> table.put(name, argument -> field));
        table.putAll(ContainerFields.table("containers"));
        table.putAll(ContainerFields.table("initContainers"));
        table.putAll(ContainerFields.table("ephemeralContainers"));
        table.remove("ka.req.pod.ephemeralContainers.host_port");
        table.putAll(OtherObjectFields.table());
        table.putAll(BindingFields.table());
        for (String prefix : new String[] {"jevt", "json"}) {
            table.put(prefix + ".value", argument -> JsonPointer.of(argument.orElse("")));
            table.put(prefix + ".obj", argument -> reading(KeyPath.of(), AuditFields::pretty));
        }
        table.put("ka.uri.param", argument -> new UriParameter(argument.orElse("")));
        table.put(
                "ka.target.pod.name",
                argument -> reading(List.of(RESOURCE, SUBRESOURCE, CREATED), AuditFields::createdPodName));
        return Map.copyOf(table);
    }

    private static Map<String, DocumentField> paths() {
        return Map.ofEntries(
                Map.entry("ka.auditid", at("auditID")),
                Map.entry("ka.stage", at("stage")),
                Map.entry("ka.auth.decision", at("annotations", "authorization.k8s.io/decision")),
                Map.entry("ka.auth.reason", at("annotations", "authorization.k8s.io/reason")),
                Map.entry("ka.auth.openshift.decision", at("annotations", "authentication.openshift.io/decision")),
                Map.entry("ka.auth.openshift.username", at("annotations", "authentication.openshift.io/username")),
                Map.entry(
                        "ka.validations.admission.policy.failure",
                        at("annotations", "validation.policy.admission.k8s.io/validation_failure")),
                Map.entry(
                        "ka.security.pod.violations", at("annotations", "pod-security.kubernetes.io/audit-violations")),
                Map.entry("ka.cluster.name", at("annotations", "cluster_name")),
                Map.entry("ka.user.name", at("user", "username")),
                Map.entry("ka.user.groups", listAt("user", "groups")),
                Map.entry("ka.impuser.name", at("impersonatedUser", "username")),
                Map.entry("ka.verb", at("verb")),
                Map.entry("ka.uri", at("requestURI")),
                Map.entry("ka.useragent", at("userAgent")),
                Map.entry("ka.target.name", at("objectRef", "name")),
                Map.entry("ka.target.namespace", at("objectRef", "namespace")),
                Map.entry("ka.target.resource", at("objectRef", "resource")),
                Map.entry("ka.target.subresource", at("objectRef", "subresource")),
                Map.entry("ka.req.configmap.name", at("objectRef", "name")),
                Map.entry("ka.req.configmap.obj", at("requestObject", "data")),
                Map.entry("ka.req.service.type", at("requestObject", "spec", "type")),
                Map.entry("ka.req.role.rules", listAt("requestObject", "rules")),
                Map.entry("ka.req.container.host_network", at("requestObject", "spec", "hostNetwork")),
                Map.entry("ka.req.pod.host_network", at("requestObject", "spec", "hostNetwork")),
                Map.entry("ka.req.pod.host_ipc", at("requestObject", "spec", "hostIPC")),
                Map.entry("ka.req.pod.host_pid", at("requestObject", "spec", "hostPID")),
                Map.entry("ka.req.pod.run_as_user", at("requestObject", "spec", "securityContext", "runAsUser")),
                Map.entry("ka.req.pod.run_as_group", at("requestObject", "spec", "securityContext", "runAsGroup")),
                Map.entry("ka.req.pod.fs_group", at("requestObject", "spec", "securityContext", "fsGroup")),
                Map.entry(
                        "ka.req.pod.supplemental_groups",
                        listAt("requestObject", "spec", "securityContext", "supplementalGroups")),
                Map.entry("ka.resp.name", at("responseObject", "metadata", "name")),
                Map.entry("ka.response.code", at("responseStatus", "code")),
                Map.entry("ka.response.reason", at("responseStatus", "reason")));
    }

    private static Value pretty(Json document) {
        return document.pretty().<Value>map(Value::text).orElse(Value.None.NONE);
    }

    /** A subresource that is not a string does not count for Falco. */
    private static Value createdPodName(Json document) {
        boolean pods =
                RESOURCE.in(document).map(Json::text).filter("pods"::equals).isPresent();
        boolean subresource = SUBRESOURCE
                .in(document)
                .filter(value -> value.kind() == Kind.STRING)
                .map(Json::text)
                .filter(text -> !text.isEmpty())
                .isPresent();
        return pods && !subresource
                ? CREATED.in(document).map(Json::text).<Value>map(Value::text).orElse(Value.None.NONE)
                : Value.None.NONE;
    }
}
