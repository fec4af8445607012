package io.falconer.event.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falconer.text.SourceFile;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AuditEventsTest {
    private static final AuditOptions OPTIONS = AuditOptions.at(Instant.parse("2026-03-01T10:00:00.5Z"));
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop}
            spec:
              containers: [{name: a, image: "nginx:1.27", resources: {limits: {cpu: 1}}}]
            """;

    @Test
    void aPodGivesItsCreationAsAServerLogsIt() {
        JsonNode event = events(POD, OPTIONS).getFirst();
        assertThat(fieldNames(event))
                .containsExactly(
                        "kind",
                        "apiVersion",
                        "level",
                        "auditID",
                        "stage",
                        "requestURI",
                        "verb",
                        "user",
                        "sourceIPs",
                        "userAgent",
                        "objectRef",
                        "responseStatus",
                        "requestObject",
                        "responseObject",
                        "requestReceivedTimestamp",
                        "stageTimestamp",
                        "annotations");
        assertThat(event.path("level").asText()).isEqualTo("RequestResponse");
        assertThat(event.path("stage").asText()).isEqualTo("ResponseComplete");
        assertThat(event.path("requestURI").asText()).startsWith("/api/v1/namespaces/shop/pods?");
        assertThat(event.path("objectRef"))
                .hasToString("{\"resource\":\"pods\",\"namespace\":\"shop\",\"name\":\"web\",\"apiVersion\":\"v1\"}");
        assertThat(event.at("/responseStatus/code").asInt()).isEqualTo(201);
        assertThat(event.path("requestReceivedTimestamp").asText()).isEqualTo("2026-03-01T10:00:00.500000Z");
        assertThat(event.path("stageTimestamp").asText()).isEqualTo("2026-03-01T10:00:00.507421Z");
        assertThat(event.at("/user/username").asText()).isEqualTo("kubernetes-admin");
    }

    @Test
    void theRequestIsAsSentAndTheResponseHasWhatAdmissionSurelyAdds() {
        JsonNode event = events(POD, OPTIONS).getFirst();
        JsonNode request = event.path("requestObject");
        assertThat(request.at("/spec/serviceAccountName").isMissingNode()).isTrue();
        assertThat(request.at("/spec/containers/0/resources/requests").isMissingNode())
                .isTrue();
        JsonNode response = event.path("responseObject");
        assertThat(response.at("/spec/serviceAccountName").asText()).isEqualTo("default");
        assertThat(response.at("/spec/containers/0/resources/requests/cpu").asText())
                .isEqualTo("1");
        assertThat(response.at("/spec/containers/0/imagePullPolicy").asText()).isEqualTo("IfNotPresent");
        assertThat(response.at("/metadata/uid").asText()).hasSize(36);
        assertThat(response.at("/metadata/creationTimestamp").asText()).isEqualTo("2026-03-01T10:00:00Z");
    }

    @Test
    void theRequestViewShowsNoResponse() {
        JsonNode event = events(POD, OPTIONS.withView(AuditView.REQUEST)).getFirst();
        assertThat(event.path("level").asText()).isEqualTo("Request");
        assertThat(event.has("requestObject")).isTrue();
        assertThat(event.has("responseObject")).isFalse();
    }

    @Test
    void ephemeralContainersComeAfterwardsThroughTheirSubresource() {
        List<JsonNode> events = events(POD + "  ephemeralContainers: [{name: debug, image: busybox}]\n", OPTIONS);
        assertThat(events).hasSize(2);
        assertThat(events.get(0).at("/requestObject/spec/ephemeralContainers").isMissingNode())
                .isTrue();
        JsonNode update = events.get(1);
        assertThat(update.path("verb").asText()).isEqualTo("update");
        assertThat(update.path("requestURI").asText())
                .startsWith("/api/v1/namespaces/shop/pods/web/ephemeralcontainers");
        assertThat(update.at("/objectRef/subresource").asText()).isEqualTo("ephemeralcontainers");
        assertThat(update.at("/responseStatus/code").asInt()).isEqualTo(200);
        assertThat(update.at("/requestObject/spec/ephemeralContainers/0/image").asText())
                .isEqualTo("busybox");
        assertThat(update.at("/requestObject/spec/containers/0/image").asText()).isEqualTo("nginx:1.27");
        assertThat(update.path("stageTimestamp").asText())
                .isGreaterThan(events.getFirst().path("stageTimestamp").asText());
    }

    static Stream<Arguments> workloads() {
        String template = "{metadata: {labels: {app: w}}, spec: {containers: [{name: a, image: nginx}]}}";
        return Stream.of(
                Arguments.of(
                        "apps/v1",
                        "Deployment",
                        "{template: " + template + "}",
                        "replicaset-controller",
                        "w-[b-z2-9]{10}-"),
                Arguments.of("apps/v1", "ReplicaSet", "{template: " + template + "}", "replicaset-controller", "w-"),
                Arguments.of("apps/v1", "DaemonSet", "{template: " + template + "}", "daemon-set-controller", "w-"),
                Arguments.of("apps/v1", "StatefulSet", "{template: " + template + "}", "statefulset-controller", "w-"),
                Arguments.of("batch/v1", "Job", "{template: " + template + "}", "job-controller", "w-"),
                Arguments.of(
                        "v1", "ReplicationController", "{template: " + template + "}", "replication-controller", "w-"),
                Arguments.of(
                        "batch/v1",
                        "CronJob",
                        "{jobTemplate: {spec: {template: " + template + "}}}",
                        "job-controller",
                        "w-[0-9]{8}-"));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aWorkloadGivesItsOwnCreationAndThatOfOnePodByItsController(
            String apiVersion, String kind, String spec, String controller, String generateName) {
        List<JsonNode> events = events(
                "{apiVersion: %s, kind: %s, metadata: {name: w}, spec: %s}".formatted(apiVersion, kind, spec), OPTIONS);
        assertThat(events).hasSize(2);
        assertThat(events.get(0).at("/requestObject/kind").asText()).isEqualTo(kind);
        JsonNode pod = events.get(1);
        assertThat(pod.at("/objectRef/resource").asText()).isEqualTo("pods");
        assertThat(pod.path("requestURI").asText()).isEqualTo("/api/v1/namespaces/default/pods");
        assertThat(pod.at("/user/username").asText()).isEqualTo("system:serviceaccount:kube-system:" + controller);
        assertThat(pod.at("/user/groups").toString()).contains("system:serviceaccounts:kube-system");
        assertThat(pod.at("/requestObject/metadata/generateName").asText()).matches(generateName);
        assertThat(pod.at("/requestObject/metadata/labels/app").asText()).isEqualTo("w");
        assertThat(pod.at("/requestObject/metadata/ownerReferences/0/controller")
                        .asBoolean())
                .isTrue();
        boolean stateful = kind.equals("StatefulSet");
        assertThat(pod.at("/objectRef/name").asText()).isEqualTo(stateful ? "w-0" : "");
        assertThat(pod.at("/responseObject/metadata/name").asText())
                .matches(stateful ? "w-0" : generateName + "[b-z2-9]{5}");
    }

    @Test
    void aStatefulSetsPodHasItsIdentityAndItsClaims() {
        JsonNode pod = events("""
                        apiVersion: apps/v1
                        kind: StatefulSet
                        metadata: {name: db, namespace: shop}
                        spec:
                          serviceName: dbs
                          ordinals: {start: 3}
                          template:
                            spec:
                              containers: [{name: a, image: pg}]
                              volumes: [{name: data, emptyDir: {}}, {name: tmp}]
                          volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce]}}]
                        """, OPTIONS).get(1).path("requestObject");
        assertThat(pod.at("/metadata/name").asText()).isEqualTo("db-3");
        assertThat(pod.at("/metadata/namespace").asText()).isEqualTo("shop");
        assertThat(pod.at("/metadata/labels/apps.kubernetes.io~1pod-index").asText())
                .isEqualTo("3");
        assertThat(pod.at("/spec/hostname").asText()).isEqualTo("db-3");
        assertThat(pod.at("/spec/subdomain").asText()).isEqualTo("dbs");
        assertThat(pod.at("/spec/volumes"))
                .hasToString("[{\"name\":\"data\",\"persistentVolumeClaim\":{\"claimName\":\"data-db-3\"}},"
                        + "{\"name\":\"tmp\",\"emptyDir\":{}}]");
    }

    @Test
    void aJobsPodWaitsToBeCounted() {
        String job = "{apiVersion: batch/v1, kind: Job, metadata: {name: j}, spec: {template:"
                + " {metadata: {finalizers: [x/y]}, spec: {containers: [{name: a, image: b}]}}}}";
        assertThat(events(job, OPTIONS).get(1).at("/requestObject/metadata/finalizers"))
                .hasToString("[\"x/y\",\"batch.kubernetes.io/job-tracking\"]");
    }

    @Test
    void aReferenceNamesWhatTheObjectSaysOfItself() {
        String pod = "{apiVersion: v1, kind: Pod, metadata: {name: p, uid: u, resourceVersion: \"7\"},"
                + " spec: {containers: [{name: a, image: b}]}}";
        assertThat(events(pod, OPTIONS.withVerb(Verb.UPDATE)).getFirst().path("objectRef"))
                .hasToString("{\"resource\":\"pods\",\"namespace\":\"default\",\"name\":\"p\",\"uid\":\"u\","
                        + "\"apiVersion\":\"v1\",\"resourceVersion\":\"7\"}");
    }

    @ParameterizedTest
    @CsvSource({"CREATE, ''", "UPDATE, shop", "PATCH, shop", "DELETE, shop"})
    void aNamespaceLiesInItself(Verb verb, String namespace) {
        JsonNode event = events("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}", OPTIONS.withVerb(verb))
                .getFirst();
        assertThat(event.at("/objectRef/namespace").asText()).isEqualTo(namespace);
    }

    @Test
    void unknownKindsPassAsTheirOwnResource() {
        JsonNode event = events(
                        "{apiVersion: x.io/v1, kind: Policy, metadata: {name: p}, spec: {any: [1, {a: b}]}}", OPTIONS)
                .getFirst();
        assertThat(event.path("requestURI").asText()).startsWith("/apis/x.io/v1/namespaces/default/policies?");
        assertThat(event.at("/requestObject/spec")).hasToString("{\"any\":[1,{\"a\":\"b\"}]}");
    }

    @Test
    void clusterWideObjectsHaveNoNamespace() {
        String role = "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: r}, rules: []}";
        JsonNode event = events(role, OPTIONS.withNamespace("shop")).getFirst();
        assertThat(event.path("requestURI").asText()).startsWith("/apis/rbac.authorization.k8s.io/v1/clusterroles?");
        assertThat(event.at("/objectRef/namespace").isMissingNode()).isTrue();
        assertThat(event.at("/requestObject/metadata/namespace").isMissingNode())
                .isTrue();
    }

    @Test
    void theNamespaceThatIsAskedForWins() {
        JsonNode event = events(POD, OPTIONS.withNamespace("payments")).getFirst();
        assertThat(event.at("/objectRef/namespace").asText()).isEqualTo("payments");
        assertThat(event.at("/requestObject/metadata/namespace").asText()).isEqualTo("payments");
    }

    @ParameterizedTest
    @CsvSource({"UPDATE, update, 200, LimitRange", "PATCH, patch, 200, LimitRange", "DELETE, delete, 200, DeleteOptions"
    })
    void otherVerbsNameTheObjectInTheUri(Verb verb, String word, int code, String body) {
        JsonNode event = events("{apiVersion: v1, kind: LimitRange, metadata: {name: l}}", OPTIONS.withVerb(verb))
                .getFirst();
        assertThat(event.path("verb").asText()).isEqualTo(word);
        assertThat(event.path("requestURI").asText()).startsWith("/api/v1/namespaces/default/limitranges/l");
        assertThat(event.at("/responseStatus/code").asInt()).isEqualTo(code);
        assertThat(event.at("/requestObject/kind").asText()).isEqualTo(body);
    }

    @Test
    void serviceAccountsAreInTheirGroups() {
        JsonNode user = events(POD, OPTIONS.withUser("system:serviceaccount:ci:deployer"))
                .getFirst()
                .path("user");
        assertThat(user.path("groups"))
                .hasToString("[\"system:serviceaccounts\",\"system:serviceaccounts:ci\",\"system:authenticated\"]");
    }

    @Test
    void theSameInputGivesTheSameEventsAndNoTwoShareAnId() {
        String twice = POD + "---\n" + POD;
        List<JsonNode> events = events(twice, OPTIONS);
        assertThat(events(twice, OPTIONS)).isEqualTo(events);
        assertThat(events).extracting(e -> e.path("auditID").asText()).doesNotHaveDuplicates();
        assertThat(events)
                .extracting(e -> e.at("/responseObject/metadata/uid").asText())
                .doesNotHaveDuplicates();
    }

    private static List<JsonNode> events(String manifest, AuditOptions options) {
        JsonMapper mapper = new JsonMapper();
        return AuditEvents.of(
                        Manifests.read(SourceFile.of("f", manifest)).value().orElseThrow(), options)
                .stream()
                .map(line -> {
                    try {
                        return mapper.readTree(line);
                    } catch (JsonProcessingException e) {
                        throw new AssertionError(line, e);
                    }
                })
                .toList();
    }

    private static List<String> fieldNames(JsonNode object) {
        return object.properties().stream().map(e -> e.getKey()).toList();
    }
}
