package io.falconer.event.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconer.text.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterTest {
    private static final AuditOptions OPTIONS = AuditOptions.at(Instant.parse("2026-03-01T10:00:00Z"));
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: p, namespace: shop}
            spec: {containers: [{name: a, resources: %s}]}
            """;
    private static final String RANGE = "{apiVersion: v1, kind: LimitRange, metadata: {name: l, namespace: shop},"
            + " spec: {limits: [%s]}}\n---\n";

    /** What the container asks for, the LimitRange's items, and what the container has in the end. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | {type: Container, default: {cpu: 1}} | {\"limits\":{\"cpu\":\"1\"},\"requests\":{\"cpu\":\"1\"}} | cpu request for container a; cpu limit for container a",
                "{} | {type: Container, defaultRequest: {cpu: 1}} | {\"requests\":{\"cpu\":\"1\"}} | cpu request for container a",
                "{} | {type: Container, default: {cpu: 2}, defaultRequest: {cpu: 1}} | {\"limits\":{\"cpu\":\"2\"},\"requests\":{\"cpu\":\"1\"}} | cpu request for container a; cpu limit for container a",
                "{} | {type: Container, default: {memory: 1Gi, cpu: 1}} | {\"limits\":{\"cpu\":\"1\",\"memory\":\"1Gi\"},\"requests\":{\"cpu\":\"1\",\"memory\":\"1Gi\"}} | cpu, memory request for container a; cpu, memory limit for container a",
                "{limits: {cpu: 3}} | {type: Container, default: {cpu: 2}, defaultRequest: {cpu: 1}} | {\"limits\":{\"cpu\":\"3\"},\"requests\":{\"cpu\":\"3\"}} |",
                "{requests: {cpu: 3}} | {type: Container, default: {cpu: 2}} | {\"requests\":{\"cpu\":\"3\"},\"limits\":{\"cpu\":\"2\"}} | cpu limit for container a",
                "{} | {type: Container, max: {cpu: 4}} | {\"limits\":{\"cpu\":\"4\"},\"requests\":{\"cpu\":\"4\"}} | cpu request for container a; cpu limit for container a",
                "{} | {type: Container, min: {cpu: 100m}} | {\"requests\":{\"cpu\":\"100m\"}} | cpu request for container a",
                "{} | {type: Container, default: {cpu: 2}, max: {cpu: 4}, min: {cpu: 1}} | {\"limits\":{\"cpu\":\"2\"},\"requests\":{\"cpu\":\"2\"}} | cpu request for container a; cpu limit for container a",
                "{} | {type: Container, default: {cpu: 1}}, {type: Container, default: {cpu: 2}} | {\"limits\":{\"cpu\":\"2\"},\"requests\":{\"cpu\":\"2\"}} | cpu request for container a; cpu limit for container a",
                "{} | {type: Pod, max: {cpu: 1}} | {} |",
                "{} | {type: PersistentVolumeClaim, max: {storage: 1Gi}} | {} |",
                "{} |  | {} |"
            })
    void aContainerGetsWhatItLacks(String resources, String items, String expected, String note) {
        JsonNode event = event(RANGE.formatted(items == null ? "" : items), POD.formatted(resources), 0);
        assertThat(event.at("/responseObject/spec/containers/0/resources")).hasToString(expected);
        assertThat(event.at("/responseObject/metadata/annotations/kubernetes.io~1limit-ranger")
                        .asText())
                .isEqualTo(note == null ? "" : "LimitRanger plugin set: " + note);
        assertThat(event.at("/requestObject"))
                .isEqualTo(event("", POD.formatted(resources), 0).at("/requestObject"));
    }

    @Test
    void initContainersAreFilledAndEphemeralContainersAreNot() {
        String pod = """
                apiVersion: v1
                kind: Pod
                metadata: {name: p, namespace: shop, annotations: {x: "y"}}
                spec:
                  containers: [{name: a}, {name: b, resources: {limits: {cpu: 2}}}]
                  initContainers: [{name: i}]
                  ephemeralContainers: [{name: e}]
                """;
        String range = RANGE.formatted("{type: Container, default: {cpu: 1}}");
        JsonNode created = event(range, pod, 0).path("responseObject");
        assertThat(created.at("/metadata/annotations")).isEqualTo(Manifest.json("""
                {"x": "y", "kubernetes.io/limit-ranger": "LimitRanger plugin set: cpu request for container a; cpu limit for \
                container a; cpu request for init container i; cpu limit for init container i"}"""));
        assertThat(created.at("/spec/initContainers/0/resources/limits/cpu").asText())
                .isEqualTo("1");
        JsonNode debugged = event(range, pod, 1);
        for (String object : List.of("requestObject", "responseObject")) {
            JsonNode spec = debugged.path(object).path("spec");
            assertThat(spec.at("/containers/0/resources/limits/cpu").asText()).isEqualTo("1");
            assertThat(spec.at("/ephemeralContainers/0/resources/limits").isMissingNode())
                    .isTrue();
        }
    }

    @Test
    void podsOfControllersAreFilledAndTheirTemplatesAreNot() {
        String deployment = "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d, namespace: shop},"
                + " spec: {template: {spec: {containers: [{name: a}]}}}}";
        String range = RANGE.formatted("{type: Container, default: {cpu: 1}}");
        assertThat(event(range, deployment, 0)).isEqualTo(event("", deployment, 0));
        JsonNode pod = event(range, deployment, 1);
        assertThat(pod.at("/requestObject")).isEqualTo(event("", deployment, 1).at("/requestObject"));
        assertThat(pod.at("/responseObject/spec/containers/0/resources/limits/cpu")
                        .asText())
                .isEqualTo("1");
    }

    /** The pod's resources cannot change any more, so the plugin looks at creations only. */
    @Test
    void podsThatAreUpdatedAreNotFilled() {
        Cluster cluster = cluster(RANGE.formatted("{type: Container, default: {cpu: 1}}"), Optional.empty());
        List<ManifestObject> pod = Manifest.objects(POD.formatted("{}"));
        AuditOptions update = OPTIONS.withVerb(Verb.UPDATE);
        assertThat(AuditEvents.of(pod, update, cluster)).isEqualTo(AuditEvents.of(pod, update));
    }

    @ParameterizedTest
    @CsvSource({
        "'namespace: shop', '', shop, true",
        "'namespace: shop', '', other, false",
        "'namespace: shop', other, other, false",
        "'', '', default, true",
        "'', '', shop, false",
        "'', shop, shop, true"
    })
    void aLimitRangeCountsInItsOwnNamespace(String own, String option, String pods, boolean counts) {
        String range = "{apiVersion: v1, kind: LimitRange, metadata: {name: l, %s},"
                + " spec: {limits: [{type: Container, default: {cpu: 1}}]}}";
        Cluster cluster = cluster(range.formatted(own), Optional.of(option).filter(o -> !o.isEmpty()));
        JsonNode event = Manifest.json(
                AuditEvents.of(Manifest.objects(POD.formatted("{}")), OPTIONS.withNamespace(pods), cluster)
                        .getFirst());
        assertThat(event.at("/responseObject/spec/containers/0/resources").has("limits"))
                .isEqualTo(counts);
    }

    @Test
    void laterLimitRangesFillWhatEarlierOnesLeave() {
        String ranges = RANGE.formatted("{type: Container, default: {cpu: 1}}")
                + RANGE.formatted("{type: Container, default: {cpu: 2, memory: 2}}");
        JsonNode pod = event(ranges, POD.formatted("{}"), 0).path("responseObject");
        assertThat(pod.at("/spec/containers/0/resources/limits")).hasToString("{\"cpu\":\"1\",\"memory\":\"2\"}");
        assertThat(pod.at("/metadata/annotations/kubernetes.io~1limit-ranger").asText())
                .isEqualTo("LimitRanger plugin set: memory request for container a; memory limit for container a");
    }

    @Test
    void aLimitRangeIsStoredWithItsDefaults() {
        JsonNode event = event("", RANGE.formatted("{type: Container, max: {cpu: 2}, min: {memory: 1Mi}}"), 0);
        assertThat(event.at("/requestObject/spec/limits/0").has("default")).isFalse();
        assertThat(event.at("/responseObject/spec/limits/0/default")).hasToString("{\"cpu\":\"2\"}");
        assertThat(event.at("/responseObject/spec/limits/0/defaultRequest"))
                .hasToString("{\"cpu\":\"2\",\"memory\":\"1Mi\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serviceAccountName: default | [{\"name\":\"pull\"}]",
                "serviceAccountName: other | ''",
                "imagePullSecrets: [{name: own}] | [{\"name\":\"own\"}]"
            })
    void aServiceAccountGivesItsPullSecretsAndNothingElse(String spec, String expected) {
        String account = "{apiVersion: v1, kind: ServiceAccount, metadata: {name: default, namespace: shop},"
                + " automountServiceAccountToken: false, imagePullSecrets: [{name: pull}]}";
        String pod = "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop},"
                + " spec: {containers: [{name: a}], " + spec + "}}";
        JsonNode stored = event(account, pod, 0).at("/responseObject/spec");
        assertThat(stored.path("imagePullSecrets")).hasToString(expected);
        assertThat(stored.has("automountServiceAccountToken")).isFalse();
    }

    private static JsonNode event(String with, String manifest, int index) {
        return Manifest.json(AuditEvents.of(Manifest.objects(manifest), OPTIONS, cluster(with, Optional.empty()))
                .get(index));
    }

    private static Cluster cluster(String with, Optional<String> namespace) {
        Outcome<Cluster> cluster = Cluster.with(Manifest.objects(with), namespace);
        assertThat(cluster.diagnostics()).isEmpty();
        return cluster.value().orElseThrow();
    }
}
