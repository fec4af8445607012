package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes a request as audit.k8s.io/v1 Event, keys in the order in which the API server writes them. */
final class EventLine {
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(10);
    private static final Duration ANSWERED_AFTER = Duration.ofNanos(7_421_000);

    private EventLine() {}

    /** The {@code index}th request's event as one line of JSON. */
    static String of(ApiRequest request, int index, AuditOptions options) {
        Instant received = options.instant().plus(BETWEEN_REQUESTS.multipliedBy(index));
        boolean answered = options.view() == AuditView.ADMITTED;
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("kind", "Event").put("apiVersion", "audit.k8s.io/v1");
        event.put("level", answered ? "RequestResponse" : "Request");
        event.put(
                "auditID", GeneratedNames.uid(index + " " + request.uri(options.validation()) + " " + request.body()));
        event.put("stage", "ResponseComplete");
        event.put("requestURI", request.uri(options.validation()));
        event.put("verb", request.verb().word());
        ObjectNode user = event.putObject("user").put("username", request.user().name());
        ArrayNode groups = user.putArray("groups");
        request.user().groups().forEach(groups::add);
        event.putArray("sourceIPs").add("192.0.2.10");
        event.put("userAgent", request.user().agent());
        objectRef(event.putObject("objectRef"), request);
        event.putObject("responseStatus").put("code", request.code()).putObject("metadata");
        event.set("requestObject", request.body());
        if (answered) {
            event.set("responseObject", request.answer());
        }
        event.put("requestReceivedTimestamp", MICROS.format(received));
        event.put("stageTimestamp", MICROS.format(received.plus(ANSWERED_AFTER)));
        event.putObject("annotations")
                .put("authorization.k8s.io/decision", "allow")
                .put("authorization.k8s.io/reason", request.user().reason());
        return event.toString();
    }

    /** The server completes the object of the URI with the data of the object that was sent (LogRequestObject). */
    private static void objectRef(ObjectNode reference, ApiRequest request) {
        JsonNode metadata = request.body().path("metadata");
        put(reference, "resource", request.resource().plural());
        put(reference, "namespace", namespace(request));
        put(reference, "name", request.name());
        put(reference, "uid", metadata.path("uid").asText(""));
        put(reference, "apiGroup", request.resource().group());
        put(reference, "apiVersion", request.resource().version());
        put(reference, "resourceVersion", metadata.path("resourceVersion").asText(""));
        put(reference, "subresource", request.subresource());
    }

    /** For the server, the URI of a namespace is in that namespace. */
    private static String namespace(ApiRequest request) {
        boolean isNamespace = request.resource().plural().equals("namespaces")
                && request.resource().group().isEmpty();
        return isNamespace && request.verb() != Verb.CREATE ? request.name() : request.namespace();
    }

    private static void put(ObjectNode object, String key, String value) {
        if (!value.isEmpty()) {
            object.put(key, value);
        }
    }
}
