package io.falconer.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.proof.ProofCase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a valid policy says, what its rules must do is what they do. */
class EveryPolicyIsProvenTest {
    private static final List<String> OF_PODS = List.of(
            "{kind: WorkloadSecurity, profile: k01}",
            "{kind: WorkloadSecurity, profile: baseline}",
            "{kind: WorkloadSecurity, profile: restricted}",
            "{kind: RuntimeClass, required: [gvisor, \"$images\"], images: [nginx, \"docker.io/*\"]}",
            "{kind: RuntimeClass, required: [gvisor]}",
            "{kind: ServiceAccounts, checks: [tokenAutomount, defaultServiceAccount]}");
    private static final List<String> POD_EXCEPTIONS = List.of(
            "image: nginx",
            "image: redis, user: bob",
            "user: bob",
            "serviceAccount: app, user: bob",
            "namespace: a",
            "image: \"quay.io/a/*\", namespace: a, serviceAccount: app");

    static Stream<String> policies() {
        Stream<String> pods = Stream.of(1, 3)
                .flatMap(most -> OF_PODS.stream().flatMap(control -> POD_EXCEPTIONS.stream()
                        .map(match ->
                                policy(most, control, match, control.replaceAll(".*kind: ([A-Za-z]+).*", "$1")))));
        Stream<String> others = Stream.of(
                policy(2, "{kind: ServiceAccounts}", "user: bob", "ServiceAccounts"),
                policy(2, "{kind: ServiceAccounts}", "serviceAccount: app", "ServiceAccounts/forbiddenRequest"),
                policy(2, "{kind: ServiceAccounts}", "namespace: a", "ServiceAccounts"),
                policy(2, "{kind: TokenAccess}", "process: vault", "TokenAccess"),
                policy(2, "{kind: TokenAccess, allow: [{process: \"$namespace\"}]}", "image: nginx", "TokenAccess"),
                policy(2, "{kind: TokenAccess, allow: [{image: \"docker.io/*\"}]}", "user: bob", "TokenAccess"),
                policy(2, "{kind: ProtectedObjects, resources: [limitranges]}", "user: bob", "ProtectedObjects"),
                policy(2, "{kind: RuntimeClass, handlers: [runsc]}", "user: bob", "RuntimeClass"));
        return Stream.concat(pods, others);
    }

    private static String policy(int most, String control, String match, String excepted) {
        return """
                maxContainers: %d
                targets: [pods, workloads]
                controls: [%s]
                teams: [{name: t, namespaces: [a]}]
                exceptions:
                - {name: everywhere, controls: [%s], match: {%s}, reason: r}
                - {name: in-a-team, team: t, controls: [%3$s], match: {%4$s}, reason: r}
                """.formatted(most, control, excepted, match);
    }

    /** Rules that an example or a namespace was missing for once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "maxContainers: 1\ncontrols: [{kind: RuntimeClass, required: [kata], images: [\"redis:7\"]}]",
                "controls: [{kind: RuntimeClass, required: [kata], images: [\"quay.io/a@sha256:%s\"]}]",
                "match: {excludeNamespaces: [web]}\n"
                        + "controls: [{kind: AllowedImages, allow: [{namespaces: [web], images: [redis]}]}]",
                "controls: [{kind: ResourceLimits, limits: [memory]}]\n"
                        + "exceptions: [{name: e, controls: [ResourceLimits], match: {user: jane@example.com}, reason: r}]"
            })
    void eachRuleHasSomethingToFireOnAndToBeSilentOn(String policy) {
        Replay replay = Replay.of(policy.replace("%s", "0123456789abcdef".repeat(4)));
        for (String rule : replay.bundle().proofs().stream()
                .map(ProofCase::rule)
                .distinct()
                .toList()) {
            assertThat(replay.bundle().proofs())
                    .filteredOn(proof -> proof.rule().equals(rule))
                    .extracting(ProofCase::fires)
                    .contains(true, false);
        }
        assertThat(replay.bundle().proofs())
                .allSatisfy(proof ->
                        assertThat(replay.fires(proof)).as(proof.description()).isEqualTo(proof.fires()));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void itsProofsHold(String policy) {
        Replay replay = Replay.of(policy);
        assertThat(replay.bundle().proofs()).isNotEmpty().allSatisfy(proof -> assertThat(replay.fires(proof))
                .as(proof.rule() + ": " + proof.description())
                .isEqualTo(proof.fires()));
    }
}
