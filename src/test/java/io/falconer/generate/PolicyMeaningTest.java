package io.falconer.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.engine.RuleMatching;
import io.falconer.engine.RulesInForce;
import io.falconer.event.Event;
import io.falconer.event.reader.EventReader;
import io.falconer.logic.Deadline;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.suite.ClaimProofs;
import io.falconer.suite.RuleDecision;
import io.falconer.suite.RuleDecision.Counterexample;
import io.falconer.text.SourceFile;
import io.falconer.verify.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For all events of accepted requests, rules fire on exactly what their policy means. */
class PolicyMeaningTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final String LIMITS =
            "{kind: ResourceLimits, limits: [cpu, memory, ephemeral-storage], requests: [cpu, memory, ephemeral-storage]}";
    private static final String IMAGES =
            "{kind: AllowedImages, allow: [{namespaces: [a, \"b-*\"], images: [nginx, \"quay.io/x/*\"]}, {images: [redis]}],"
                    + " requireDigest: true, denyTags: [latest, dev]}";

    private static final List<String> CONTROLS = List.of(
            LIMITS,
            IMAGES,
            LIMITS + ", {kind: AllowedImages, match: {namespaces: [b]}, denyTags: [dev]}",
            "{kind: ResourceLimits, limits: [cpu], match: {namespaces: [\"a*\", b]}}",
            "{kind: ResourceLimits, limits: {cpu: \"2\", memory: 4Gi, ephemeral-storage: 12e6}, requests: [memory, {cpu: 500m}]}",
            "{kind: WorkloadSecurity, checks: [privileged, readOnlyRootFilesystem]}",
            "{kind: WorkloadSecurity, match: {namespaces: [b]}, checks: [hostNamespaces, sysctls, volumeTypes]}, "
                    + LIMITS,
            LIMITS + ", {kind: AllowedImages, match: {excludeNamespaces: [\"*\"]}, denyTags: [dev]}",
            allowing("\"docker.io/*\""),
            allowing("\"docker.io/library/*\", \"localhost/*\""),
            allowing("\"nginx:1.27\", bitnami/redis, \"quay.io/a/b:1\""),
            allowing("docker.io/my.org/app, \"docker.io/my.other.org/*\", \"docker.io/localhost/*\""),
            allowing("\"registry.example.com:5000/a/*\", \"a-b.example.com/c.d/*\""),
            allowing("registry.example.com/a@sha256:" + DIGEST + ", \"x:1@sha256:" + DIGEST + "\""));
    private static final List<String> SCOPES = List.of(
            "maxContainers: 1",
            "maxContainers: 3\nview: admitted\ntargets: [pods, workloads]",
            "maxContainers: 4\ntargets: [workloads]\nmatch: {namespaces: [\"a*\"], excludeNamespaces: [ab]}");
    private static final List<String> EXCEPTIONS = List.of(
            "match: {user: bob}",
            "match: {user: \"a b\"}",
            "match: {namespace: a}",
            "match: {serviceAccount: app}",
            "match: {image: nginx}",
            "match: {image: \"quay.io/a/*\", namespace: a, user: bob, serviceAccount: app}",
            "team: t, match: {user: bob}",
            "team: t, match: {serviceAccount: app, user: \"x=y\"}");

    private static final String EXCEPTED_WORKLOADS = """
            maxContainers: 1
            view: admitted
            controls: [{kind: WorkloadSecurity, profile: restricted}]
            teams: [{name: t, namespaces: [a, "b*"]}]
            exceptions:
              - {name: e, team: t, controls: [WorkloadSecurity], match: {user: bob}, reason: r}
              - {name: f, controls: [WorkloadSecurity], match: {serviceAccount: app}, reason: r}
              - {name: g, controls: [WorkloadSecurity/hostPorts, WorkloadSecurity/privileged], match: {image: nginx}, reason: r}
            """;

    private static String allowing(String images) {
        return "{kind: AllowedImages, allow: [{images: [" + images + "]}]}";
    }

    static Stream<String> policies() {
        Stream<String> plain = SCOPES.stream()
                .flatMap(scope -> CONTROLS.stream().map(control -> scope + "\ncontrols: [" + control + "]\n"));
        Stream<String> excepted = EXCEPTIONS.stream().flatMap(exception -> Stream.of(LIMITS, IMAGES)
                .map(control -> SCOPES.get(1) + "\ncontrols: [" + control + "]\n" + exception(exception, control)));
        return Stream.of(plain, excepted, Stream.of(EXCEPTED_WORKLOADS)).flatMap(each -> each);
    }

    private static String exception(String exception, String control) {
        return "teams: [{name: t, namespaces: [a, \"b*\"]}]\nexceptions: [{name: e, controls: ["
                + (control.equals(LIMITS) ? "ResourceLimits" : "AllowedImages") + "], " + exception + ", reason: r}]\n";
    }

    /** A patch that adds an ephemeral container shows no settings of the pod. */
    private static final Set<String> RELAXED = Set.of(
            "p: Container may gain privileges",
            "p: Container may run as root",
            "p: Container with user 0",
            "p: Container with an unmasked /proc",
            "p: Seccomp profile that is not allowed",
            "p: Container with capabilities that are not allowed");

    @ParameterizedTest
    @CsvSource({
        "k01, request, 3",
        "k01, admitted, 0",
        "baseline, request, 1",
        "baseline, admitted, 0",
        "restricted, request, 5",
        "restricted, admitted, 0"
    })
    void workloadsAreProvedOrAnnounced(String profile, String view, int announced) {
        Map<String, RuleDecision> decisions = decide(
                "maxContainers: 2\ntargets: [pods, workloads]\nview: " + view
                        + "\ncontrols: [{kind: WorkloadSecurity, profile: " + profile + "}]",
                Falco.NEWEST);
        assertThat(decisions).hasSizeGreaterThan(5).allSatisfy((rule, decision) -> {
            assertThat(decision.decision().under()).as(rule).isInstanceOf(Decision.Never.class);
            if (!decision.decision().isProved()) {
                assertThat(RELAXED).contains(rule);
                assertThat(decision.counterexamples())
                        .singleElement()
                        .satisfies(example -> assertThat(example.announced()).isTrue())
                        .satisfies(example -> assertThat(example.event())
                                .contains("\"verb\":\"patch\"", "\"responseObject\":{\"spec\":"));
            }
        });
        assertThat(decisions.values().stream()
                        .filter(decision -> !decision.decision().isProved()))
                .hasSize(announced);
    }

    /** Ephemeral containers are only added to pods, so that nothing is announced of workloads. */
    @ParameterizedTest
    @ValueSource(strings = {"baseline", "restricted"})
    void workloadsWithoutPodsAreProved(String profile) {
        String controls = "controls: [{kind: WorkloadSecurity, profile: " + profile + "}]";
        assertThat(decide("maxContainers: 1\ntargets: [workloads]\n" + controls, Falco.NEWEST)
                        .values())
                .isNotEmpty()
                .allMatch(decision ->
                        decision.over().isEmpty() && decision.decision().isProved());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void isProved(String policy) {
        assertThat(decide(policy, Falco.NEWEST).values()).isNotEmpty().allSatisfy(decision -> assertThat(
                        decision.decision().isProved())
                .as(decision.toString())
                .isTrue());
    }

    /**
     * A team's file can only except whole events: a pod that runs another image, too, fires although it does not break the check.
     * Nothing else differs, although the exception compares the JSON text of the whole spec.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "match: {image: nginx}",
                "match: {image: \"docker.io/library/*\"}",
                "match: {image: \"registry.example.com:5000/a/b:1.2\", user: bob}",
                "match: {image: \"quay.io/a/*\", serviceAccount: app}"
            })
    void imagesOfTeamsAreAnnounced(String match) {
        for (String scope : SCOPES) {
            String policy = scope + "\ncontrols: [" + LIMITS + "]\n" + exception("team: t, " + match, LIMITS);
            RuleDecision decision = decide(policy, Falco.NEWEST).get("p: Container without cpu limit");
            assertThat(decision.over()).isNotEmpty();
            assertThat(decision.reasons()).as(decision.toString()).isEmpty();
            assertThat(decision.decision().under()).isInstanceOf(Decision.Never.class);
            assertThat(decision.counterexamples()).hasSize(1).allMatch(Counterexample::announced);
        }
    }

    /** A rule that forgets the other containers is refuted: its exception hides what they do. */
    @Test
    void exceptionsThatHideOtherImagesAreRefuted() {
        String policy = SCOPES.getFirst() + "\ncontrols: [" + LIMITS + "]\n"
                + exception("team: t, match: {image: nginx}", LIMITS);
        Bundle bundle = Bundles.of(policy);
        String all = "\"[^\\\\\\\"]*("; // the start of the expression for all images of a spec
        assertThat(bundle.exceptions().getFirst().text()).contains(all);
        List<SourceFile> files = bundle.rulesFiles().stream()
                .map(file -> SourceFile.of(file.path(), file.text().replace(all, "\".*(")))
                .toList();
        RulesInForce rules = RulesInForce.load(files.stream(), Emulation.of(Falco.NEWEST))
                .value()
                .orElseThrow();
        RuleDecision decision = new ClaimProofs(rules, Falco.NEWEST, () -> false)
                .decide(bundle.claims())
                .get("p: Container without cpu limit");
        assertThat(decision.decision().under()).as(decision.toString()).isInstanceOf(Decision.Shown.class);
    }

    /** A list of images is one check, however long it is. */
    @Test
    void longListsOfImagesAreProved() {
        String images = IntStream.range(0, 60)
                .mapToObj(i -> switch (i % 5) {
                    case 0 -> "app-" + i;
                    case 1 -> "registry" + i % 7 + ".example.com/group/app-" + i;
                    case 2 -> "quay.io/org/tool-" + i + ":1";
                    case 3 -> "\"ghcr.io/org-" + i + "/*\"";
                    default -> "app-" + i + "@sha256:" + DIGEST;
                })
                .collect(Collectors.joining(", "));
        assertThat(decide("controls: [" + allowing(images) + "]", Falco.NEWEST).values())
                .isNotEmpty()
                .allMatch(decision -> decision.decision().isProved());
    }

    /** Their conditions avoid what such releases read wrongly. */
    @ParameterizedTest
    @ValueSource(strings = {"0.42.1", "0.43.0", "0.43.1", "0.44.1", "0.45"})
    void rulesAreProvedInEveryRelease(String release) {
        String controls = LIMITS + ", {kind: WorkloadSecurity, profile: restricted}";
        assertThat(decide(
                                "maxContainers: 2\nview: admitted\ncontrols: [" + controls + "]",
                                Falco.of(release).orElseThrow())
                        .values())
                .isNotEmpty()
                .allMatch(decision -> decision.decision().isProved());
    }

    @Test
    void questionsEndWhenTimeIsUp() {
        Bundle bundle = Bundles.of("controls: [" + LIMITS + "]");
        assertThat(new ClaimProofs(rules(bundle, Falco.NEWEST), Falco.NEWEST, () -> true)
                        .decide(bundle.claims())
                        .values())
                .isNotEmpty()
                .allMatch(decision -> decision.reasons().equals(List.of("out of time")));
    }

    /** A question that runs out of time leaves the others theirs, and gets what they leave. */
    @Test
    void eachRuleGetsItsPartOfTheTime() {
        Bundle bundle = Bundles.of("maxContainers: 1\ncontrols: [{kind: ResourceLimits, limits: [cpu, memory]}]");
        List<Integer> parts = new ArrayList<>();
        Deadline deadline = new Deadline() {
            @Override
            public boolean isOver() {
                return false;
            }

            @Override
            public Deadline part(int waiting) {
                parts.add(waiting);
                boolean second = parts.size() == 2;
                return () -> second;
            }
        };
        assertThat(new ClaimProofs(rules(bundle, Falco.NEWEST), Falco.NEWEST, deadline)
                        .decide(bundle.claims())
                        .values())
                .hasSize(3)
                .allMatch(decision -> decision.decision().isProved());
        assertThat(parts).containsExactly(3, 2, 1, 1);
    }

    /** A counterexample is small, and it fires the rule or not as it says. */
    @Test
    void counterexamplesAreSmallAndHold() {
        Bundle bundle = Bundles.of("maxContainers: 3\ncontrols: [{kind: ResourceLimits, limits: [cpu]}]");
        Bundle other = Bundles.of(
                "maxContainers: 3\ncontrols: [{kind: ResourceLimits, limits: [cpu], match: {namespaces: [a]}}]");
        RulesInForce rules = rules(bundle, Falco.NEWEST);
        Map<String, RuleDecision> decisions = new ClaimProofs(rules, Falco.NEWEST, () -> false).decide(other.claims());
        RuleDecision decision = decisions.get("p: Container without cpu limit");
        assertThat(decision.decision().under()).isInstanceOf(Decision.Never.class);
        String event = decision.counterexamples().getFirst().event();
        assertThat(event)
                .contains(
                        "\"requestObject\":{\"spec\":{\"containers\":[{\"name\":\"app-0\",\"image\":\"nginx:1.27\"}]}}")
                .hasSizeLessThan(600);
        List<Event> events = new EventReader().read("event", event);
        assertThat(rules.engine(RuleMatching.ALL).evaluate(events.getFirst()))
                .extracting(alert -> alert.rule().name())
                .containsExactly("p: Container without cpu limit");
    }

    private static Map<String, RuleDecision> decide(String spec, Falco falco) {
        Bundle bundle = Bundles.of(spec);
        return new ClaimProofs(rules(bundle, falco), falco, () -> false).decide(bundle.claims());
    }

    private static RulesInForce rules(Bundle bundle, Falco falco) {
        return new LoadedBundles(Emulation.of(falco), List.of(bundle))
                .load(bundle)
                .value()
                .orElseThrow();
    }
}
