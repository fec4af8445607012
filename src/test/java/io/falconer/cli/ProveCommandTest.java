package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProveCommandTest {
    @TempDir
    Path directory;

    @BeforeEach
    void policy() throws IOException {
        Files.writeString(directory.resolve("policy.yaml"), """
                apiVersion: falconer/v1alpha1
                kind: DetectionPolicy
                metadata: {name: limits}
                spec:
                  maxContainers: 2
                  controls:
                  - {kind: ResourceLimits, limits: [memory]}
                """);
    }

    @Test
    void everyRuleOfAPolicyIsProven() throws IOException {
        Run run = Run.in(directory, "prove", "-o", "text", "-o", "json=report.json", "policy.yaml");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("limits: Container without memory limit");
        JsonNode report =
                new JsonMapper().readTree(directory.resolve("report.json").toFile());
        assertThat(report.path("rules")).isNotEmpty();
    }

    @Test
    void theSuitesBesideThePolicyRunToo() throws IOException {
        suite("limits_test.yaml", "limits: Container without memory limit");
        Run run = Run.in(directory, "prove", "policy.yaml");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("a pod with limits");
    }

    @Test
    void aSuiteWithAnUnknownRuleCannotBeLoaded() throws IOException {
        suite("limits_test.yaml", "limits: Container without memory limits");
        Run run = Run.in(directory, "prove", "policy.yaml");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("limits_test.yaml:", "[unknown-rule]");
    }

    @Test
    void twoPoliciesOfOneNameAreRefused() throws IOException {
        Files.copy(directory.resolve("policy.yaml"), directory.resolve("other.yaml"));
        Run run = Run.in(directory, "prove", "policy.yaml", "other.yaml");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo("error: two policies are called \"limits\": in policy.yaml and in other.yaml"
                        + " [duplicate-policy]\n");
    }

    @Test
    void testRunsSuitesByThemselves() throws IOException {
        suite("limits_test.yaml", "limits: Container without memory limit");
        assertThat(Run.in(directory, "test").status()).isEqualTo(1);
        assertThat(Run.in(directory, "test", "--run", "^nothing$")).isEqualTo(new Run(1, "", """
                        error: no test matches ^nothing$ [no-tests]
                        hint: a run without tests proves nothing, so it counts as failed
                        """));
    }

    private void suite(String file, String rule) throws IOException {
        Files.writeString(directory.resolve(file), """
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
