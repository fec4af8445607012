package io.falconer.event.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconer.event.AuditEvent;
import io.falconer.event.Event;
import io.falconer.event.Origin;
import io.falconer.event.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Audit events as the log services of managed clusters hand them out. */
class EnvelopeTest {
    private static final String EVENT =
            "{\"kind\":\"Event\",\"auditID\":\"a\",\"stageTimestamp\":\"2026-03-01T10:00:00Z\",\"verb\":\"get\"}";

    private final EventReader reader = new EventReader();

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String document(Event event) {
        return ((AuditEvent) event).document().compact();
    }

    @Test
    void cloudWatchLogsOfEks() {
        var message = Map.of("id", "1", "timestamp", 1, "message", EVENT);
        String subscription = json(Map.of(
                "messageType",
                "DATA_MESSAGE",
                "logEvents",
                List.of(message, Map.of("message", "I0301 not json"), message)));
        String filtered = json(Map.of("events", List.of(message), "searchedLogStreams", List.of()));
        List<Event> events = reader.read("f", subscription + "\n" + json(message) + "\n" + filtered);
        assertThat(events).hasSize(4).allSatisfy(event -> assertThat(document(event))
                .isEqualTo(EVENT));
        assertThat(events.get(1).origin()).isEqualTo(new Origin("f", 1, OptionalInt.of(2)));
        assertThat(events.get(2).origin()).isEqualTo(new Origin("f", 2, OptionalInt.empty()));
        assertThat(reader.skips().counts()).isEqualTo(Map.of(SkipReason.NOT_AN_EVENT, 1L));
    }

    @Test
    void azureMonitorRecordsOfAks() {
        var entry = Map.of("category", "kube-audit", "properties", Map.of("log", EVENT + "\n", "pod", "p"));
        String records = json(Map.of("records", List.of(entry, Map.of("properties", Map.of()), entry)));
        List<Event> events = reader.read("f", records + "\n" + json(entry) + "\n[" + json(entry) + "]");
        assertThat(events).hasSize(4).allSatisfy(event -> assertThat(document(event))
                .isEqualTo(EVENT));
        assertThat(reader.skips().first())
                .isEqualTo(Map.of(SkipReason.NOT_AN_EVENT, List.of(new Origin("f", 1, OptionalInt.of(1)))));
    }

    @Test
    void aMessageMayHoldAListAndIsJudgedAsALineIs() {
        var list = Map.of("message", "{\"kind\":\"EventList\",\"items\":[" + EVENT + "," + EVENT + "]}");
        var mixed = Map.of("message", "[" + EVENT + ",{}]");
        var broken = Map.of("message", "{");
        var nested = Map.of("message", json(list));
        List<Event> events = reader.read("f", json(Map.of("logEvents", List.of(list, mixed, broken, nested))));
        assertThat(events).hasSize(2);
        assertThat(reader.skips().counts()).isEqualTo(Map.of(SkipReason.NOT_AN_EVENT, 2L, SkipReason.INVALID_JSON, 1L));
    }

    private static String gke(String resourceName, String methodName) {
        return """
                {"insertId":"id-1","logName":"projects/p/logs/cloudaudit.googleapis.com%%2Factivity",
                 "receiveTimestamp":"2026-03-01T10:00:00.123456789Z","timestamp":"2026-03-01T09:59:59Z",
                 "labels":{"authorization.k8s.io/decision":"allow","cluster_name":"x"},
                 "resource":{"type":"k8s_cluster","labels":{"cluster_name":"prod","location":"eu"}},
                 "protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog","serviceName":"k8s.io",
                  "methodName":"%s","resourceName":"%s",
                  "authenticationInfo":{"principalEmail":"bob@example.com"},
                  "requestMetadata":{"callerIp":"1.2.3.4","callerSuppliedUserAgent":"kubectl <1>"},
                  "request":{"spec":{"b":1.0,"a":"<x>"},"@type":"core.k8s.io/v1.Pod"},
                  "status":{"code":7}}}
                """.formatted(methodName, resourceName);
    }

