package io.falconer.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.falconer.engine.RulesInForce;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.suite.ClaimProofs;
import io.falconer.suite.RuleDecision;
import io.falconer.suite.RuleDecision.Counterexample;
import io.falconer.verify.Decision;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** For all events, the rules of these kinds fire on exactly what their policy means, but for what the capability table says. */
class KindMeaningTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final String CLASSES =
            "{kind: RuntimeClass, required: [gvisor, \"a b\"], handlers: [runsc, \"a=b\"]}";
    private static final String CLASSES_OF_IMAGES =
            "{kind: RuntimeClass, required: [gvisor], images: [nginx, \"quay.io/*\"], match: {namespaces: [\"a*\"]}}";
    private static final String ACCOUNTS = "{kind: ServiceAccounts, privilegedRoles: [cluster-admin, \"a b\"]}";

    private static final List<String> CONTROLS = List.of(
            CLASSES, CLASSES_OF_IMAGES, ACCOUNTS, "{kind: ProtectedObjects, resources: [limitranges, \"a b\"]}");

    private static final List<String> OF_PROCESSES = List.of(
            "{kind: TokenAccess, allow: [{image: nginx, process: \"a b\"}, {image: \"quay.io/a/*\"}, {process: vault}]}",
            "{kind: TokenAccess, match: {excludeNamespaces: [ab]}}",
            "{kind: ListeningSockets, allow: [{namespace: \"b*\", image: \"docker.io/*\", process: nginx, ports: [80, 443]},"
                    + " {image: \"docker.io/library/*\", ports: [22]}, {namespace: \"*\", process: sh}]}",
            "{kind: ListeningSockets, containersOnly: false, allow: [{image: \"registry.example.com:5000/a\"}]}");
    private static final List<String> PROCESS_EXCEPTIONS = List.of(
            "match: {process: sh, image: nginx}",
            "match: {image: \"nginx:1.27\", user: \"a b\"}",
            "match: {image: \"localhost/x@sha256:" + DIGEST + "\"}",
            "match: {image: \"x@sha256:" + DIGEST + "\"}",
            "match: {image: \"docker.io/*\"}",
            "match: {image: \"quay.io/a/*\", namespace: \"a*\"}",
            "team: t, match: {user: bob}");

    private static final List<String> SCOPES = List.of(
            "maxContainers: 1",
            "maxContainers: 3\nview: admitted\ntargets: [pods, workloads]",
            "maxContainers: 4\ntargets: [workloads]\nmatch: {namespaces: [\"a*\", \"[!b]?\"], excludeNamespaces: [ab, \"*-c\"]}");
    private static final List<String> EXCEPTIONS = List.of(
            "match: {user: \"a b\"}",
            "match: {namespace: \"a*\"}",
            "match: {serviceAccount: app, user: bob}",
            "team: t, match: {user: bob}",
            "team: t, match: {serviceAccount: app}");

    static Stream<String> policies() {
        Stream<String> plain = SCOPES.stream()
                .flatMap(scope -> CONTROLS.stream().map(control -> scope + "\ncontrols: [" + control + "]\n"));
        Stream<String> excepted = EXCEPTIONS.stream().flatMap(exception -> CONTROLS.stream()
                .filter(control -> !exception.contains("serviceAccount") || !control.contains("Protected"))
                .map(control -> SCOPES.get(1) + "\ncontrols: [" + control + "]\n" + exception(exception, control)));
        return Stream.concat(plain, excepted);
    }

    static Stream<String> policiesOfProcesses() {
        Stream<String> plain = SCOPES.stream()
                .flatMap(scope -> OF_PROCESSES.stream().map(control -> scope + "\ncontrols: [" + control + "]\n"));
        Stream<String> excepted = PROCESS_EXCEPTIONS.stream().flatMap(exception -> OF_PROCESSES.stream()
                .map(control -> "controls: [" + control + "]\n" + exception(exception, control)));
        return Stream.concat(plain, excepted);
    }

    private static String exception(String exception, String control) {
        return "teams: [{name: t, namespaces: [a, \"b*\"]}]\nexceptions: [{name: e, controls: ["
                + control.replaceAll(".*kind: ([A-Za-z]+).*", "$1") + "], " + exception + ", reason: r}]\n";
    }

    @ParameterizedTest
    @MethodSource({"policies", "policiesOfProcesses"})
    void isProvedOrAnnounced(String policy) {
        assertThat(decide(policy)).isNotEmpty().allSatisfy((rule, decision) -> {
            assertThat(decision.reasons()).isEmpty();
            assertThat(decision.counterexamples()).allMatch(Counterexample::announced);
            assertThat(decision.decision().isProved())
                    .isEqualTo(decision.over().isEmpty() && decision.under().isEmpty());
        });
    }

    /**
     * Of the pod itself, such an exception compares the JSON text of the spec, in which a label of nodes looks like an image.
     * Nothing that is an image differs.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = """
            request  | pods            | {kind: ServiceAccounts}                | nginx                  | p: Pod that mounts a service account token
            admitted | workloads       | {kind: ServiceAccounts}                | "docker.io/library/*"  | p: Pod with the default service account
            request  | pods, workloads | {kind: RuntimeClass, required: [x]}    | bitnami/redis          | p: Pod without its runtime class
            admitted | pods            | {kind: WorkloadSecurity, profile: k01} | "quay.io/a/*"          | p: Container with user 0
            """)
    void exceptionsForAllImagesOverlookLabelsOfNodes(
            String view, String targets, String control, String image, String rule) {
        String scope = "maxContainers: 2\nview: " + view + "\ntargets: [" + targets + "]\n";
        RuleDecision decision = Objects.requireNonNull(
                decide(scope + "controls: [" + control + "]\n" + exception("match: {image: " + image + "}", control))
                        .get(rule));
        assertThat(decision.reasons()).isEmpty();
        assertThat(decision.decision().under()).isInstanceOf(Decision.Never.class);
        assertThat(decision.counterexamples())
                .singleElement()
                .matches(Counterexample::announced)
                .extracting(Counterexample::event, STRING)
                .contains("\"nodeSelector\":{\"image\":\"\"}");
    }

    /** In the text of a spec, Docker Hub only counts where the registry is written out. */
    @Test
    void exceptionsForAllOfDockerHubAskForTheRegistry() {
        RuleDecision decision = Objects.requireNonNull(decide("controls: [{kind: RuntimeClass, required: [x]}]\n"
                        + exception("match: {image: \"docker.io/*\"}", CLASSES))
                .get("p: Pod without its runtime class"));
        assertThat(decision.reasons()).isEmpty();
        assertThat(decision.over()).anyMatch(reason -> reason.contains("written with the registry"));
        assertThat(decision.counterexamples())
                .singleElement()
                .extracting(Counterexample::event, STRING)
                .contains("\"image\":\"nginx:1.27\"")
                .doesNotContain("nodeSelector");
    }

    /** A patch that shows nothing of the handler, and a process whose namespace Falco does not know. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = """
            {kind: RuntimeClass, handlers: [runsc]} | p: RuntimeClass with another handler | "verb":"patch","objectRef":{"resource":"runtimeclasses"},"responseStatus":{"code":201},"responseObject":{"handler":"runc"}}
            {kind: TokenAccess} | p: Service account token read | {"source":"syscall","fields":{"evt.type":"openat","evt.is_open_read":true,"fd.name":"/var/run/secrets/kubernetes.io/serviceaccount/token","container.id":"0123456789ab"}}
            """)
    void whatIsAnnouncedIsShownBySmallEvents(String control, String rule, String end) {
        RuleDecision decision = Objects.requireNonNull(
                decide("match: {namespaces: [a]}\ncontrols: [" + control + "]").get(rule));
        assertThat(decision.counterexamples()).hasSize(1).allMatch(Counterexample::announced);
        assertThat(decision.counterexamples().getFirst().event()).endsWith(end);
    }

    private static Map<String, RuleDecision> decide(String spec) {
        Bundle bundle = Bundles.of(spec);
        RulesInForce rules = new LoadedBundles(Emulation.of(Falco.NEWEST), List.of(bundle))
                .load(bundle)
                .value()
                .orElseThrow();
        return new ClaimProofs(rules, Falco.NEWEST, () -> false).decide(bundle.claims());
    }
}
