package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falconer.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProveCommandTest {
    @RegisterExtension
    final Workspace workspace = new Workspace();

    @BeforeEach
    void policy() throws IOException {
        workspace.write("policy.yaml", ExampleFiles.POLICY);
    }

    @Test
    void everyRuleOfAPolicyIsProven() throws IOException {
        Run run = workspace.run("prove", "-o", "text", "-o", "json=report.json", "policy.yaml");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("limits: Container without memory limit");
        JsonNode report =
                new JsonMapper().readTree(workspace.path("report.json").toFile());
        assertThat(report.path("rules")).isNotEmpty();
    }

    @Test
    void rulesAreTestedOnlyIfNobodyWantsProofs() {
        assertThat(workspace.run("prove", "policy.yaml").out()).contains(" proved\n", "2 rules proved, 0 failed");
        Run run = workspace.run("prove", "--no-proofs", "policy.yaml");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("0 rules proved, 2 tested, 0 failed").doesNotContain(" proved\n");
    }

    @Test
    void verdictsThatProveLessThanAllMayFail() throws IOException {
        assertThat(workspace
                        .run("prove", "--fail-on=undecided,announced,tested", "policy.yaml")
                        .status())
                .isZero();
        assertThat(workspace
                        .run("prove", "--no-proofs", "--fail-on=tested", "policy.yaml")
                        .status())
                .isEqualTo(1);
        workspace.write(
                "classes.yaml",
                ExampleFiles.POLICY.replaceAll(
                        "(?s)controls:.*", "controls: [{kind: RuntimeClass, handlers: [runsc]}]\n"));
        Run run = workspace.run("prove", "--falco=0.45", "--fail-on", "undecided", "classes.yaml");
        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(run.out().replaceAll("\\s+", " ")).contains("because a patch only shows what it changes");
        assertThat(workspace
                        .run("prove", "--falco=0.45", "--fail-on", "announced", "classes.yaml")
                        .status())
                .isEqualTo(1);
        assertThat(workspace.run("prove", "--fail-on", "proved", "policy.yaml").status())
                .isEqualTo(2);
    }

    @Test
    void theSuitesBesideThePolicyRunToo() throws IOException {
        suite("limits_test.yaml", "limits: Container without memory limit");
        Run run = workspace.run("prove", "policy.yaml");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("a pod with limits");
    }

    @Test
    void aSuiteWithAnUnknownRuleCannotBeLoaded() throws IOException {
        suite("limits_test.yaml", "limits: Container without memory limits");
        assertThat(workspace.run("prove", "--falco=0.45", "policy.yaml").out()).isEmpty();
        Run run = workspace.run("prove", "policy.yaml");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).as("the others are judged in a range").contains("2 rules proved, 0 failed");
        assertThat(run.err()).contains("limits_test.yaml:", "[unknown-rule]");
    }

    @Test
    void twoPoliciesOfOneNameAreRefused() throws IOException {
        Files.copy(workspace.path("policy.yaml"), workspace.path("other.yaml"));
        Run run = workspace.run("prove", "policy.yaml", "other.yaml");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo("error: two policies are named \"limits\": in policy.yaml and in other.yaml"
                        + " [duplicate-policy]\n");
    }

    @Test
    void testRunsSuitesByThemselves() throws IOException {
        suite("limits_test.yaml", "limits: Container without memory limit");
        assertThat(workspace.run("test").status()).isEqualTo(1);
        assertThat(workspace.run("test", "--run", "^nothing$")).isEqualTo(new Run(1, "", """
                        error: no test matches ^nothing$ [no-tests]
                        hint: a run without tests proves nothing, so it counts as failed
                        """));
    }

    private void suite(String file, String rule) throws IOException {
        workspace.write(file, """
                apiVersion: falconer/v1alpha1
                kind: RuleTest
                metadata: {name: wrong}
                policy: policy.yaml
                tests:
                - name: a pod with limits
                  event:
                    audit: {kind: Event, auditID: a, stage: ResponseComplete, verb: create, stageTimestamp: "2026-03-01T10:00:00Z"}
                  expect:
                  - rule: "%s"
                """.formatted(rule));
    }
}
