package io.falconer.event.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultsTest {
    private static final AuditOptions OPTIONS = AuditOptions.at(Instant.parse("2026-03-01T10:00:00Z"));

    /** What is filled in wherever a pod's spec stands. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "| /restartPolicy | \"Always\"",
                "| /dnsPolicy | \"ClusterFirst\"",
                "| /schedulerName | \"default-scheduler\"",
                "| /securityContext | {}",
                "| /terminationGracePeriodSeconds | 30",
                "terminationGracePeriodSeconds: 0 | /terminationGracePeriodSeconds | 0",
                "serviceAccountName: ci | /serviceAccount | \"ci\"",
                "serviceAccount: ci | /serviceAccountName | \"ci\"",
                "serviceAccountName: ci, serviceAccount: other | /serviceAccount | \"ci\"",
                "volumes: [{name: v}] | /volumes/0 | {\"name\":\"v\",\"emptyDir\":{}}",
                "volumes: [{name: v, emptyDir: ~}] | /volumes/0 | {\"name\":\"v\",\"emptyDir\":{}}",
                "volumes: [{name: v, emptyDir: {medium: Memory}}] | /volumes/0/emptyDir | {\"medium\":\"Memory\"}",
                "volumes: [{name: v, nfs: {server: s, path: /}}] | /volumes/0/emptyDir |",
                "volumes: [{name: v, secret: {secretName: s}}] | /volumes/0/secret/defaultMode | 420",
                "volumes: [{name: v, secret: {secretName: s, defaultMode: 0400}}] | /volumes/0/secret/defaultMode | 256",
                "volumes: [{name: v, configMap: {name: c}}] | /volumes/0/configMap/defaultMode | 420",
                "volumes: [{name: v, downwardAPI: {}}] | /volumes/0/downwardAPI/defaultMode | 420",
                "volumes: [{name: v, downwardAPI: {items: [{path: p, fieldRef: {fieldPath: f}}]}}] | /volumes/0/downwardAPI/items/0/fieldRef/apiVersion | \"v1\"",
                "volumes: [{name: v, projected: {}}] | /volumes/0/projected/defaultMode | 420",
                "volumes: [{name: v, projected: {sources: [{serviceAccountToken: {path: t}}]}}] | /volumes/0/projected/sources/0/serviceAccountToken/expirationSeconds | 3600",
                "volumes: [{name: v, projected: {sources: [{downwardAPI: {items: [{path: p, fieldRef: {fieldPath: f}}]}}]}}] | /volumes/0/projected/sources/0/downwardAPI/items/0/fieldRef/apiVersion | \"v1\"",
                "volumes: [{name: v, hostPath: {path: /}}] | /volumes/0/hostPath/type | \"\"",
                "volumes: [{name: v, ephemeral: {volumeClaimTemplate: {spec: {}}}}] | /volumes/0/ephemeral/volumeClaimTemplate/spec/volumeMode | \"Filesystem\"",
                "volumes: [{name: v, iscsi: {iqn: i, lun: 0, targetPortal: t}}] | /volumes/0/iscsi/iscsiInterface | \"default\"",
                "volumes: [{name: v, rbd: {image: i, user: u}}] | /volumes/0/rbd | {\"image\":\"i\",\"user\":\"u\",\"pool\":\"rbd\",\"keyring\":\"/etc/ceph/keyring\"}"
            })
    void aPodsSpecIsFilledInPodsAndTemplates(String spec, String pointer, String expected) {
        for (JsonNode filled : List.of(pod(spec, ""), template(spec, ""))) {
            assertThat(filled.at(pointer)).hasToString(expected == null ? "" : expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "image: nginx | /imagePullPolicy | \"Always\"",
                "image: nginx:latest | /imagePullPolicy | \"Always\"",
                "image: 'r.io:5000/nginx' | /imagePullPolicy | \"Always\"",
                "image: 'r.io:5000/nginx:1.27' | /imagePullPolicy | \"IfNotPresent\"",
                "image: 'nginx@sha256:0123' | /imagePullPolicy | \"IfNotPresent\"",
                "image: 'nginx:latest@sha256:0123' | /imagePullPolicy | \"Always\"",
                "image: 'nginx:1.27@sha256:0123' | /imagePullPolicy | \"IfNotPresent\"",
                "image: nginx, imagePullPolicy: Never | /imagePullPolicy | \"Never\"",
                "tty: true | /imagePullPolicy | \"IfNotPresent\"",
                "image: a | /terminationMessagePath | \"/dev/termination-log\"",
                "image: a | /terminationMessagePolicy | \"File\"",
                "image: a | /resources | {}",
                "ports: [{containerPort: 80}] | /ports/0 | {\"containerPort\":80,\"protocol\":\"TCP\"}",
                "env: [{name: e, valueFrom: {fieldRef: {fieldPath: f}}}] | /env/0/valueFrom/fieldRef/apiVersion | \"v1\"",
                "livenessProbe: {exec: {command: [a]}} | /livenessProbe | {\"exec\":{\"command\":[\"a\"]},\"timeoutSeconds\":1,\"periodSeconds\":10,\"successThreshold\":1,\"failureThreshold\":3}",
                "readinessProbe: {periodSeconds: 5} | /readinessProbe/periodSeconds | 5",
                "startupProbe: {httpGet: {port: 80}} | /startupProbe/httpGet | {\"port\":80,\"path\":\"/\",\"scheme\":\"HTTP\"}",
                "livenessProbe: {grpc: {port: 80}} | /livenessProbe/grpc/service | \"\"",
                "lifecycle: {preStop: {httpGet: {port: 80}}} | /lifecycle/preStop/httpGet/scheme | \"HTTP\""
            })
    void containersAreFilledInPodsAndTemplates(String container, String pointer, String expected) {
        for (JsonNode filled : List.of(pod("", container), template("", container))) {
            for (String family : List.of("containers", "initContainers")) {
                assertThat(filled.at("/" + family + "/0" + pointer)).hasToString(expected);
            }
        }
    }

    /** Requests and host ports belong to pods only, since a template's owner may still change. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hostPID: true | resources: {limits: {cpu: 1}} | /resources/requests | {\"cpu\":\"1\"}",
                "hostPID: true | resources: {limits: {cpu: 1, memory: 1Gi}, requests: {cpu: 500m}} | /resources/requests | {\"cpu\":\"500m\",\"memory\":\"1Gi\"}",
                "hostNetwork: true | ports: [{containerPort: 80}] | /ports/0/hostPort | 80",
                "hostNetwork: true | ports: [{containerPort: 80, hostPort: 0}] | /ports/0/hostPort | 80"
            })
    void somethingIsFilledInPodsOnly(String spec, String container, String pointer, String expected) {
        for (String family : List.of("containers", "initContainers")) {
            JsonNode given = template(spec, container).at("/" + family + "/0" + pointer);
            assertThat(pod(spec, container).at("/" + family + "/0" + pointer)).hasToString(expected);
            assertThat(given.toString()).isNotEqualTo(expected);
        }
    }

    @Test
    void hostPortsThatAreGivenStay() {
        JsonNode pod = pod("hostNetwork: true", "ports: [{containerPort: 80, hostPort: 8080}]");
        assertThat(pod.at("/containers/0/ports/0/hostPort").asInt()).isEqualTo(8080);
    }

    @Test
    void onlyAPodGetsTheDefaultServiceAccount() {
        assertThat(pod("", "").path("serviceAccountName").asText()).isEqualTo("default");
        assertThat(pod("", "").path("serviceAccount").asText()).isEqualTo("default");
        assertThat(pod("", "").path("enableServiceLinks").asBoolean()).isTrue();
        assertThat(template("", "").has("serviceAccountName")).isFalse();
        assertThat(template("", "").has("serviceAccount")).isFalse();
        assertThat(template("", "").has("enableServiceLinks")).isFalse();
    }

    @Test
    void resourcesOfThePodItselfStayAsTheyAre() {
        assertThat(pod("resources: {limits: {cpu: 1}}", "").path("resources"))
                .hasToString("{\"limits\":{\"cpu\":\"1\"}}");
    }

    @Test
    void podTemplatesAreFilledLikeThoseOfWorkloads() {
        String manifest = "{apiVersion: v1, kind: PodTemplate, metadata: {name: t}, template: %s}";
        assertThat(response(manifest.formatted(spec("", "")))
                        .at("/template/spec/dnsPolicy")
                        .asText())
                .isEqualTo("ClusterFirst");
    }

    private static JsonNode pod(String spec, String container) {
        String pod = "{apiVersion: v1, kind: Pod, metadata: {name: p}, "
                + spec(spec, container).substring(1);
        return response(pod).path("spec");
    }

    private static JsonNode template(String spec, String container) {
        String job = "{apiVersion: batch/v1, kind: Job, metadata: {name: j}, spec: {template: %s}}";
        return response(job.formatted(spec(spec, container))).at("/spec/template/spec");
    }

    private static String spec(String spec, String container) {
        String a = "[{name: a%s}]".formatted(container.isEmpty() ? "" : ", " + container);
        String more = spec == null || spec.isEmpty() ? "" : ", " + spec;
        return "{spec: {containers: %s, initContainers: %s%s}}".formatted(a, a, more);
    }

    private static JsonNode response(String manifest) {
        return Manifest.json(AuditEvents.of(Manifest.objects(manifest), OPTIONS).getFirst())
                .path("responseObject");
    }
}
