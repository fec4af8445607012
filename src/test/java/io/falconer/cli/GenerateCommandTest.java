package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falconer.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GenerateCommandTest {
    private static final String RULES = "out/rules/limits_k8s_audit_rules.yaml";

    @RegisterExtension
    final Workspace workspace = new Workspace();

    @BeforeEach
    void policy() throws IOException {
        workspace.write("policy.yaml", ExampleFiles.POLICY);
    }

    @Test
    void theFilesAreWrittenAndTheCapabilitiesPrinted() throws IOException {
        Run run = workspace.run("generate", "policy.yaml", "-d", "out");
        assertThat(run.err()).isEqualTo("wrote 6 files below out\n");
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("policy limits\n").contains("ResourceLimits");
        assertThat(workspace.run("check", RULES)).isEqualTo(new Run(0, RULES + ": Ok\n", ""));
        try (Stream<Path> files = Files.walk(workspace.path("out"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> workspace.path("out").relativize(file).toString()))
                    .containsExactlyInAnyOrder(
                            "rules/limits_k8s_audit_rules.yaml",
                            "tests/limits_test.yaml",
                            "tests/fixtures/limits/container_without_memory_limit_fires.jsonl",
                            "tests/fixtures/limits/container_without_memory_limit_silent.jsonl",
                            "tests/fixtures/limits/more_containers_than_are_judged_fires.jsonl",
                            "tests/fixtures/limits/more_containers_than_are_judged_silent.jsonl");
        }
    }

    @Test
    void whatSeveralRowsOfTheTableHaveToSayIsSaidOnce() throws IOException {
        workspace.replace("policy.yaml", "limits: [memory]", "limits: [cpu, memory]");
        assertThat(workspace.run("generate", "policy.yaml", "-d", "out").out()).isEqualTo("""
                policy limits

                CONTROL                                                 EXACTNESS      NOTES
                ResourceLimits/cpuLimit                                 exact          1 2
                ResourceLimits/memoryLimit                              exact          1 2

                 1  the rule checks what the client sent, without the defaults of a LimitRange
                    narrower with: view: admitted also checks the defaults; it requires the
                    audit level RequestResponse
                 2  a pod with more than 2 containers of a kind fires the overflow rule instead
                    narrower with: a higher maxContainers
                """);
    }

    @Test
    void onlyTheFormsThatAProfileAsksForAreInexact() throws IOException {
        String text = workspace.read("policy.yaml");
        for (String profile : List.of("baseline", "restricted")) {
            workspace.write("policy.yaml", text + "  - {kind: WorkloadSecurity, profile: " + profile + "}\n");
            String strict = profile.equals("restricted") ? "over" : "exact";
            String relaxed = profile.equals("restricted") ? "exact" : "over";
            assertThat(workspace.run("generate", "policy.yaml", "-d", "out").out())
                    .containsPattern("WorkloadSecurity/capabilities +" + strict)
                    .containsPattern("WorkloadSecurity/seccompProfile +" + strict)
                    .containsPattern("WorkloadSecurity/procMount +" + relaxed);
        }
    }

    @Test
    void exceptionsThatHoldNoLongerAreDeleted() throws IOException {
        workspace.append("policy.yaml", """
                  teams: [{name: ops, namespaces: [ops]}]
                  exceptions:
                  - {name: batch, team: ops, controls: [ResourceLimits], match: {user: b}, reason: r, expires: 2026-03-31}
                """);
        workspace.run("generate", "policy.yaml", "-d", "out", "--as-of", "2026-03-01");
        Path exceptions = workspace.path("out/rules/limits_exceptions/ops_k8s_audit_rules.yaml");
        Path byHand = workspace.write("out/rules/limits_exceptions/other_rules.yaml", "# by hand\n");
        assertThat(exceptions).isRegularFile();

        Run check = workspace.run("generate", "policy.yaml", "-d", "out", "--as-of", "2026-04-01", "--check");
        assertThat(check.status()).isEqualTo(1);
        assertThat(check.out()).contains("rules/limits_exceptions/ops_k8s_audit_rules.yaml: no longer generated\n");
        assertThat(exceptions).isRegularFile();

        Run again = workspace.run("generate", "policy.yaml", "-d", "out", "--as-of", "2026-04-01");
        assertThat(again.err()).contains("deleted rules/limits_exceptions/ops_k8s_audit_rules.yaml");
        assertThat(exceptions).doesNotExist();
        assertThat(byHand).isRegularFile();
    }

    /** Falco would load both, and refuse the one whose plugins it does not have. */
    @Test
    void rulesOfASourceThatIsGoneAreDeleted() throws IOException {
        workspace.append("policy.yaml", "  - {kind: TokenAccess}\n");
        workspace.run("generate", "policy.yaml", "-d", "out");
        Path syscall = workspace.path("out/rules/limits_syscall_rules.yaml");
        assertThat(syscall).isRegularFile();
        workspace.write("policy.yaml", ExampleFiles.POLICY);
        assertThat(workspace
                        .run("generate", "policy.yaml", "-d", "out", "--check")
                        .out())
                .contains("rules/limits_syscall_rules.yaml: no longer generated\n");
        assertThat(workspace.run("generate", "policy.yaml", "-d", "out").err())
                .contains("deleted rules/limits_syscall_rules.yaml: the policy no longer produces this file\n");
        assertThat(syscall).doesNotExist();
    }

    @Test
    void theOneFileOfAllSourcesThatWasWrittenBeforeIsReplaced() throws IOException {
        workspace.append("policy.yaml", """
                  - {kind: TokenAccess}
                  teams: [{name: ops, namespaces: [ops]}]
                  exceptions:
                  - {name: batch, team: ops, controls: [ResourceLimits], match: {user: b}, reason: r}
                """);
        String mark = " of the policy limits. Made by Falconer: change the policy, not this file.\n";
        Path rules = workspace.write("out/rules/limits_rules.yaml", "# Falco rules" + mark);
        Path exceptions =
                workspace.write("out/rules/limits_exceptions/ops_rules.yaml", "# Exceptions of team ops" + mark);
        Path other = workspace.write("out/rules/other_rules.yaml", "# Falco rules" + mark);
        Run check = workspace.run("generate", "policy.yaml", "-d", "out", "--check");
        assertThat(check.out())
                .contains("rules/limits_rules.yaml: no longer generated; load rules/limits_k8s_audit_rules.yaml and"
                        + " rules/limits_syscall_rules.yaml instead\n");
        Run run = workspace.run("generate", "policy.yaml", "-d", "out");
        assertThat(run.err())
                .contains("deleted rules/limits_rules.yaml: the policy no longer produces this file; load"
                        + " rules/limits_k8s_audit_rules.yaml and rules/limits_syscall_rules.yaml instead\n")
                .contains(
                        "deleted rules/limits_exceptions/ops_rules.yaml: the policy no longer produces this file; load"
                                + " rules/limits_exceptions/ops_k8s_audit_rules.yaml instead\n");
        assertThat(rules).doesNotExist();
        assertThat(exceptions).doesNotExist();
        assertThat(other).isRegularFile();
        workspace.write("out/rules/limits_rules.yaml", "# by hand\n");
        assertThat(workspace.run("generate", "policy.yaml", "-d", "out").err()).doesNotContain("deleted");
        assertThat(rules).isRegularFile();
    }

    @Test
    void theDirectoryThatIsWrittenLoadsAsItIs() throws IOException {
        workspace.append("policy.yaml", """
                  teams: [{name: ops, namespaces: [ops]}]
                  exceptions:
                  - {name: batch, team: ops, controls: [ResourceLimits], match: {user: b}, reason: r}
                """);
        workspace.run("generate", "policy.yaml", "-d", "out");
        assertThat(workspace.run("check", "out").out()).isEqualTo("""
                out/rules/limits_k8s_audit_rules.yaml: Ok
                out/rules/limits_exceptions/ops_k8s_audit_rules.yaml: Ok
                """);
    }

    @Test
    void theSuitesThatAreWrittenPassAndTestTheRules() throws IOException {
        workspace.append("policy.yaml", """
                  - {kind: WorkloadSecurity, checks: [privileged]}
                  - {kind: TokenAccess}
                  - {kind: ServiceAccounts, checks: [forbiddenRequest]}
                  teams: [{name: ops, namespaces: [ops]}]
                  exceptions:
                  - {name: batch, team: ops, controls: [ResourceLimits], match: {user: b}, reason: r}
                """);
        workspace.run("generate", "policy.yaml", "-d", "out");
        Run passed = workspace.run("test", "out");
        assertThat(passed.out()).contains("10 tests passed, 0 failed in 1 suite");
        assertThat(passed.status()).isZero();

        String text = workspace.read(RULES);
        workspace.replace(RULES, "privileged] = \"true\"", "privileged] = \"no\"");
        assertThat(workspace.run("test", "out").status()).isEqualTo(1);
        workspace.replace(RULES, "privileged] = \"no\"", "privileged] != \"no\"");
        assertThat(workspace.run("test", "out").status()).isEqualTo(1);
        workspace.write(RULES, text);
        Files.delete(workspace.path("out/rules/limits_exceptions/ops_k8s_audit_rules.yaml"));
        assertThat(workspace.run("test", "out").status()).isEqualTo(3);
    }

    @Test
    void aSuiteThatSomebodyWroteIsNotReplaced() throws IOException {
        Path suite = workspace.write("out/tests/limits_test.yaml", "# by hand\n");
        Run run = workspace.run("generate", "policy.yaml", "-d", "out");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("error: out/tests/limits_test.yaml exists already");
        assertThat(suite).content().isEqualTo("# by hand\n");
        assertThat(workspace.path(RULES)).doesNotExist();
    }

    @Test
    void theSuiteOfAPolicyThatJudgesNothingAnyMoreIsDeleted() throws IOException {
        workspace.run("generate", "policy.yaml", "-d", "out");
        workspace.replace("policy.yaml", "spec:\n", "spec:\n  match: {namespaces: [a], excludeNamespaces: [a]}\n");
        assertThat(workspace.run("generate", "policy.yaml", "-d", "out").err())
                .contains("deleted tests/limits_test.yaml");
        assertThat(workspace.path("out/tests/limits_test.yaml")).doesNotExist();
        assertThat(workspace.path("out/tests/fixtures/limits")).isEmptyDirectory();
    }

    @Test
    void aPolicyMayBeCalledNull() throws IOException {
        workspace.replace("policy.yaml", "name: limits", "name: \"null\"");
        workspace.run("generate", "policy.yaml", "-d", "out");
        assertThat(workspace.run("test", "out").status()).isZero();
    }

    @Test
    void everyEventOfAFixtureSaysWhatItShows() throws IOException {
        workspace.run("generate", "policy.yaml", "-d", "out");
        Path fires = workspace.path("out/tests/fixtures/limits/container_without_memory_limit_fires.jsonl");
        JsonMapper json = new JsonMapper();
        for (String line : Files.readAllLines(fires)) {
            assertThat(json.readTree(line).at("/annotations/falconer~1case").asText())
                    .isNotEmpty();
        }
    }

    @Test
    void fixturesOfRulesThatAreGoneAreDeletedAndNobodyElsesFiles() throws IOException {
        workspace.run("generate", "policy.yaml", "-d", "out");
        Path fixtures = workspace.path("out/tests/fixtures/limits");
        Path byHand = fixtures.resolve("mine_fires.jsonl");
        Files.copy(fixtures.resolve("container_without_memory_limit_fires.jsonl"), byHand);
        workspace.replace("policy.yaml", "[memory]", "[cpu]");
        Run again = workspace.run("generate", "policy.yaml", "-d", "out");
        assertThat(again.err()).contains("deleted tests/fixtures/limits/container_without_memory_limit_fires.jsonl");
        assertThat(fixtures.resolve("container_without_memory_limit_silent.jsonl"))
                .doesNotExist();
        assertThat(byHand).isRegularFile();
    }

    @Test
    void capabilitiesMayBeJson() throws IOException {
        Run run = workspace.run("generate", "policy.yaml", "-d", "out", "-o", "json");
        assertThat(new JsonMapper()
                        .readTree(run.out())
                        .at("/policies/0/capabilities/0/control")
                        .asText())
                .isEqualTo("ResourceLimits");
    }

    @Test
    void otherProgramsGetWhatIsOutdated() throws IOException {
        assertThat(workspace.run("generate", "policy.yaml", "-o", "junit").status())
                .isEqualTo(2);
        workspace.run("generate", "policy.yaml", "-d", "out");
        assertThat(workspace
                        .run("generate", "--check", "policy.yaml", "-d", "out", "-o", "github")
                        .out())
                .isEmpty();
        workspace.write(RULES, workspace.read(RULES).replaceFirst("priority: WARNING", "priority: DEBUG"));
        Run github = workspace.run("generate", "--check", "policy.yaml", "-d", "out", "-o", "github");
        assertThat(github.status()).isEqualTo(1);
        assertThat(github.out())
                .startsWith("::error file=" + RULES + ",line=")
                .contains("rules/limits_k8s_audit_rules.yaml is not up to date");
        Run junit = workspace.run("generate", "--check", "policy.yaml", "-d", "out", "-o", "junit", "-o", "text=x.txt");
        assertThat(junit.out()).contains(" tests=\"6\" failures=\"1\" ", "<failure type=\"outdated-file\"");
        assertThat(workspace.read("x.txt")).startsWith("rules/limits_k8s_audit_rules.yaml: differs\n");
        workspace.write("broken.yaml", "kind: DetectionPolicy\n");
        Run sarif = workspace.run("generate", "--check", "broken.yaml", "-d", "out", "-o", "sarif");
        assertThat(sarif.status()).isEqualTo(3);
        assertThat(sarif.out()).contains("\"uri\" : \"broken.yaml\"", "\"ruleId\" : \"missing-key\"");
        assertThat(workspace
                        .run("generate", "--check", "broken.yaml", "-d", "out", "-o", "junit")
                        .out())
                .contains("errors=\"1\"", "<error type=\"missing-key\"")
                .doesNotContain("<failure");
    }

    @Test
    void checkWritesNothingAndSaysWhatDiffers() throws IOException {
        Run missing = workspace.run("generate", "--check", "policy.yaml", "-d", "out");
        assertThat(missing.status()).isEqualTo(1);
        assertThat(missing.err())
                .isEqualTo("not up to date; run the same command without --check to write the files\n");
        assertThat(missing.out())
                .startsWith("rules/limits_k8s_audit_rules.yaml: missing\n")
                .contains("tests/limits_test.yaml: missing\n", "_silent.jsonl: missing\n");
        assertThat(workspace.path("out")).doesNotExist();
        workspace.run("generate", "policy.yaml", "-d", "out");
        assertThat(workspace.run("generate", "--check", "policy.yaml", "-d", "out"))
                .isEqualTo(new Run(0, "", "6 files up to date\n"));
        workspace.write(RULES, workspace.read(RULES).replaceFirst("priority: WARNING", "priority: DEBUG"));
        Run differs = workspace.run("generate", "--check", "policy.yaml", "-d", "out");
        assertThat(differs.status()).isEqualTo(1);
        assertThat(differs.out())
                .startsWith("rules/limits_k8s_audit_rules.yaml: differs\n")
                .contains("  -   priority: DEBUG\n  +   priority: WARNING\n");
    }

    @Test
    void aPolicyWithATypoIsShownWhereItIsAndNothingIsWritten() throws IOException {
        workspace.replace("policy.yaml", "limits: [memory]", "limit: [memory]");
        Run run = workspace.run("generate", "policy.yaml", "-d", "out");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("policy.yaml:7:28: error: unknown key", "did you mean \"limits\"?");
        assertThat(workspace.path("out")).doesNotExist();
    }

    @Test
    void directoriesAreSearchedForPolicies() throws IOException {
        workspace.write("deployment.yaml", "apiVersion: apps/v1\nkind: Deployment\n");
        assertThat(workspace.run("generate", ".", "-d", "out").status()).isZero();
    }

    @Test
    void aPolicyThatIsNamedTwiceIsReadOnce() {
        assertThat(workspace.run("generate", "policy.yaml", ".", "-d", "out").err())
                .isEqualTo("wrote 6 files below out\n");
    }

    @Test
    void whatIsWrongWithAllPoliciesIsSaidAtOnce() throws IOException {
        workspace.write("a.yaml", new byte[] {(byte) 0xff});
        workspace.write("b.yaml", "kind: DetectionPolicy\n");
        Run run = workspace.run("generate", "a.yaml", "b.yaml", "-d", "out");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .contains("a.yaml:1:1: error: the text is not UTF-8 here", "b.yaml:1:1: error: missing key");
    }

    @Test
    void aFileThatIsNotTextDiffers() throws IOException {
        workspace.run("generate", "policy.yaml", "-d", "out");
        workspace.write(RULES, new byte[] {(byte) 0xff});
        assertThat(workspace
                        .run("generate", "--check", "policy.yaml", "-d", "out")
                        .out())
                .startsWith("rules/limits_k8s_audit_rules.yaml: differs\n");
    }
}
