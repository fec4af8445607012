package io.falconer.event.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
    @Test
    void everyDocumentAndEveryListItemIsAnObject() {
        List<ManifestObject> objects = objects("""
                apiVersion: v1
                kind: Namespace
                metadata: {name: a}
                ---
                ---
                apiVersion: v1
                kind: List
                items:
                - {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}
                - {apiVersion: example.com/v1, kind: Falcon, metadata: {name: c}}
                ---
                {"apiVersion": "v1", "kind": "PodList", "items": [{"metadata": {"name": "d"},
                  "spec": {"containers": [{"name": "a"}]}}]}
                """);
        assertThat(objects)
                .extracting(o -> o.resource().kind() + " "
                        + o.object().at("/metadata/name").asText())
                .containsExactly("Namespace a", "ConfigMap b", "Falcon c", "Pod d");
        assertThat(objects.get(2).location().start().line()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "v1, Pod, pods, true",
        "apps/v1, Deployment, deployments, true",
        "networking.k8s.io/v1, NetworkPolicy, networkpolicies, true",
        "networking.k8s.io/v1, Ingress, ingresses, true",
        "networking.k8s.io/v1, IngressClass, ingressclasses, false",
        "v1, Endpoints, endpoints, true",
        "rbac.authorization.k8s.io/v1, ClusterRoleBinding, clusterrolebindings, false",
        "node.k8s.io/v1, RuntimeClass, runtimeclasses, false",
        "v1, Namespace, namespaces, false",
        "gateway.networking.k8s.io/v1, Gateway, gateways, true",
        "gateway.networking.k8s.io/v1, GatewayClass, gatewayclasses, false",
        "security.openshift.io/v1, SecurityContextConstraints, securitycontextconstraints, false",
        "k8s.cni.cncf.io/v1, NetworkAttachmentDefinition, network-attachment-definitions, true",
        "constraints.gatekeeper.sh/v1beta1, K8sRequiredLabels, k8srequiredlabels, false",
        "cert-manager.io/v1, ClusterIssuer, clusterissuers, false",
        "monitoring.coreos.com/v1, Prometheus, prometheuses, true",
        "example.com/v1, Mesh, meshes, true",
        "example.com/v1, Box, boxes, true",
        "example.com/v1, Key, keys, true",
        "example.com/v1, Proxy, proxies, true"
    })
    void kindsAreNamedAsTheServerNamesThem(String apiVersion, String kind, String plural, boolean namespaced) {
        assertThat(Resource.of(apiVersion, kind))
                .extracting(Resource::plural, Resource::namespaced)
                .containsExactly(plural, namespaced);
    }

    @Test
    void scalarsMeanWhatTheyMeanToKubectl() {
        JsonNode data = objects("""
                        apiVersion: example.com/v1
                        kind: Any
                        metadata: {name: x}
                        data: {mode: 0644, hex: 0x1F, on: off, half: .5, big: 1e3, text: "8080", version: 1.2.3, gone: ~}
                        """).getFirst().object().path("data");
        assertThat(data)
                .hasToString("{\"mode\":420,\"hex\":31,\"on\":false,\"half\":0.5,\"big\":1000,\"text\":\"8080\","
                        + "\"version\":\"1.2.3\"}");
    }

    @Test
    void mergeKeysAreMerged() {
        JsonNode spec = objects("""
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: x}
                        spec:
                          containers:
                          - &base {name: a, image: nginx}
                          - {<<: *base, name: b}
                        """).getFirst().object().path("spec");
        assertThat(spec.at("/containers/1/name").asText()).isEqualTo("b");
        assertThat(spec.at("/containers/1/image").asText()).isEqualTo("nginx");
    }

    @ParameterizedTest
    @CsvSource({
        "STRICT, ERROR, false",
        "WARN, WARNING, true",
        "IGNORE, , true",
    })
    void unknownFieldsAreDroppedUnlessTheServerRefusesThem(FieldValidation validation, String severity, boolean read) {
        Outcome<List<ManifestObject>> outcome = Manifests.read(SourceFile.of("f", """
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: x}
                        spec: {containers: [{name: a, image: b, fromTheFuture: {deep: [1]}}]}
                        """), validation);
        assertThat(outcome.diagnostics())
                .extracting(problem -> problem.severity() + " " + Manifest.line(problem))
                .isEqualTo(
                        severity == null
                                ? List.of()
                                : List.of(severity + " f:4:41: manifest-unknown-field:"
                                        + " spec.containers[0].fromTheFuture is not a field of Pod"));
        assertThat(outcome.value().isPresent()).isEqualTo(read);
        outcome.value().ifPresent(objects -> {
            assertThat(objects.getFirst().object().at("/spec/containers/0"))
                    .hasToString("{\"image\":\"b\",\"name\":\"a\"}");
            AuditOptions options = AuditOptions.at(Instant.EPOCH).withValidation(validation);
            assertThat(AuditEvents.of(objects, options).getFirst())
                    .contains("&fieldValidation=" + validation.word() + "\"");
        });
    }

    @Test
    void quantitiesAreTextsHoweverTheyWereWritten() {
        JsonNode pod = objects("""
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: x}
                        spec: {containers: [{name: a, image: b, resources: {limits: {cpu: 0.5, memory: 128Mi, "x/y": 0}}}]}
                        """).getFirst().object();
        assertThat(pod.at("/spec/containers/0/resources/limits"))
                .hasToString("{\"cpu\":\"0.5\",\"memory\":\"128Mi\",\"x/y\":\"0\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "0.5", ".5", "5.", "-1", "+1", "500m", "100n", "1k", "1Ei", "1E", "1e3", "1E-3", "'7'"})
    void quantitiesAreWrittenAsTheServerReadsThem(String quantity) {
        String quota = "{apiVersion: v1, kind: ResourceQuota, metadata: {name: q}, spec: {hard: {pods: %s}}}";
        assertThat(Manifest.problems(quota.formatted(quantity))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "x", "1 Mi", "1mi", "1MB", "1KiB", "1.2.3", "1e", "--1", "1Mi ,", "0x"})
    void otherTextsAreNoQuantities(String quantity) {
        String quota = "{apiVersion: v1, kind: ResourceQuota, metadata: {name: q}, spec: {hard: {pods: \"%s\"}}}";
        assertThat(Manifest.problems(quota.formatted(quantity)))
                .containsExactly("f:1:80: manifest-wrong-type: spec.hard.pods must be a quantity, not the text \""
                        + quantity + "\"");
    }

    @Test
    void portsMayBeNumbersOrNames() {
        JsonNode spec = objects("""
                        apiVersion: v1
                        kind: Service
                        metadata: {name: x}
                        spec: {ports: [{port: 80, targetPort: 8080}, {port: 81, targetPort: http}]}
                        """).getFirst().object().path("spec");
        assertThat(spec.at("/ports/0/targetPort").isInt()).isTrue();
        assertThat(spec.at("/ports/1/targetPort").asText()).isEqualTo("http");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- a: b | 1:1 | manifest-not-object | a Kubernetes object must be a mapping, not a list",
                "kind: Pod | 1:1 | manifest-missing-key | this is not a Kubernetes object: it has no apiVersion",
                "{apiVersion: v1, kind: ~} | 1:2 | manifest-missing-key | this is not a Kubernetes object: it has no kind",
                "{apiVersion: v1, kind: Pod} | 1:24 | manifest-missing-key | the Pod has no metadata.name",
                "{apiVersion: x/v1, kind: Y, metadata: []} | 1:39 | manifest-wrong-type | metadata must be a mapping, not a list",
                "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {}} | 1:29 | manifest-missing-key | the Deployment has no spec.template",
                "{apiVersion: v1, kind: Pod, metadata: {name: p, labels: {a: 1}}} | 1:61 | manifest-wrong-type | metadata.labels.a must be a text, not 1",
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: {name: a}}} | 1:69 | manifest-wrong-type | spec.containers must be a list, not a mapping",
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {hostNetwork: 'yes'}} | 1:70 | manifest-wrong-type | spec.hostNetwork must be true or false, not the text yes",
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [a]}} | 1:70 | manifest-wrong-type | spec.containers[0] must be a mapping, not \"a\"",
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [~]}} | 1:70 | manifest-invalid | a list item without a value",
                "{apiVersion: v1, kind: Pod, metadata: {name: p, name: q}} | 1:49 | manifest-invalid | the key \"name\" occurs twice",
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {priority: .inf}} | 1:67 | manifest-invalid | JSON cannot express the number .inf",
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {priority: 1.5}} | 1:67 | manifest-wrong-type | spec.priority must be a number, not 1.5",
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {imagePullSecrets: [a]}} | 1:76 | manifest-wrong-type | spec.imagePullSecrets[0] must be a mapping, not \"a\"",
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {securityContext: ''}} | 1:74 | manifest-wrong-type | spec.securityContext must be a mapping, not the text \"\"",
                "{apiVersion: v1, kind: ResourceQuota, metadata: {name: q}, spec: {hard: {cpu: 1 Core}}} | 1:79 | manifest-wrong-type | spec.hard.cpu must be a quantity, not \"1 Core\"",
                "{apiVersion: v1, kind: ResourceQuota, metadata: {name: q}, spec: {hard: {cpu: true}}} | 1:79 | manifest-wrong-type | spec.hard.cpu must be a quantity, not true",
                "{apiVersion: v1, kind: ResourceQuota, metadata: {name: q}, spec: {hard: {cpu: {m: 1}}}} | 1:79 | manifest-wrong-type | spec.hard.cpu must be a quantity, not a mapping",
                "{apiVersion: v1, kind: ResourceQuota, metadata: {name: q}, spec: {hard: {cpu: [1]}}} | 1:79 | manifest-wrong-type | spec.hard.cpu must be a quantity, not a list"
            })
    void whatTheServerWouldRefuseIsReportedWhereItStands(String text, String place, String code, String message) {
        Outcome<List<ManifestObject>> outcome = Manifests.read(SourceFile.of("f", text));
        assertThat(outcome.value()).isEmpty();
        assertThat(outcome.diagnostics()).hasSize(1);
        Diagnostic diagnostic = outcome.diagnostics().getFirst();
        assertThat(diagnostic.code() + ": " + diagnostic.message().replace("\"yes\"", "yes"))
                .isEqualTo(code + ": " + message);
        assertThat(diagnostic.location()).hasToString("Optional[f:" + place + "]");
    }

    @Test
    void oneBadObjectDoesNotHideTheNext() {
        Outcome<List<ManifestObject>> outcome = Manifests.read(SourceFile.of("f", "kind: A\n---\n[]\n---\n1\n"));
        assertThat(outcome.diagnostics()).hasSize(3);
    }

    private static List<ManifestObject> objects(String text) {
        Outcome<List<ManifestObject>> outcome = Manifests.read(SourceFile.of("f", text));
        assertThat(outcome.diagnostics()).isEmpty();
        return outcome.value().orElseThrow();
    }
}
