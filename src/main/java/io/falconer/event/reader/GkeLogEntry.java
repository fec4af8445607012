package io.falconer.event.reader;

import io.falconer.event.json.Json;
import io.falconer.event.json.Kind;
import io.falconer.event.json.Member;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A log entry of Google's Cloud Audit Logs, converted to an audit event as the plugin k8saudit-gke does. What the log does not
 * contain is inferred in the same way: the response code from the verb, and nothing from {@code protoPayload.status}. Groups
 * and impersonation are unknown.
 */
final class GkeLogEntry {
    private final Json entry;
    private final Json payload;

    private GkeLogEntry(Json entry, Json payload) {
        this.entry = entry;
        this.payload = payload;
    }

    /** The event. An entry that the plugin drops, because it does not come from a cluster's API server, is not an event. */
    static Candidate convert(Json entry) {
        var log = new GkeLogEntry(entry, entry.get("protoPayload").orElse(entry));
        if (!log.isOfCluster()) {
            return new Candidate.Failed(SkipReason.NOT_AN_EVENT);
        }
        OptionalLong time = GoTimestamp.nanos(text(entry, "receiveTimestamp", text(entry, "timestamp", "")));
        return time.isPresent()
                ? new Candidate.Timed(log.event(time.getAsLong()), time.getAsLong())
                : new Candidate.Failed(SkipReason.NO_TIMESTAMP);
    }

    private boolean isOfCluster() {
        String name = text(entry, "logName", "");
        return (name.endsWith("cloudaudit.googleapis.com%2Factivity")
                        || name.endsWith("cloudaudit.googleapis.com%2Fdata_access"))
                && entry.get("resource")
                        .map(resource -> text(resource, "type", ""))
                        .filter("k8s_cluster"::equals)
                        .isPresent()
                && text(payload, "@type", "").equals("type.googleapis.com/google.cloud.audit.AuditLog")
                && text(payload, "serviceName", "").equals("k8s.io");
    }

    private Json event(long nanos) {
        String resourceName = text(payload, "resourceName", "");
        Optional<GkeResource> target = GkeResource.of(resourceName);
        boolean streams = target.map(GkeResource::subresource)
                .filter(List.of("attach", "exec")::contains)
                .isPresent();
        String method = text(payload, "methodName", "");
        String verb = method.substring(method.lastIndexOf('.') + 1);
        String time = GoJson.microTime(nanos);
        var event = new GoJson()
                .text("kind", "Event")
                .text("apiVersion", "audit.k8s.io/v1")
                .text("level", streams ? "Request" : "RequestResponse")
                .text("auditID", text(entry, "insertId", ""))
                .text("stage", streams ? "ResponseStarted" : "ResponseComplete")
                .text("requestURI", "/" + resourceName)
                .text("verb", verb)
                .raw(
                        "user",
                        new GoJson()
                                .unlessEmpty("username", member("authenticationInfo", "principalEmail"))
                                .close())
                .raw("sourceIPs", "[" + GoJson.quote(member("requestMetadata", "callerIp")) + "]")
                .unlessEmpty("userAgent", member("requestMetadata", "callerSuppliedUserAgent"));
        target.ifPresent(resource -> event.raw("objectRef", resource.json()));
        event.raw("responseStatus", status(verb, streams));
        object("request").ifPresent(request -> event.raw("requestObject", GoJson.struct(request)));
        object("response").ifPresent(response -> event.raw("responseObject", GoJson.struct(response)));
        event.text("requestReceivedTimestamp", time).text("stageTimestamp", time);
        Map<String, String> labels = labels();
        if (!labels.isEmpty()) {
            var annotations = new GoJson();
            labels.forEach(annotations::text);
            event.raw("annotations", annotations.close());
        }
        return Json.parse(event.close()).orElseThrow();
    }

    private static String status(String verb, boolean streams) {
        String what = streams ? "Switching Protocols" : verb.equals("create") ? "Created" : "OK";
        String code = streams ? "101" : verb.equals("create") ? "201" : "200";
        return new GoJson()
                .raw("metadata", "{}")
                .text("status", what + " (inferred)")
                .text("message", what + " (inferred)")
                .raw("code", code)
                .close();
    }

    /**
     * The labels of the entry and of the cluster, including {@code cluster_name}. If both have a label, the cluster's is used.
     */
    private Map<String, String> labels() {
        var labels = new TreeMap<String, String>();
        entry.get("labels").ifPresent(own -> own.members().forEach(label -> put(labels, label)));
        entry.get("resource").flatMap(resource -> resource.get("labels")).ifPresent(own -> own.members()
                .forEach(label -> put(labels, label)));
        return labels;
    }

    private static void put(Map<String, String> labels, Member label) {
        labels.put(label.key(), label.value().text());
    }

    private Optional<Json> object(String key) {
        return payload.get(key).filter(value -> value.kind() == Kind.OBJECT);
    }

    private String member(String object, String key) {
        return payload.get(object).map(value -> text(value, key, "")).orElse("");
    }

    private static String text(Json object, String key, String otherwise) {
        return object.get(key)
                .filter(value -> value.kind() == Kind.STRING)
                .map(Json::text)
                .orElse(otherwise);
    }
}
