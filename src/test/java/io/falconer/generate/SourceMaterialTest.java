package io.falconer.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.event.manifest.AuditEvents;
import io.falconer.event.manifest.AuditOptions;
import io.falconer.event.manifest.Cluster;
import io.falconer.event.manifest.ManifestObject;
import io.falconer.event.manifest.Manifests;
import io.falconer.event.manifest.Verb;
import io.falconer.lint.Findings;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.RuleLoader;
import io.falconer.text.Diagnostic;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The articles that the project grew out of: their objects, and what must be said of them. */
class SourceMaterialTest {
    private static final AuditOptions SENT = Replay.SENT;

    private static String manifest(String name) {
        try {
            return Files.readString(Path.of("fixtures/quickstart/manifests/" + name + ".yaml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<ManifestObject> objects(String manifest) {
        return Manifests.read(SourceFile.of("m.yaml", manifest)).value().orElseThrow();
    }

    /** A pod of one container with more in its spec and in the container. */
    private static String pod(String spec, String container) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: p, namespace: default}
                spec:
                  %s
                  containers: [{name: c, image: nginx%s}]
                """.formatted(spec, container);
    }

    @Nested
    class S1ResourceConstraints {
        private final Replay limits = Replay.of("controls: [{kind: ResourceLimits, limits: [cpu, memory]}]");

        @Test
        void theGeneratedRulesAreSilentOnAtomicred() {
            assertThat(limits.firedByManifests(manifest("atomicred"), SENT)).isEmpty();
        }

        @Test
        void requestsThatAreNotSetAreOnlySeenWhereThePolicyWantsThem() {
            assertThat(limits.firedByManifests(manifest("stress"), SENT)).isEmpty();
            Replay requests = Replay.of("controls: [{kind: ResourceLimits, requests: [cpu, memory]}]");
            assertThat(requests.firedByManifests(manifest("stress"), SENT))
                    .containsExactly("Container without cpu request", "Container without memory request");
        }

        @Test
        void theGeneratedRulesFireOnAPodWithoutLimitsInitContainersIncluded() {
            assertThat(limits.firedByManifests(manifest("default-sa-pod"), SENT))
                    .hasSize(2);
            String init = pod(
                    "initContainers: [{name: i, image: busybox}]", ", resources: {limits: {cpu: 500m, memory: 128Mi}}");
            assertThat(limits.firedByManifests(init, SENT)).hasSize(2);
        }

        @Test
        void thePublishedRuleLooksAtNoLimitAndFiresOnTheCompliantPodToo() throws IOException {
            RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
            Path rules = Path.of("fixtures/quickstart/article_rules.yaml");
            loader.load(SourceFile.of(rules.toString(), Files.readString(rules)));
            assertThat(Findings.of(loader.loaded()))
                    .extracting(Diagnostic::code)
                    .contains("vacuous-clause");
            assertThat(Replay.of(loader.ruleSet()).firedByManifests(manifest("atomicred"), SENT))
                    .contains("Create Pod Without Resource Limits");
        }

        @Test
        void whatALimitRangeGivesIsSeenInTheAdmittedViewOnly() {
            String range = """
                    apiVersion: v1
                    kind: LimitRange
                    metadata: {name: defaults, namespace: default}
                    spec: {limits: [{type: Container, default: {cpu: 500m, memory: 128Mi}}]}
                    """;
            Cluster cluster =
                    Cluster.with(objects(range), Optional.empty()).value().orElseThrow();
            List<String> events = AuditEvents.of(objects(pod("", "")), SENT, cluster);
            assertThat(limits.fired(events)).hasSize(2);
            Replay admitted = Replay.of("view: admitted\ncontrols: [{kind: ResourceLimits, limits: [cpu, memory]}]");
            assertThat(admitted.fired(events)).isEmpty();
            assertThat(admitted.firedByManifests(pod("", ""), SENT)).hasSize(2);
        }

        @Test
        void atomicredIsPrivilegedThoughAndK01SaysSo() {
            Replay k01 = Replay.of("controls: [{kind: WorkloadSecurity, profile: k01}]");
            assertThat(k01.firedByManifests(manifest("atomicred"), SENT)).contains("Privileged container");
        }
    }

    @Nested
    class S2RuntimeThreats {
        private final Replay sockets = Replay.of("""
                controls:
                - kind: ListeningSockets
                  containersOnly: true
                  allow: [{namespace: load-balancer, image: myregistry/nginx, process: nginx}]
                """);

        @ParameterizedTest
        @CsvSource({
            "listen,myregistry/nginx,nginx,load-balancer,3ad7b26ded6d,false",
            "accept,myregistry/nginx,nginx,load-balancer,3ad7b26ded6d,false",
            "accept4,myregistry/nginx,nginx,load-balancer,3ad7b26ded6d,false",
            "listen,evil/nginx,nginx,load-balancer,3ad7b26ded6d,true",
            "listen,myregistry/nginx,nc,load-balancer,3ad7b26ded6d,true",
            "listen,myregistry/nginx,nginx,default,3ad7b26ded6d,true",
            "accept4,evil/nginx,nginx,load-balancer,3ad7b26ded6d,true",
            "listen,myregistry/nginx,nginx,,3ad7b26ded6d,true",
            "listen,,sshd,,host,false",
        })
        void onlyNginxOfItsImageInItsNamespaceMayListen(
                String type, String image, String process, String namespace, String container, boolean fires) {
            String event = "{\"source\":\"syscall\",\"fields\":{\"evt.type\":\"" + type + "\",\"evt.rawres\":0,"
                    + "\"fd.typechar\":\"4\",\"fd.sport\":80,\"container.id\":\"" + container + "\","
                    + (image == null ? "" : "\"container.image.repository\":\"" + image + "\",")
                    + (namespace == null ? "" : "\"k8s.ns.name\":\"" + namespace + "\",")
                    + "\"proc.name\":\"" + process + "\"}}";
            assertThat(sockets.fired(List.of(event)).isEmpty()).isEqualTo(!fires);
        }

        @Test
        void containersThatNobodyApprovedAreSeenPerNamespace() {
            Replay images = Replay.of("""
                    controls:
                    - {kind: AllowedImages, allow: [{namespaces: [atomic-red], images: [issif/atomic-red]}]}
                    """);
            assertThat(images.firedByManifests(manifest("atomicred"), SENT)).isEmpty();
            assertThat(images.firedByManifests(manifest("atomicred"), SENT.withNamespace("elsewhere")))
                    .containsExactly("Image that is not allowed");
        }
    }

    @Nested
    class S3UntrustedContainers {
        private final Replay classes = Replay.of("""
                controls:
                - {kind: RuntimeClass, match: {namespaces: [untrusted]}, required: [gvisor, kata], handlers: [runsc, kata]}
                """);

        @Test
        void nginxGvisorStaysSilent() {
            assertThat(classes.firedByManifests(manifest("nginx-gvisor"), SENT.withNamespace("untrusted")))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "runtimeClassName: runc", "runtimeClassName: \"\""})
        void aPodWithoutTheClassOrWithAnotherOneFires(String spec) {
            assertThat(classes.firedByManifests(pod(spec, ""), SENT.withNamespace("untrusted")))
                    .containsExactly("Pod without its runtime class");
            assertThat(classes.firedByManifests(pod(spec, ""), SENT.withNamespace("trusted")))
                    .isEmpty();
        }

        @Test
        void onlyPodsOfTheNamedImagesMustRunUnderTheClass() {
            Replay images = Replay.of(
                    "controls: [{kind: RuntimeClass, required: [gvisor], images: [\"docker.io/library/nginx\"]}]");
            assertThat(images.firedByManifests(pod("", ""), SENT)).containsExactly("Pod without its runtime class");
            assertThat(images.firedByManifests(manifest("default-sa-pod"), SENT))
                    .isEmpty();
            assertThat(images.firedByManifests(manifest("nginx-gvisor"), SENT)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"runsc,CREATE,false", "runsc,UPDATE,false", "runc,CREATE,true", "runc,UPDATE,true"})
        void aRuntimeClassWithAnotherHandlerFires(String handler, Verb verb, boolean fires) {
            String object = "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: {name: gvisor}\nhandler: "
                    + handler + "\n";
            assertThat(classes.firedByManifests(object, SENT.withVerb(verb)).isEmpty())
                    .isEqualTo(!fires);
        }

        @Test
        void theDeletionOfARuntimeClassNamesNoHandlerAndIsSeenByProtectedObjects() {
            String object = "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: {name: a}\nhandler: runc\n";
            assertThat(classes.bundle().capabilities())
                    .anySatisfy(capability -> assertThat(capability.check()).contains("deletion"));
            Replay withoutHandlers = Replay.of("controls: [{kind: RuntimeClass, required: [gvisor]}]");
            assertThat(withoutHandlers.bundle().capabilities())
                    .noneSatisfy(capability -> assertThat(capability.check()).contains("deletion"));
            Replay protectedObjects = Replay.of("controls: [{kind: ProtectedObjects, resources: [runtimeclasses]}]");
            assertThat(protectedObjects.firedByManifests(object, SENT.withVerb(Verb.DELETE)))
                    .containsExactly("Protected object changed or deleted");
        }
    }

    @Nested
    class S4InsecureWorkloads {
        private static final String SAFE = "privileged: false, allowPrivilegeEscalation: false, runAsNonRoot: true,"
                + " runAsUser: 5554, readOnlyRootFilesystem: true";

        private final Replay k01 = Replay.of("controls: [{kind: WorkloadSecurity, profile: k01}]");

        @Test
        void aPodThatDoesAllThatK01AsksForIsSilent() {
            assertThat(k01.firedByManifests(pod("", ", securityContext: {" + SAFE + "}"), SENT))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "privileged: false | privileged: true | Privileged container",
                    "allowPrivilegeEscalation: false | allowPrivilegeEscalation: true | Container may gain privileges",
                    "runAsNonRoot: true | runAsNonRoot: false | Container may run as root",
                    "runAsUser: 5554 | runAsUser: 0 | Container with user 0",
                    "readOnlyRootFilesystem: true | readOnlyRootFilesystem: false | Container with a writable root filesystem",
                })
        void eachOfThemIsSeenWhereItIsBroken(String safe, String broken, String rule) {
            String context = SAFE.replace(safe, broken);
            assertThat(k01.firedByManifests(pod("", ", securityContext: {" + context + "}"), SENT))
                    .containsExactly(rule);
            String init = pod(
                    "initContainers: [{name: i, image: a, securityContext: {" + context + "}}]",
                    ", securityContext: {" + SAFE + "}");
            assertThat(k01.firedByManifests(init, SENT)).containsExactly(rule);
        }

        /** The code of the Pod Security Standards refuses such a pod, although each container overrides its setting. */
        @ParameterizedTest
        @CsvSource({"k01, false", "restricted, true"})
        void runAsNonRootFalseOfThePodViolatesRestricted(String profile, boolean fires) {
            Replay replay = Replay.of("controls: [{kind: WorkloadSecurity, profile: " + profile + "}]");
            String pod = pod("securityContext: {runAsNonRoot: false}", ", securityContext: {" + SAFE + "}");
            assertThat(replay.firedByManifests(pod, SENT).contains("Container may run as root"))
                    .isEqualTo(fires);
        }

        @ParameterizedTest
        @ValueSource(strings = {"baseline", "restricted"})
        void theProfilesOfThePodSecurityStandardsExist(String profile) {
            Replay replay = Replay.of("controls: [{kind: WorkloadSecurity, profile: " + profile + "}]");
            assertThat(replay.firedByManifests(pod("hostPID: true", ""), SENT))
                    .contains("Pod in a namespace of the host");
        }

        @ParameterizedTest
        @CsvSource({
            "LimitRange,UPDATE,true",
            "LimitRange,PATCH,true",
            "LimitRange,DELETE,true",
            "LimitRange,CREATE,false",
            "ResourceQuota,DELETE,true",
            "ConfigMap,DELETE,false",
        })
        void changedLimitRangesAndResourceQuotasAreReported(String kind, Verb verb, boolean fires) {
            Replay objects =
                    Replay.of("controls: [{kind: ProtectedObjects, resources: [limitranges, resourcequotas]}]");
            String object = "apiVersion: v1\nkind: " + kind + "\nmetadata: {name: a, namespace: b}\n";
            assertThat(objects.firedByManifests(object, SENT.withVerb(verb)).isEmpty())
                    .isEqualTo(!fires);
        }
    }

    @Nested
    class S5ServiceAccounts {
        private final Replay accounts = Replay.of("controls: [{kind: ServiceAccounts}]");

        @Test
        void aPodOfTheDefaultAccountFiresAndOneWithoutTokenOnlyForItsAccount() {
            assertThat(accounts.firedByManifests(manifest("default-sa-pod"), SENT))
                    .containsExactly("Pod that mounts a service account token", "Pod with the default service account");
            assertThat(accounts.firedByManifests(pod("automountServiceAccountToken: false", ""), SENT))
                    .containsExactly("Pod with the default service account");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "cluster-admin | {kind: User, name: jane} | Privileged role bound",
                    "view | {kind: ServiceAccount, name: default, namespace: default} | Role bound to a default service account",
                    "view | {kind: ServiceAccount, name: app, namespace: default} | ",
                })
        void bindingsLikeSampleCrbAreSeen(String role, String subject, String rule) {
            String binding = """
                    apiVersion: rbac.authorization.k8s.io/v1
                    kind: ClusterRoleBinding
                    metadata: {name: sample-crb}
                    subjects: [%s]
                    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: %s}
                    """.formatted(subject, role);
            assertThat(String.join("", accounts.firedByManifests(binding, SENT)))
                    .isEqualTo(rule == null ? "" : rule);
        }

        @ParameterizedTest
        @CsvSource({"get,false", "*,true"})
        void wildcardRolesAreSeen(String verb, boolean fires) {
            String role = """
                    apiVersion: rbac.authorization.k8s.io/v1
                    kind: Role
                    metadata: {name: r}
                    rules: [{apiGroups: [""], resources: [pods], verbs: ["%s"]}]
                    """.formatted(verb);
            assertThat(accounts.firedByManifests(role, SENT).isEmpty()).isEqualTo(!fires);
        }

        @Test
        void kubectlGetNodesFromThePodIsRefusedAndSeen() {
            Map<String, String> answers = Map.of("403", "Refused request of a service account", "200", "");
            answers.forEach((code, rule) -> {
                String event = """
                        {"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"a","stage":"ResponseComplete",\
                        "verb":"list","requestURI":"/api/v1/nodes","user":{"username":"system:serviceaccount:default:default"},\
                        "objectRef":{"resource":"nodes"},"responseStatus":{"code":%s},\
                        "stageTimestamp":"2026-01-01T00:00:00Z"}""".formatted(code);
                assertThat(String.join("", accounts.fired(List.of(event)))).isEqualTo(rule);
            });
        }

        @ParameterizedTest
        @CsvSource({"cat,app,true", "agent,app,true", "agent,registry.example.com/ops/agent,false"})
        void whoReadsTheTokenAndIsNotOnTheListIsReported(String process, String image, boolean fires) {
            Replay tokens = Replay.of(
                    "controls: [{kind: TokenAccess, allow: [{image: registry.example.com/ops/agent, process: agent}]}]");
            String event = """
                    {"source":"syscall","fields":{"evt.type":"openat","evt.is_open_read":true,"evt.rawres":5,\
                    "fd.name":"/var/run/secrets/kubernetes.io/serviceaccount/token","proc.name":"%s",\
                    "container.id":"3ad7b26ded6d","container.image.repository":"%s"}}""".formatted(process, image);
            assertThat(tokens.fired(List.of(event)).isEmpty()).isEqualTo(!fires);
        }
    }
}
