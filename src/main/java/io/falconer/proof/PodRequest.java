package io.falconer.proof;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.policy.Policy;
import io.falconer.template.PodRequestKind;

/**
 * A request that creates a pod, as an API server logs it.
 *
 * @param metadata the pod's metadata without its name
 * @param spec the pod's spec
 */
record PodRequest(PodRequestKind requestKind, String namespace, String user, ObjectNode metadata, ObjectNode spec) {
    private static final String NAME = "proof";

    /** A pod with empty metadata. */
    PodRequest(PodRequestKind requestKind, String namespace, String user, ObjectNode spec) {
        this(requestKind, namespace, user, JsonNodeFactory.instance.objectNode(), spec);
    }

    /** The audit event of the accepted request, on one line. */
    String accepted(Policy policy) {
        return event(policy).toString();
    }

    /** The audit event of the same request, refused. */
    String refused(Policy policy) {
        ObjectNode event = event(policy);
        event.putObject("responseStatus")
                .put("status", "Failure")
                .put("reason", "Forbidden")
                .put("code", 403);
        return event.toString();
    }

    /** The audit event that is logged when the request arrives. */
    String received(Policy policy) {
        ObjectNode event = event(policy);
        event.put("stage", "RequestReceived");
        return event.toString();
    }

    private ObjectNode event(Policy policy) {
        String verb = requestKind == PodRequestKind.EPHEMERAL ? "update" : "create";
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("kind", "Event").put("apiVersion", "audit.k8s.io/v1").put("level", "RequestResponse");
        event.put("auditID", "00000000-0000-4000-8000-000000000000").put("stage", "ResponseComplete");
        event.put("requestURI", uri()).put("verb", verb);
        event.putObject("user").put("username", user).putArray("groups").add("system:authenticated");
        event.putArray("sourceIPs").add("192.0.2.1");
        event.put("userAgent", "falconer");
        ObjectNode reference = event.putObject("objectRef");
        reference.put("resource", resource()).put("namespace", namespace).put("name", NAME);
        if (!group().isEmpty()) {
            reference.put("apiGroup", group());
        }
        reference.put("apiVersion", "v1");
        if (requestKind == PodRequestKind.EPHEMERAL) {
            reference.put("subresource", "ephemeralcontainers");
        }
        event.putObject("responseStatus").putObject("metadata");
        event.withObject("/responseStatus").put("code", requestKind == PodRequestKind.EPHEMERAL ? 200 : 201);
        // The object is only where the policy looks for it. The rules must not need the other object.
        event.set(policy.view().path().substring(1), object());
        event.put("requestReceivedTimestamp", "2026-01-01T00:00:00.000000Z");
        event.put("stageTimestamp", "2026-01-01T00:00:00.000000Z");
        return event;
    }

    private ObjectNode object() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("apiVersion", group().isEmpty() ? "v1" : group() + "/v1").put("kind", kind());
        object.putObject("metadata").put("name", NAME).put("namespace", namespace);
        switch (requestKind) {
            case POD, EPHEMERAL -> {
                object.withObject("/metadata").setAll(metadata);
                object.set("spec", spec);
            }
            case WORKLOAD -> template(object.putObject("spec").putObject("template"));
            case CRON_JOB ->
                template(object.putObject("spec")
                        .putObject("jobTemplate")
                        .putObject("spec")
                        .putObject("template"));
        }
        return object;
    }

    private void template(ObjectNode template) {
        if (!metadata.isEmpty()) {
            template.set("metadata", metadata);
        }
        template.set("spec", spec);
    }

    private String uri() {
        String base = group().isEmpty() ? "/api/v1" : "/apis/" + group() + "/v1";
        String part = requestKind == PodRequestKind.EPHEMERAL ? "/" + NAME + "/ephemeralcontainers" : "";
        return base + "/namespaces/" + namespace + "/" + resource() + part;
    }

    private String group() {
        return switch (requestKind) {
            case POD, EPHEMERAL -> "";
            case WORKLOAD -> "apps";
            case CRON_JOB -> "batch";
        };
    }

    private String resource() {
        return switch (requestKind) {
            case POD, EPHEMERAL -> "pods";
            case WORKLOAD -> "deployments";
            case CRON_JOB -> "cronjobs";
        };
    }

    private String kind() {
        return switch (requestKind) {
            case POD, EPHEMERAL -> "Pod";
            case WORKLOAD -> "Deployment";
            case CRON_JOB -> "CronJob";
        };
    }
}
