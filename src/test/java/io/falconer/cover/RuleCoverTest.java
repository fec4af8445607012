package io.falconer.cover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which events show the parts of a condition at work. */
class RuleCoverTest {
    @TempDir
    Path directory;

    @Test
    void eachCheckOfAnAuditRuleHasItsPair() throws IOException {
        CoverRun run = run(
                "k8s_audit",
                "ka.verb = create and ka.target.resource = pods and (ka.req.pod.host_network = true or ka.req.pod.host_pid = true)");

        assertThat(run.events())
                .containsExactly(
                        "fires ka.verb = create: {user: {username: jane@example.com}, verb: create, objectRef: {resource: pods},"
                                + " requestObject: {spec: {hostNetwork: true}}}",
                        "fires ka.req.pod.host_pid = true: {op: remove, path: /requestObject/spec/hostNetwork}",
                        "silent not ka.verb = create: {op: replace, path: /verb, value: get}",
                        "silent not ka.target.resource = pods: {op: replace, path: /objectRef/resource, value: deployments}",
                        "silent not ka.req.pod.host_network = true: {op: replace, path: /requestObject/spec/hostNetwork, value: false}");
        assertThat(run.failed()).isEmpty();
    }

    @Test
    void eachItemAndEachValueOfAnExceptionHasAnEvent() throws IOException {
        CoverRun run = CoverRun.of(directory, """
                - rule: R
                  desc: d
                  condition: evt.type = execve and proc.name in (sh, bash) and not user.name in (root, app)
                  output: o
                  priority: INFO
                  exceptions:
                    - name: parents
                      fields: [proc.pname, proc.cwd]
                      comps: [=, startswith]
                      values:
                        - [cron, /etc/]
                        - [sshd, /root/]
                """);

        assertThat(run.events())
                .containsExactly(
                        "fires evt.type = execve: {evt.type: execve, proc.name: bash, user.name: jane, container.id: \"3f8c9d5e1a2b\"}",
                        "silent not evt.type = execve: {op: replace, path: /fields/evt.type, value: openat}",
                        "silent not proc.name in (sh, bash): {op: replace, path: /fields/proc.name, value: cat}",
                        "silent user.name in (root, app): {op: replace, path: /fields/user.name, value: app}",
                        "fires proc.name in (sh, bash) with sh: {op: replace, path: /fields/proc.name, value: sh}",
                        "silent user.name in (root, app) with root: {op: replace, path: /fields/user.name, value: root}",
                        "silent exception \"parents\", value 1: {op: add, path: /fields/proc.pname, value: cron}",
                        "silent exception \"parents\", value 2: {op: add, path: /fields/proc.pname, value: sshd}");
        assertThat(run.failed()).isEmpty();
    }

    /** What no event shows, and why. */
    static Stream<Arguments> impossible() {
        return Stream.of(
                Arguments.of("evt.type = execve and not evt.num = 0", "evt.num = 0: \"evt.num = 0\" is impossible"),
                Arguments.of(
                        "evt.type = open and (fd.sport > 65534 or fd.sport > 65535)",
                        "fd.sport > 65535: \"fd.sport > 65535\" is impossible"),
                Arguments.of("evt.type = execve and evt.dir = <", "not evt.dir = <: \"not evt.dir = <\" is impossible"),
                Arguments.of(
                        "evt.type = open and fd.name startswith /etc/ and fd.name startswith /etc",
                        "not fd.name startswith /etc: \"not fd.name startswith /etc\" and \"fd.name startswith /etc/\""
                                + " exclude each other"),
                Arguments.of(
                        "evt.type = open and (fd.name startswith /etc or fd.name = /etc/shadow)",
                        "fd.name = /etc/shadow: \"fd.name = /etc/shadow\" and \"not fd.name startswith /etc\" exclude each"
                                + " other"),
                Arguments.of(
                        "evt.type = open and fd.name exists and proc.name exists and container.id exists",
                        "not container.id exists: \"not container.id exists\" and \"fd.name exists\" exclude each other"));
    }

    @ParameterizedTest
    @MethodSource
    void impossible(String condition, String proved) throws IOException {
        CoverRun run = run("syscall", condition);

        assertThat(run.covered().getFirst().impossible().map(each -> each.what() + ": " + each.reason()))
                .containsExactly(proved);
        assertThat(run.covered().getFirst().undecided()).isEmpty();
        assertThat(run.failed()).isEmpty();
    }

    @Test
    void partsThatExcludeEachOtherAreNamed() throws IOException {
        CoverRun run = run("syscall", "evt.type = connect and evt.type = open and proc.name = x");

        assertThat(run.covered().getFirst().impossible().map(Unshown::reason))
                .contains("\"evt.type = connect\" and \"evt.type = open\" exclude each other")
                .allMatch(reason -> reason.startsWith("\""));
    }

    @Test
    void numbersFitTheirFields() throws IOException {
        CoverRun run =
                run("syscall", "evt.type = open and (fd.sport > 65535 or user.uid > 4294967294 or fd.cport < 1)");

        assertThat(run.suite()).contains("user.uid: 4294967295", "path: /fields/fd.cport, value: 0}");
        assertThat(run.failed()).isEmpty();
    }

    @Test
    void whatIsNotFoundIsNotCalledImpossible() throws IOException {
        CoverRun run = run("syscall", "evt.type = open and b64(fd.name) = x");

        assertThat(run.covered().getFirst().impossible()).isEmpty();
        assertThat(run.covered().getFirst().undecided()).isNotEmpty();
        assertThat(run.covered().getFirst().undecided().map(Unshown::reason))
                .containsOnly("no event that Falconer made shows it");
    }

    @Test
    void onlyWhatTestsOfTheRuleSayCounts() throws IOException {
        CoverRun run = run("syscall", "evt.type = execve and proc.name = sh");
        String test = """
                apiVersion: falconer/v1alpha1
                kind: RuleTest
                metadata: {name: s}
                rules: [rules.yaml]
                tests:
                  - name: t
                    event: {syscall: {evt.type: execve, proc.name: %s}}
                    %s
                """;

        assertThat(missing(run, test.formatted("sh", "expect: [{rule: R}]"))).isEqualTo(2);
        assertThat(missing(run, test.formatted("sh", "expect: [{rule: R, output: nope}]")))
                .isEqualTo(4);
        assertThat(missing(run, test.formatted("cat", "expect: none"))).isEqualTo(3);
        assertThat(missing(run, test.formatted("sh", "expect: none"))).isEqualTo(4);
        assertThat(missing(run, test.formatted("sh", "expect: [{rule: R}]\n    skip: later")))
                .isEqualTo(4);
        assertThat(missing(run, test.formatted("cat", "expect: none\n    ruleMatching: first")))
                .isEqualTo(4);
        assertThat(missing(run, run.suite())).isZero();
    }

    private static int missing(CoverRun run, String suite) {
        return run.after(suite).getFirst().missing();
    }

    @Test
    void textsOfEventsAreNoVariables() throws IOException {
        CoverRun run = run("syscall", "evt.type = execve and proc.name in (\"${x}\", \"${y}\", a, b, c)");

        assertThat(run.suite()).contains("$${");
        assertThat(run.failed()).isEmpty();
    }

    private CoverRun run(String source, String condition) throws IOException {
        return CoverRun.of(
                directory,
                "[{rule: R, desc: d, condition: '%s', output: o, priority: INFO, source: %s}]"
                        .formatted(condition.replace("'", "''"), source));
    }
}
