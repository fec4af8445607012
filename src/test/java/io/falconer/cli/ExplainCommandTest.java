package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconer.Workspace;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String RULES = """
            - rule: Shell
              desc: d
              condition: evt.type = execve and proc.name = sh
              output: o
              priority: NOTICE
            """;

    private static final String POLICY = """
            apiVersion: falconer/v1alpha1
            kind: DetectionPolicy
            metadata: {name: shop}
            spec:
              controls:
              - kind: ListeningSockets
              teams:
              - {name: batch, namespaces: [batch]}
              exceptions:
              - name: whole-team
                team: batch
                controls: [ListeningSockets]
                reason: debugging week
                owner: jane@example.com
            """;

    @RegisterExtension
    final Workspace workspace = new Workspace();

    @BeforeEach
    void files() throws IOException {
        workspace.write("rules.yaml", RULES);
        workspace.write("events.jsonl", """
                {"source":"syscall","fields":{"evt.type":"execve","proc.name":"sh"}}
                {"source":"syscall","fields":{"evt.type":"execve","proc.name":"\\u001b[31mls"}}
                """);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("events.jsonl", 2, "no rules given"),
                Arguments.of("rules.yaml", 2, "no events given"),
                Arguments.of("-r rules.yaml --rule Shel events.jsonl", 2, "did you mean \"Shell\"?"),
                Arguments.of("-r - -", 2, "rules and events cannot both come from standard input"),
                Arguments.of("-r rules.yaml - -", 2, "standard input can only be read once"),
                Arguments.of("-r rules.yaml --priority loud events.jsonl", 2, "unknown priority"),
                Arguments.of("-r rules.yaml none.jsonl", 3, "the file does not exist"),
                Arguments.of("-r events.jsonl events.jsonl", 3, "error"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakesAreNamed(String arguments, int status, String message) {
        Run run = workspace.run(("explain " + arguments).split(" "));
        assertThat(run.status()).isEqualTo(status);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message);
    }

    @Test
    void theAlternativeThatHoldsIsShownWithoutTheOthers() {
        workspace.write("containers.yaml", """
                - rule: No memory limit
                  desc: d
                  condition: >
                    ka.verb = create and
                    ((jevt.value[/requestObject/spec/containers/0] exists
                      and not jevt.value[/requestObject/spec/containers/0/resources/limits/memory] exists)
                    or (jevt.value[/requestObject/spec/containers/1] exists
                      and not jevt.value[/requestObject/spec/containers/1/resources/limits/memory] exists))
                  output: o
                  priority: NOTICE
                  source: k8s_audit
                """);
        workspace.write("pod.yaml", """
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec:
                  containers:
                  - {name: a, image: nginx, resources: {limits: {memory: 1Gi}}}
                  - {name: b, image: nginx}
                """);
        workspace.write("pod.jsonl", workspace.run("event", "pod.yaml").out());
        assertThat(workspace
                        .run("explain", "-r", "containers.yaml", "pod.jsonl")
                        .out())
                .contains(
                        "    of its alternatives, this holds:\n      ✓ jevt.value[/requestObject/spec/containers/1] exists\n",
                        "no value: containers[1] has no resources  containers.yaml:8\n");
        assertThat(workspace
                        .run("explain", "-v", "-r", "containers.yaml", "pod.jsonl")
                        .out())
                .contains("no value: containers[1] has no resources");
    }

    @Test
    void aConditionThatNoChangeMakesTrueIsSaidSo() {
        workspace.write("never.yaml", RULES.replace("proc.name = sh", "proc.name = sh and not proc.name = sh"));
        assertThat(workspace.run("explain", "-r", "never.yaml", "events.jsonl").out())
                .contains("no set of parts was found whose change lets it fire");
    }

    @Test
    void alertsOfOtherSourcesAreCountedAsSuch() {
        workspace.write("alert.json", """
                {"rule":"R","source":"k8s_audit","output_fields":{"ka.verb":"create"}}
                """);
        assertThat(workspace.run("explain", "-r", "rules.yaml", "alert.json").err())
                .contains("skipped 1: alert or field map of another source than syscall");
    }

    @Test
    void filesThatAreNotWrittenAreNamed() {
        workspace.write("shop.yaml", POLICY);
        workspace.write("listen.jsonl", """
                {"source":"syscall","fields":{"evt.type":"listen"}}
                """);
        String note = "\"falconer generate\" writes this file";
        assertThat(workspace.run("explain", "shop.yaml", "listen.jsonl").err()).contains(note);
        workspace.run("generate", "shop.yaml");
        assertThat(workspace.run("explain", "shop.yaml", "listen.jsonl").err()).doesNotContain(note);
    }

    @Test
    void valuesDoNotReachTheTerminalAsTheyAre() {
        Run run = workspace.run("explain", "-r", "rules.yaml", "events.jsonl");
        assertThat(run.out()).contains("saw \"\\u001b[31mls\"").doesNotContain("\u001b");
    }

    @Test
    void onlyATerminalHasColours() {
        assertThat(workspace
                        .run("explain", "--color=always", "-r", "rules.yaml", "events.jsonl")
                        .out())
                .contains("\u001b[32m✓ \u001b[0m");
    }

    @Test
    void programsGetEachEventAndRule() throws IOException {
        JsonNode all = JSON.readTree(workspace
                .run("explain", "-r", "rules.yaml", "-o", "json", "events.jsonl")
                .out());
        assertThat(all.get("explanations")).hasSize(2);
        JsonNode silent = all.get("explanations").get(1);
        assertThat(silent.get("fires").booleanValue()).isFalse();
        assertThat(silent.get("cause").textValue()).isEqualTo("condition");
        assertThat(silent.get("event")).isEqualTo(JSON.readTree("{\"path\":\"events.jsonl\",\"line\":2}"));
        assertThat(silent.at("/decisive/0/text").textValue()).isEqualTo("proc.name = sh");
        assertThat(silent.at("/decisive/0/saw/0/value").textValue()).isEqualTo("\u001b[31mls");
        assertThat(silent.at("/condition/parts/1/location").textValue()).isEqualTo("rules.yaml:3:36");
        Run lines = workspace.run("explain", "-r", "rules.yaml", "-o", "ndjson", "events.jsonl");
        assertThat(lines.out().lines()).hasSize(2).allSatisfy(line -> assertThat(JSON.readTree(line))
                .isIn(all.get("explanations")));
        Run none = workspace.runWithInput("", "explain", "-r", "rules.yaml", "-o", "json", "-");
        assertThat(JSON.readTree(none.out()).get("explanations")).isEmpty();
    }

    @Test
    void severalVersionsAnswerOneAfterTheOther() throws IOException {
        Run run = workspace.run("explain", "--falco=0.42..0.45", "-r", "rules.yaml", "-o", "ndjson", "events.jsonl");
        assertThat(JSON.readTree(run.out().lines().findFirst().orElseThrow())
                        .get("falco")
                        .textValue())
                .isEqualTo("0.42.1");
        assertThat(run.out().lines()).hasSize(8);
        assertThat(workspace
                        .run("explain", "--falco=0.42..0.45", "-r", "rules.yaml", "events.jsonl")
                        .out())
                .contains("\nFalco 0.45, events.jsonl:2\n");
    }

    @Test
    void anExceptionOfAPolicyHasItsReasonAndOwner() throws IOException {
        workspace.write("policy.yaml", POLICY);
        workspace.write("sockets.jsonl", """
                {"source":"syscall","fields":{"evt.type":"listen","container.id":"0a1b2c3d4e5f","fd.typechar":"4","fd.sport":80,"proc.name":"nc","k8s.ns.name":"batch","container.image.repository":"a"}}
                """);
        assertThat(workspace.run("explain", "policy.yaml", "sockets.jsonl"))
                .isEqualTo(workspace.run("explain", "--as-of", "2026-03-01", "policy.yaml", "sockets.jsonl"));
        assertThat(workspace.run("explain", "policy.yaml", "sockets.jsonl").out())
                .contains("silenced by exception \"namespace\", value 1")
                .contains("whole-team: debugging week; owner jane@example.com");
    }

    @Test
    void replayShowsWhyARuleFired() {
        assertThat(workspace
                        .run("replay", "--explain", "-r", "rules.yaml", "events.jsonl")
                        .out())
                .isEqualTo("""
                        00:00:00.000000000: Notice o
                            ✓ and  rules.yaml:3
                              ✓ evt.type = execve  saw "execve"  rules.yaml:3
                              ✓ proc.name = sh  saw "sh"  rules.yaml:3
                        """);
        assertThat(workspace.run("replay", "--explain", "-r", "rules.yaml", "-o", "json", "events.jsonl"))
                .extracting(Run::status, Run::out)
                .containsExactly(2, "");
        assertThat(workspace
                        .run("replay", "--explain", "--falco=0.42..0.45", "-r", "rules.yaml", "events.jsonl")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void theVariableThatForbidsColoursIsHeeded() {
        Run run = Run.within(
                workspace.path("."),
                "",
                Map.of("NO_COLOR", "1"),
                new Terminal(true, true),
                "explain",
                "-r",
                "rules.yaml",
                "events.jsonl");
        assertThat(run.out()).doesNotContain("\u001b");
    }
}
