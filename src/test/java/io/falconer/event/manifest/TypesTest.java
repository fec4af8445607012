package io.falconer.event.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.Severity;
import io.falconer.text.SourceFile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The types of objects, their fields and their places. */
class TypesTest {
    private static final String TEMPLATE =
            "template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, securityContext: {privileged: true}}]}}";

    @ParameterizedTest
    @CsvSource({
        "batch/v1beta1, CronJob, 1.25, batch/v1, Job",
        "batch/v2alpha1, CronJob, 1.21, batch/v1, Job",
        "extensions/v1beta1, DaemonSet, 1.16, apps/v1, DaemonSet",
        "extensions/v1beta1, Deployment, 1.16, apps/v1, ReplicaSet",
        "extensions/v1beta1, ReplicaSet, 1.16, apps/v1, ReplicaSet",
        "apps/v1beta1, Deployment, 1.16, apps/v1, ReplicaSet",
        "apps/v1beta1, StatefulSet, 1.16, apps/v1, StatefulSet",
        "apps/v1beta2, DaemonSet, 1.16, apps/v1, DaemonSet"
    })
    void workloadsOfOldVersionsGiveTheirPods(
            String apiVersion, String kind, String release, String replacement, String owner) {
        String spec = kind.equals("CronJob") ? "jobTemplate: {spec: {" + TEMPLATE + "}}" : TEMPLATE;
        Outcome<List<ManifestObject>> outcome = Manifests.read(SourceFile.of(
                "f",
                "{apiVersion: " + apiVersion + ", kind: " + kind + ", metadata: {name: x}, spec: {" + spec
                        + ", rollbackTo: {revision: 1}}}"));
        Diagnostic warning = outcome.diagnostics().getFirst();
        assertThat(outcome.diagnostics()).hasSize(1);
        assertThat(warning.severity()).isEqualTo(Severity.WARNING);
        assertThat(Manifest.line(warning))
                .isEqualTo("f:1:14: manifest-old-version: Kubernetes " + release + " and later refuse " + apiVersion
                        + " " + kind);
        assertThat(warning.hint()).contains("write apiVersion: " + replacement);
        List<JsonNode> events = AuditEvents.of(outcome.value().orElseThrow(), AuditOptions.at(Instant.EPOCH)).stream()
                .map(Manifest::json)
                .toList();
        assertThat(events).hasSize(2);
        assertThat(events.getFirst().path("requestURI").asText()).startsWith("/apis/" + apiVersion + "/");
        JsonNode pod = events.getLast().path("responseObject");
        assertThat(pod.at("/spec/containers/0/securityContext/privileged").asBoolean())
                .isTrue();
        assertThat(pod.at("/spec/restartPolicy").asText()).isEqualTo("Always");
        assertThat(pod.at("/metadata/ownerReferences/0/apiVersion").asText()).isEqualTo(replacement);
        assertThat(pod.at("/metadata/ownerReferences/0/kind").asText()).isEqualTo(owner);
    }

    @Test
    void objectsWithoutPodsAreOldToo() {
        Outcome<List<ManifestObject>> outcome = Manifests.read(
                SourceFile.of("f", "{apiVersion: networking.k8s.io/v1beta1, kind: Ingress, metadata: {name: x}}"));
        assertThat(outcome.value().orElseThrow()).hasSize(1);
        assertThat(outcome.diagnostics()).extracting(Diagnostic::code).containsExactly("manifest-old-version");
    }

    @ParameterizedTest
    @CsvSource({
        "v1, Deployment, write apiVersion: apps/v1 and kind: Deployment",
        "apps/v1, CronJob, write apiVersion: batch/v1 and kind: CronJob",
        "apps/v1, Deploymnet, write apiVersion: apps/v1 and kind: Deployment",
        "apps/v2, DaemonSet, write apiVersion: apps/v1 and kind: DaemonSet",
        "V1, pod, write apiVersion: v1 and kind: Pod",
        "extensions/v1beta1, Job, write apiVersion: batch/v1 and kind: Job",
        "rbac.authorization.k8s.io/v1, RoleBindings, write apiVersion: rbac.authorization.k8s.io/v1 and kind: RoleBinding",
        "v1, Falcon, kubectl api-resources lists what a cluster knows"
    })
    void aTypeThatNoServerKnowsIsRefused(String apiVersion, String kind, String hint) {
        Diagnostic problem = Manifests.read(
                        SourceFile.of("f", "{apiVersion: " + apiVersion + ", kind: " + kind + ", metadata: {name: x}}"))
                .diagnostics()
                .getFirst();
        assertThat(Manifest.line(problem))
                .isEqualTo("f:1:14: manifest-invalid: no API server knows " + apiVersion + " " + kind);
        assertThat(problem.hint()).contains(hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pod | metadata: {name: x, ^label: {a: b}}, spec: {containers: [{name: a}]} | metadata.label | did you mean \"labels\"?",
                "Pod | metadata: {name: x}, spec: {^hostPid: true, containers: [{name: a}]} | spec.hostPid | did you mean \"hostPID\"?",
                "Pod | metadata: {name: x}, ^hostPID: true, spec: {containers: [{name: a}]} | hostPID | it belongs in spec",
                "Pod | metadata: {name: x}, spec: {^privileged: true, containers: [{name: a}]} | spec.privileged | it belongs in securityContext of a container",
                "Pod | metadata: {name: x}, spec: {containers: [{name: a, ^runAsUser: 0}]} | spec.containers[0].runAsUser | it belongs in securityContext of a container or of the pod",
                "Pod | metadata: {name: x}, spec: {containers: [{name: a, ^fsGroup: 0}]} | spec.containers[0].fsGroup | it belongs in securityContext of the pod",
                "Pod | metadata: {name: x}, spec: {^image: b, containers: [{name: a}]} | spec.image | it belongs in a container",
                "Pod | metadata: {name: x}, spec: {containers: [{name: a, env: [{name: A, ^val: b}]}]} | spec.containers[0].env[0].val | kubectl explain lists the fields of each kind",
                "Pod | metadata: {name: x}, spec: {containers: [{name: a, ^a/b~c: 1}]} | spec.containers[0].a/b~c | kubectl explain lists the fields of each kind",
                "ConfigMap | metadata: {name: x}, ^binarydata: {} | binarydata | did you mean \"binaryData\"?",
                "Service | metadata: {name: x}, ^labels: {a: b} | labels | it belongs in metadata"
            })
    void aFieldInTheWrongPlaceIsRefused(String kind, String text, String path, String hint) {
        String manifest = "{apiVersion: v1, kind: " + kind + ", " + text + "}";
        Manifest.assertProblem(manifest, "manifest-unknown-field: " + path + " is not a field of " + kind);
        assertThat(Manifests.read(SourceFile.of("f", manifest.replace("^", "")))
                        .diagnostics()
                        .getFirst()
                        .hint())
                .contains(hint);
    }

    @Test
    void theFieldsOfAPodBelongIntoTheTemplateOfAWorkload() {
        Manifest.assertProblem(
                "{apiVersion: apps/v1, kind: Deployment, metadata: {name: x}, spec: {^hostPID: true, " + TEMPLATE
                        + "}}",
                "manifest-unknown-field: spec.hostPID is not a field of Deployment");
    }

    @Test
    void fieldsWithNamesOfAnyKindAreKnown() {
        assertThat(Manifest.problems(
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, annotations: {any: a}, managedFields:"
                                + " [{manager: a, fieldsV1: {'f:data': {}}}]}, data: {any: b}}"))
                .isEmpty();
    }
}
