package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
    private static final String RULES = "out/rules/limits_rules.yaml";

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
    void theFilesAreWrittenAndTheCapabilitiesPrinted() throws IOException {
        Run run = Run.in(directory, "generate", "policy.yaml", "-d", "out");
        assertThat(run.err()).isEqualTo("wrote 6 files below out\n");
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("policy limits\n").contains("ResourceLimits");
        assertThat(Run.in(directory, "check", RULES)).isEqualTo(new Run(0, RULES + ": Ok\n", ""));
        try (Stream<Path> files = Files.walk(directory.resolve("out"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file ->
                                    directory.resolve("out").relativize(file).toString()))
                    .containsExactlyInAnyOrder(
                            "rules/limits_rules.yaml",
                            "tests/limits_test.yaml",
                            "tests/fixtures/limits/container_without_memory_limit_fires.jsonl",
                            "tests/fixtures/limits/container_without_memory_limit_silent.jsonl",
                            "tests/fixtures/limits/more_containers_than_are_judged_fires.jsonl",
                            "tests/fixtures/limits/more_containers_than_are_judged_silent.jsonl");
        }
    }

    @Test
    void whatSeveralRowsOfTheTableHaveToSayIsSaidOnce() throws IOException {
        Path policy = directory.resolve("policy.yaml");
        Files.writeString(policy, Files.readString(policy).replace("limits: [memory]", "limits: [cpu, memory]"));
        assertThat(Run.in(directory, "generate", "policy.yaml", "-d", "out").out())
                .isEqualTo("""
                policy limits

                CONTROL                                                 EXACTNESS      NOTES
                ResourceLimits/cpuLimit                                 exact          1 2
                ResourceLimits/memoryLimit                              exact          1 2

                 1  what the client sent is judged, without the defaults of a LimitRange
                    narrower with: view: admitted judges the defaults too; it needs audit level
                    RequestResponse
                 2  a pod with more than 2 containers of a kind fires the overflow rule instead
                    narrower with: a higher maxContainers
                """);
    }

    @Test
    void onlyTheFormsThatAProfileAsksForAreInexact() throws IOException {
        Path policy = directory.resolve("policy.yaml");
        String text = Files.readString(policy);
        for (String profile : List.of("baseline", "restricted")) {
            Files.writeString(policy, text + "  - {kind: WorkloadSecurity, profile: " + profile + "}\n");
            String strict = profile.equals("restricted") ? "over" : "exact";
            String relaxed = profile.equals("restricted") ? "exact" : "over";
            assertThat(Run.in(directory, "generate", "policy.yaml", "-d", "out").out())
                    .containsPattern("WorkloadSecurity/capabilities +" + strict)
                    .containsPattern("WorkloadSecurity/seccompProfile +" + strict)
                    .containsPattern("WorkloadSecurity/procMount +" + relaxed);
        }
    }

    @Test
    void exceptionsThatHoldNoLongerAreDeleted() throws IOException {
        Path policy = directory.resolve("policy.yaml");
        Files.writeString(policy, Files.readString(policy) + """
                  teams: [{name: ops, namespaces: [ops]}]
                  exceptions:
                  - {name: batch, team: ops, controls: [ResourceLimits], match: {user: b}, reason: r, expires: 2026-03-31}
                """);
        Run.in(directory, "generate", "policy.yaml", "-d", "out", "--as-of", "2026-03-01");
        Path exceptions = directory.resolve("out/rules/limits_exceptions/ops_rules.yaml");
        Path byHand = exceptions.resolveSibling("other_rules.yaml");
        Files.writeString(byHand, "# by hand\n");
        assertThat(exceptions).isRegularFile();

        Run check = Run.in(directory, "generate", "policy.yaml", "-d", "out", "--as-of", "2026-04-01", "--check");
        assertThat(check.status()).isEqualTo(1);
        assertThat(check.out()).contains("rules/limits_exceptions/ops_rules.yaml: not generated any more\n");
        assertThat(exceptions).isRegularFile();

        Run again = Run.in(directory, "generate", "policy.yaml", "-d", "out", "--as-of", "2026-04-01");
        assertThat(again.err()).contains("deleted rules/limits_exceptions/ops_rules.yaml");
        assertThat(exceptions).doesNotExist();
        assertThat(byHand).isRegularFile();
    }

    @Test
    void theDirectoryThatIsWrittenLoadsAsItIs() throws IOException {
        Path policy = directory.resolve("policy.yaml");
        Files.writeString(policy, Files.readString(policy) + """
                  teams: [{name: ops, namespaces: [ops]}]
                  exceptions:
                  - {name: batch, team: ops, controls: [ResourceLimits], match: {user: b}, reason: r}
                """);
        Run.in(directory, "generate", "policy.yaml", "-d", "out");
        assertThat(Run.in(directory, "check", "out").out()).isEqualTo("""
                out/rules/limits_rules.yaml: Ok
                out/rules/limits_exceptions/ops_rules.yaml: Ok
                """);
    }

    @Test
    void theSuitesThatAreWrittenPassAndTestTheRules() throws IOException {
        Path policy = directory.resolve("policy.yaml");
        Files.writeString(policy, Files.readString(policy) + """
                  - {kind: WorkloadSecurity, checks: [privileged]}
                  - {kind: TokenAccess}
                  - {kind: ServiceAccounts, checks: [forbiddenRequest]}
                  teams: [{name: ops, namespaces: [ops]}]
                  exceptions:
                  - {name: batch, team: ops, controls: [ResourceLimits], match: {user: b}, reason: r}
                """);
        Run.in(directory, "generate", "policy.yaml", "-d", "out");
        Run passed = Run.in(directory, "test", "out");
        assertThat(passed.out()).contains("10 tests passed, 0 failed in 1 suite");
        assertThat(passed.status()).isZero();

        Path rules = directory.resolve(RULES);
        String text = Files.readString(rules);
        Files.writeString(rules, text.replace("privileged] = \"true\"", "privileged] = \"no\""));
        assertThat(Run.in(directory, "test", "out").status()).isEqualTo(1);
        Files.writeString(rules, text.replace("privileged] = \"true\"", "privileged] != \"no\""));
        assertThat(Run.in(directory, "test", "out").status()).isEqualTo(1);
        Files.writeString(rules, text);
        Files.delete(directory.resolve("out/rules/limits_exceptions/ops_rules.yaml"));
        assertThat(Run.in(directory, "test", "out").status()).isEqualTo(3);
    }

    @Test
    void aSuiteThatSomebodyWroteIsNotReplaced() throws IOException {
        Path suite = directory.resolve("out/tests/limits_test.yaml");
        Files.createDirectories(suite.getParent());
        Files.writeString(suite, "# by hand\n");
        Run run = Run.in(directory, "generate", "policy.yaml", "-d", "out");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("tests/limits_test.yaml is there already");
        assertThat(Files.readString(suite)).isEqualTo("# by hand\n");
        assertThat(directory.resolve(RULES)).doesNotExist();
    }

    @Test
    void theSuiteOfAPolicyThatJudgesNothingAnyMoreIsDeleted() throws IOException {
        Run.in(directory, "generate", "policy.yaml", "-d", "out");
        Path policy = directory.resolve("policy.yaml");
        Files.writeString(
                policy,
                Files.readString(policy)
                        .replace("spec:\n", "spec:\n  match: {namespaces: [a], excludeNamespaces: [a]}\n"));
        assertThat(Run.in(directory, "generate", "policy.yaml", "-d", "out").err())
                .contains("deleted tests/limits_test.yaml");
        assertThat(directory.resolve("out/tests/limits_test.yaml")).doesNotExist();
        assertThat(directory.resolve("out/tests/fixtures/limits")).isEmptyDirectory();
    }

    @Test
    void aPolicyMayBeCalledNull() throws IOException {
        Path policy = directory.resolve("policy.yaml");
        Files.writeString(policy, Files.readString(policy).replace("name: limits", "name: \"null\""));
        Run.in(directory, "generate", "policy.yaml", "-d", "out");
        assertThat(Run.in(directory, "test", "out").status()).isZero();
    }

    @Test
    void everyEventOfAFixtureSaysWhatItShows() throws IOException {
        Run.in(directory, "generate", "policy.yaml", "-d", "out");
        Path fires = directory.resolve("out/tests/fixtures/limits/container_without_memory_limit_fires.jsonl");
        JsonMapper json = new JsonMapper();
        for (String line : Files.readAllLines(fires)) {
            assertThat(json.readTree(line).at("/annotations/falconer~1case").asText())
                    .isNotEmpty();
        }
    }

    @Test
    void fixturesOfRulesThatAreGoneAreDeletedAndNobodyElsesFiles() throws IOException {
        Run.in(directory, "generate", "policy.yaml", "-d", "out");
        Path fixtures = directory.resolve("out/tests/fixtures/limits");
        Path byHand = fixtures.resolve("mine_fires.jsonl");
        Files.copy(fixtures.resolve("container_without_memory_limit_fires.jsonl"), byHand);
        Path policy = directory.resolve("policy.yaml");
        Files.writeString(policy, Files.readString(policy).replace("[memory]", "[cpu]"));
        Run again = Run.in(directory, "generate", "policy.yaml", "-d", "out");
        assertThat(again.err()).contains("deleted tests/fixtures/limits/container_without_memory_limit_fires.jsonl");
        assertThat(fixtures.resolve("container_without_memory_limit_silent.jsonl"))
                .doesNotExist();
        assertThat(byHand).isRegularFile();
    }

    @Test
    void capabilitiesMayBeJson() throws IOException {
        Run run = Run.in(directory, "generate", "policy.yaml", "-d", "out", "-o", "json");
        assertThat(new JsonMapper()
                        .readTree(run.out())
                        .at("/policies/0/capabilities/0/control")
                        .asText())
                .isEqualTo("ResourceLimits");
    }

    @Test
    void checkWritesNothingAndSaysWhatDiffers() throws IOException {
        Run missing = Run.in(directory, "generate", "--check", "policy.yaml", "-d", "out");
        assertThat(missing.status()).isEqualTo(1);
        assertThat(missing.err()).isEqualTo("not up to date; the same command without --check writes the files\n");
        assertThat(missing.out())
                .startsWith("rules/limits_rules.yaml: missing\n")
                .contains("tests/limits_test.yaml: missing\n", "_silent.jsonl: missing\n");
        assertThat(directory.resolve("out")).doesNotExist();
        Run.in(directory, "generate", "policy.yaml", "-d", "out");
        assertThat(Run.in(directory, "generate", "--check", "policy.yaml", "-d", "out"))
                .isEqualTo(new Run(0, "", "6 files up to date\n"));
        Path rules = directory.resolve(RULES);
        Files.writeString(rules, Files.readString(rules).replaceFirst("priority: WARNING", "priority: DEBUG"));
        Run differs = Run.in(directory, "generate", "--check", "policy.yaml", "-d", "out");
        assertThat(differs.status()).isEqualTo(1);
        assertThat(differs.out())
                .startsWith("rules/limits_rules.yaml: differs\n")
                .contains("  -   priority: DEBUG\n  +   priority: WARNING\n");
    }

    @Test
    void aPolicyWithATypoIsShownWhereItIsAndNothingIsWritten() throws IOException {
        Path policy = directory.resolve("policy.yaml");
        Files.writeString(policy, Files.readString(policy).replace("limits: [memory]", "limit: [memory]"));
        Run run = Run.in(directory, "generate", "policy.yaml", "-d", "out");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("policy.yaml:7:28: error: unknown key", "did you mean \"limits\"?");
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @Test
    void directoriesAreSearchedForPolicies() throws IOException {
        Files.writeString(directory.resolve("deployment.yaml"), "apiVersion: apps/v1\nkind: Deployment\n");
        assertThat(Run.in(directory, "generate", ".", "-d", "out").status()).isZero();
    }

    @Test
    void aPolicyThatIsNamedTwiceIsReadOnce() {
        assertThat(Run.in(directory, "generate", "policy.yaml", ".", "-d", "out")
                        .err())
                .isEqualTo("wrote 6 files below out\n");
    }

    @Test
    void whatIsWrongWithAllPoliciesIsSaidAtOnce() throws IOException {
        Files.write(directory.resolve("a.yaml"), new byte[] {(byte) 0xff});
        Files.writeString(directory.resolve("b.yaml"), "kind: DetectionPolicy\n");
        Run run = Run.in(directory, "generate", "a.yaml", "b.yaml", "-d", "out");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .contains("a.yaml:1:1: error: the text is not UTF-8 here", "b.yaml:1:1: error: missing key");
    }

    @Test
    void aFileThatIsNotTextDiffers() throws IOException {
        Run.in(directory, "generate", "policy.yaml", "-d", "out");
        Files.write(directory.resolve(RULES), new byte[] {(byte) 0xff});
        assertThat(Run.in(directory, "generate", "--check", "policy.yaml", "-d", "out")
                        .out())
                .startsWith("rules/limits_rules.yaml: differs\n");
    }
}