    @Test
    void cloudAuditLogsOfGke() {
        List<Event> events =
                reader.read("f", gke("core/v1/namespaces/default/pods/nginx", "io.k8s.core.v1.pods.create"));
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.nanos()).isEqualTo(1_772_359_200_123_456_789L);
            assertThat(document(event))
                    .isEqualTo("{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"level\":\"RequestResponse\","
                            + "\"auditID\":\"id-1\",\"stage\":\"ResponseComplete\","
                            + "\"requestURI\":\"/core/v1/namespaces/default/pods/nginx\",\"verb\":\"create\","
                            + "\"user\":{\"username\":\"bob@example.com\"},\"sourceIPs\":[\"1.2.3.4\"],"
                            + "\"userAgent\":\"kubectl \\u003c1\\u003e\","
                            + "\"objectRef\":{\"resource\":\"pods\",\"namespace\":\"default\",\"name\":\"nginx\","
                            + "\"apiGroup\":\"core\",\"apiVersion\":\"v1\"},"
                            + "\"responseStatus\":{\"metadata\":{},\"status\":\"Created (inferred)\","
                            + "\"message\":\"Created (inferred)\",\"code\":201},"
                            + "\"requestObject\":{\"@type\":\"core.k8s.io/v1.Pod\",\"spec\":{\"a\":\"\\u003cx\\u003e\",\"b\":1}},"
                            + "\"requestReceivedTimestamp\":\"2026-03-01T10:00:00.123456Z\","
                            + "\"stageTimestamp\":\"2026-03-01T10:00:00.123456Z\","
                            + "\"annotations\":{\"authorization.k8s.io/decision\":\"allow\",\"cluster_name\":\"prod\","
                            + "\"location\":\"eu\"}}");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "core/v1/namespaces/default/pods/nginx/exec | pods | default | nginx | exec | 101 | ResponseStarted",
                "core/v1/namespaces/default/pods | pods | default | - | - | 200 | ResponseComplete",
                "core/v1/namespaces/default | namespaces | - | default | - | 200 | ResponseComplete",
                "core/v1/nodes/n1/status | nodes | - | n1 | status | 200 | ResponseComplete",
                "core/v1/nodes | - | - | - | - | 200 | ResponseComplete",
            })
    void resourceNamesAreTakenApart(
            String name,
            String resource,
            String namespace,
            String object,
            String subresource,
            String code,
            String stage) {
        AuditEvent event =
                (AuditEvent) reader.read("f", gke(name, "io.k8s.x.get")).getFirst();
        assertThat(text(event, "objectRef", "resource")).isEqualTo(resource == null ? "" : resource);
        assertThat(text(event, "objectRef", "namespace")).isEqualTo(namespace == null ? "" : namespace);
        assertThat(text(event, "objectRef", "name")).isEqualTo(object == null ? "" : object);
        assertThat(text(event, "objectRef", "subresource")).isEqualTo(subresource == null ? "" : subresource);
        assertThat(text(event, "responseStatus", "code")).isEqualTo(code);
        assertThat(text(event, "stage")).isEqualTo(stage);
    }

    private static String text(AuditEvent event, String... path) {
        Optional<Json> at = Optional.of(event.document());
        for (String key : path) {
            at = at.flatMap(value -> value.get(key));
        }
        return at.map(Json::text).orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "k8s_cluster, gce_instance, NOT_AN_EVENT",
        "k8s.io\", compute.googleapis.com\", NOT_AN_EVENT",
        "2Factivity, 2Fsystem_event, NOT_AN_EVENT",
        "2026-03-01T10, yesterday, NO_TIMESTAMP"
    })
    void whatIsNotOfAClusterIsDroppedAlone(String part, String other, SkipReason reason) {
        String good = gke("core/v1/nodes/n", "io.k8s.core.v1.nodes.get");
        assertThat(reader.read("f", "[" + good.replace(part, other) + "," + good + "]"))
                .hasSize(1);
        assertThat(reader.skips().first()).isEqualTo(Map.of(reason, List.of(new Origin("f", 1, OptionalInt.of(0)))));
    }
}
