package io.falconer.model;

import io.falconer.condition.Operand;
import java.util.Map;
import java.util.Optional;

/**
 * Which place of the document a field of {@code k8s_audit} shows (docs/falco.md, sections 6.3 and 6.5). Only fields that show
 * one value are here. Others count as independent.
 */
final class AuditLeaves {
    /** Falco shows {@code ka} fields of events with an {@code auditID}, which every event of an API server has. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("ka.stage", "/stage"),
            Map.entry("ka.verb", "/verb"),
            Map.entry("ka.uri", "/requestURI"),
            Map.entry("ka.useragent", "/userAgent"),
            Map.entry("ka.user.name", "/user/username"),
            Map.entry("ka.impuser.name", "/impersonatedUser/username"),
            Map.entry("ka.target.name", "/objectRef/name"),
            Map.entry("ka.target.namespace", "/objectRef/namespace"),
            Map.entry("ka.target.resource", "/objectRef/resource"),
            Map.entry("ka.target.subresource", "/objectRef/subresource"),
            Map.entry("ka.req.binding.role", "/requestObject/roleRef/name"),
            Map.entry("ka.req.service.type", "/requestObject/spec/type"),
            Map.entry("ka.req.pod.host_ipc", "/requestObject/spec/hostIPC"),
            Map.entry("ka.req.pod.host_network", "/requestObject/spec/hostNetwork"),
            Map.entry("ka.req.pod.host_pid", "/requestObject/spec/hostPID"),
            Map.entry("ka.req.pod.run_as_user", "/requestObject/spec/securityContext/runAsUser"),
            Map.entry("ka.req.pod.run_as_group", "/requestObject/spec/securityContext/runAsGroup"),
            Map.entry("ka.req.pod.fs_group", "/requestObject/spec/securityContext/fsGroup"),
            Map.entry("ka.resp.name", "/responseObject/metadata/name"),
            Map.entry("ka.response.code", "/responseStatus/code"),
            Map.entry("ka.response.reason", "/responseStatus/reason"));

    private AuditLeaves() {}

    /** The place; empty if the operand shows more than one, or something made of the value. */
    static Optional<Leaf> of(Operand operand) {
        if (!(operand instanceof Operand.FieldRef field)) {
            return Optional.empty();
        }
        boolean pointer = field.name().equals("jevt.value") || field.name().equals("json.value");
        return pointer
                ? field.argument().filter(Leaf::isPlain).map(Leaf::new)
                : Optional.ofNullable(FIELDS.get(field.name())).map(Leaf::new);
    }
}
