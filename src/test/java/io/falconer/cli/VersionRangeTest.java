package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falconer.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests and proofs in several versions of Falco, which an option or a policy names. */
class VersionRangeTest {
    private static final String OWN_POLICY = """
            apiVersion: falconer/v1alpha1
            kind: DetectionPolicy
            metadata: {name: new}
            spec:
              %s
              controls: [{kind: Own, verbs: [delete]}]
            """;

    @RegisterExtension
    final Workspace workspace = new Workspace();

    @BeforeEach
    void files() throws IOException {
        rule("jevt.value[/a] exists and jevt.value[/verb] = create and not jevt.value[/a] = y");
        workspace.write("rules_test.yaml", """
                apiVersion: falconer/v1alpha1
                kind: RuleTest
                metadata: {name: demo}
                rules: [rules.yaml]
                tests:
                - {name: fires, event: {audit: {verb: create, a: x}}, expect: [{rule: Rule}]}
                - {name: skipped, event: {audit: {verb: create}}, expect: none, skip: later}
                """);
    }

    private void rule(String condition) throws IOException {
        workspace.write("rules.yaml", """
                - rule: Rule
                  desc: d
                  condition: %s
                  output: o
                  priority: INFO
                  source: k8s_audit
                """.formatted(condition));
    }

    private void policy(String falco) throws IOException {
        workspace.write("policy.yaml", """
                apiVersion: falconer/v1alpha1
                kind: DetectionPolicy
                metadata: {name: shop}
                spec:
                  %s
                  controls: [{kind: WorkloadSecurity, checks: [privileged]}]
                tests:
                - name: an empty request
                  event: {audit: {verb: get}}
                  expect: none
                """.formatted(falco));
    }

    @Test
    void aRangeShowsTheNewestResultsAndWhatDiffers() {
        Run run = workspace.run("test", "--falco", "0.42..0.45", "rules_test.yaml");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("  passed  fires\n  skipped skipped (later)\n")
                .contains("1 test passed, 0 failed, 1 skipped in 1 suite; 1 event replayed\n")
                .contains("\nIn Falco 0.42.1:\n\nUNRELIABLE fires rules_test.yaml:6:3\n")
                .endsWith("""

                        Falco 0.42.1      0.43.1  0.44.1  0.45
                              UNRELIABLE  passed  passed  passed  demo > fires
                        """);
    }

    @Test
    void programsReadWhatDiffersUnderNamesWithTheVersion() throws IOException {
        String[] formats = {"json", "junit", "tap"};
        String[] reports = new String[3];
        for (int i = 0; i < formats.length; i++) {
            reports[i] = workspace
                    .run("test", "--falco=0.42..0.45", "-o", formats[i], "rules_test.yaml")
                    .out();
        }
        JsonNode json = new JsonMapper().readTree(reports[0]);
        assertThat(json.at("/summary/tests").toString())
                .isEqualTo("{\"passed\":1,\"failed\":0,\"unreliable\":1,\"error\":0,\"skipped\":1}");
        assertThat(json.at("/tests/2/suite").asText()).isEqualTo("demo (Falco 0.42.1)");
        assertThat(json.get("versions").toString()).isEqualTo("[\"0.42.1\",\"0.43.1\",\"0.44.1\",\"0.45\"]");
        assertThat(json.at("/differences/0/falco/0.42.1").asText()).isEqualTo("UNRELIABLE");
        assertThat(reports[1])
                .contains("<testsuite name=\"demo\" tests=\"2\" failures=\"0\"")
                .contains("<testsuite name=\"demo (Falco 0.42.1)\" tests=\"1\" failures=\"1\"");
        assertThat(reports[2]).contains("1..3\n").contains("not ok 3 - demo (Falco 0.42.1) > fires");
    }

    @Test
    void whatDoesNotLoadInAnOlderVersionIsSaidWithTheVersion() throws IOException {
        rule("jevt.value[/a] = oneof (x, z)");
        Run run = workspace.run("test", "--falco", "0.43..0.44", "rules_test.yaml");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("rules.yaml:3:37: error: Falco 0.43.1: unexpected token after 'oneof'");
        assertThat(run.out()).contains("does not load  passed   demo > fires\n");
        assertThat(workspace
                        .run("test", "--falco", "0.42..0.43", "rules_test.yaml")
                        .err())
                .contains("rules.yaml:3:37: error: unexpected token after 'oneof'");
    }

    /** The other suite fails in both versions, and must not hide that this one only fails in the older one. */
    @Test
    void suitesWithTheSameNameAreComparedApart() throws IOException {
        workspace.write(
                "x_test.yaml", workspace.read("rules_test.yaml").replace("verb: create, a: x", "verb: create, a: y"));
        Run run = workspace.run("test", "--falco", "0.42..0.43", "rules_test.yaml", "x_test.yaml");
        assertThat(run.out())
                .contains("\nIn Falco 0.42.1:\n\nUNRELIABLE fires rules_test.yaml:6:3\n")
                .containsPattern("UNRELIABLE +passed +demo \\(rules_test.yaml:1:1\\) > fires\n");
    }

    /** The suite of the policy runs in the older version only. */
    @Test
    void rulesThatOnlyOlderVersionsTestCountForCoverage() throws IOException {
        rule("ka.verb = create");
        policy("falco: 0.42");
        workspace.replace("rules_test.yaml", ", skip: later", "");
        workspace.replace("rules_test.yaml", "{verb: create}", "{verb: get}");
        Run run = workspace.run("test", "--require-coverage", "rules_test.yaml", "policy.yaml");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("FAILED 2 rules not fired by any test:\n  shop: Privileged container policy.yaml:1:1\n")
                .contains("3 rules: 1 fired by a test, 1 kept silent by a test; coverage is required\n");
        assertThat(workspace
                        .run("test", "--require-coverage", "rules_test.yaml")
                        .status())
                .isZero();
    }

    @Test
    void everyReportSaysWhichVersionsCannotLoadTheRules() throws IOException {
        rule("jevt.value[/a] = oneof (x, z)");
        Map<String, String> reports = new HashMap<>();
        for (String format : List.of("text", "json", "junit", "tap", "sarif", "github", "markdown", "html")) {
            Run run = workspace.run("test", "--falco", "0.43..0.44", "-o", format, "rules_test.yaml");
            assertThat(run.status()).isEqualTo(3);
            reports.put(format, run.out());
        }
        String error = "Falco 0.43.1: unexpected token after 'oneof'";
        assertThat(reports.remove("text")).contains("does not load");
        assertThat(reports.values()).allSatisfy(report -> assertThat(report).contains(error));
        JsonNode json = new JsonMapper().readTree(reports.get("json"));
        assertThat(json.at("/summary/holds").asBoolean()).isFalse();
        assertThat(json.at("/unloadable/0.43.1")).hasSize(1);
        assertThat(reports.get("junit"))
                .contains("<testsuite name=\"Falco 0.43.1\" tests=\"1\" failures=\"0\" errors=\"1\"");
        assertThat(reports.get("tap")).contains("not ok 3 - Falco 0.43.1 > all rules load");
        assertThat(reports.get("html")).contains("rules do not load in Falco 0.43.1");
        assertThat(reports.get("markdown")).contains("### Falconer: failed\n", "**rules do not load in Falco 0.43.1**");
    }

    /** What the newest version also says is not repeated with the older ones. */
    @Test
    void whatDoesNotLoadInTheNewestVersionIsSaidAfterWhatOlderOnesSay() throws IOException {
        rule("jevt.value[/a] = oneof (x, z) and jevt.value[/a] = val(b)");
        Run run = workspace.run("test", "--falco", "0.43..0.45", "rules_test.yaml");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("rules.yaml:3:37: error: Falco 0.43.1: unexpected token after 'oneof'")
                .containsOnlyOnce("rules.yaml:3:69: error: expected a field within 'val' transformer")
                .doesNotContain("Falco 0.44.1");
    }

    @Test
    void policiesAreProvenInAllVersionsUnlessTheyOrAnOptionNameSome() throws IOException {
        Files.delete(workspace.path("rules_test.yaml"));
        policy("");
        assertThat(workspace.run("prove", "policy.yaml").out())
                .endsWith("\nThe same in Falco 0.42.1, 0.43.1, 0.44.1, 0.45.\n");
        assertThat(workspace.run("prove", "--falco=0.43.0..0.44", "policy.yaml").out())
                .endsWith("\nThe same in Falco 0.43.0, 0.43.1, 0.44.1.\n");
        assertThat(workspace.run("prove", "--falco=0.44", "policy.yaml").out()).doesNotContain("Falco");
        policy("falco: 0.42..0.43");
        assertThat(workspace.run("prove", "policy.yaml").out()).endsWith("\nThe same in Falco 0.42.1, 0.43.1.\n");
        assertThat(workspace.run("test", "policy.yaml").out())
                .contains("1 test passed")
                .endsWith("\nThe same in Falco 0.42.1, 0.43.1.\n");
        assertThat(workspace.run("test", "--falco=0.45", "policy.yaml").out()).doesNotContain("Falco");
        policy("falco: 0.44");
        assertThat(workspace.run("prove", "policy.yaml").out()).doesNotContain("Falco");
    }

    /** Suites of other rules are for the newest version. */
    @Test
    void suitesNextToAPolicyAreForItsVersions() throws IOException {
        rule("ka.verb = create");
        policy("falco: 0.42..0.43");
        workspace.write("more_test.yaml", """
                apiVersion: falconer/v1alpha1
                kind: RuleTest
                metadata: {name: more}
                policy: policy.yaml
                tests:
                - {name: nothing, event: {audit: {verb: get}}, expect: none}
                """);
        assertThat(workspace.run("test", "more_test.yaml").out()).endsWith("\nThe same in Falco 0.42.1, 0.43.1.\n");
        Run run = workspace.run("prove", "policy.yaml");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).endsWith("\nThe same in Falco 0.42.1, 0.43.1, 0.45.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"falco: 0.45", ""})
    void suitesOfAPolicyRunWhereItIsProvedWhateverOtherPoliciesName(String falco) throws IOException {
        Files.delete(workspace.path("rules_test.yaml"));
        policy("falco: 0.42");
        workspace.write(
                "new.yaml", workspace.read("policy.yaml").replace("shop", "new").replace("falco: 0.42", falco));
        Run run = workspace.run("prove", "policy.yaml", "new.yaml", "-o", "json");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(new JsonMapper().readTree(run.out()).get("tests"))
                .extracting(test -> test.get("suite").asText())
                .containsExactly("new", "shop (Falco 0.42.1)");
    }

    /** The newer policy costs only itself in the version that cannot load it. */
    @Test
    void aPolicyThatDoesNotLoadInAVersionLeavesTheOthersThere() throws IOException {
        ownTemplate();
        policy("");
        workspace.write("own.yaml", OWN_POLICY.formatted("priority: INFO"));
        Run run = workspace.run("prove", "--falco=0.43..0.45", "--templates=templates", "policy.yaml", "own.yaml");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .contains("own.yaml:6:21: error: Falco 0.43.1: Own requires the engine 0.62.0")
                .doesNotContain("policy.yaml");
        assertThat(run.out())
                .contains("policy shop policy.yaml\n", "policy new own.yaml\n")
                .endsWith("""
                        Falco 0.43.1         0.44.1  0.45
                              does not load  tested  tested  new: Own
                        """);
    }

    /** The suite names a rule that only the older version has a reason to miss, and costs only itself in both. */
    @Test
    void aSuiteThatDoesNotLoadLeavesTheOthers() throws IOException {
        workspace.write("more_test.yaml", workspace.read("rules_test.yaml").replace("[rules.yaml]", "[more.yaml]"));
        workspace.write(
                "more.yaml", workspace.read("rules.yaml").replace("condition: ", "condition: ka.verb = oneof (a) or "));
        Run run = workspace.run("test", "--falco=0.43..0.44", "rules_test.yaml", "more_test.yaml");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out())
                .containsPattern("does not load +passed +demo \\(more_test.yaml:1:1\\) > fires\n")
                .doesNotContain("demo (rules_test.yaml:1:1)");
        workspace.write("more.yaml", "- rule: x\n");
        Run broken = workspace.run("test", "--falco=0.43..0.44", "rules_test.yaml", "more_test.yaml");
        assertThat(broken.status()).isEqualTo(3);
        assertThat(broken.err()).containsOnlyOnce("more.yaml:1:3: error: ").doesNotContain("Falco 0.4");
        assertThat(broken.out()).contains("1 test passed, 0 failed, 1 skipped in 1 suite");
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate", "prove"})
    void rulesThatAPolicysVersionCannotLoadAreRefused(String command) throws IOException {
        ownTemplate();
        workspace.write("policy.yaml", OWN_POLICY.formatted("falco: 0.43..0.44"));
        Run refused = workspace.run(command, "--templates", "templates", "policy.yaml");
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.err())
                .contains("Falco 0.43.1: Own requires the engine 0.62.0 of Falco 0.44, not 0.58.0 [not-in-version]");
        workspace.write("policy.yaml", OWN_POLICY.formatted("falco: 0.44..0.45"));
        Run taken = workspace.run(command, "--templates", "templates", "policy.yaml");
        assertThat(taken.status()).as(taken.err()).isZero();
    }

    private void ownTemplate() throws IOException {
        workspace.write("templates/own.yaml", """
                apiVersion: falconer/v1alpha1
                kind: RuleTemplate
                metadata: {name: Own}
                spec:
                  source: k8s_audit
                  judges: objects
                  parameters: {verbs: texts}
                  rules:
                    - check: own
                      name: Own
                      desc: Own
                      condition: jevt.value[/verb] in ($verbs) and ka.target.resource startswith oneof (pod, job)
                      output: o
                      tags: [k8s]
                      examples:
                        complies: [{request: {verb: get, resource: pods, name: p}}]
                        violates: [{request: {verb: $verbs, resource: pods, name: p}}]
                """);
    }

    @Test
    void aReplayInARangeShowsWhichRulesFireElsewhere() throws IOException {
        String event = "{\"kind\":\"Event\",\"auditID\":\"1\",\"stage\":\"ResponseComplete\","
                + "\"stageTimestamp\":\"2026-03-01T10:00:00Z\",\"verb\":\"%s\",\"a\":\"%s\"}\n";
        workspace.write(
                "events.jsonl",
                event.formatted("create", "x") + event.formatted("create", "y") + event.formatted("delete", "x"));
        Run run = workspace.run("replay", "--falco=0.42..0.45", "-r=rules.yaml", "events.jsonl");
        assertThat(run).isEqualTo(new Run(0, """
                Falco 0.42.1  0.43.1  0.44.1  0.45
                      2       1       1       1     Rule (first on events.jsonl:2)
                """, ""));
        JsonNode json = new JsonMapper()
                .readTree(workspace
                        .run("replay", "--falco=0.42..0.45", "-o=json", "-r=rules.yaml", "events.jsonl")
                        .out());
        assertThat(json.get("events").asInt()).isEqualTo(3);
        assertThat(json.at("/differences/0/falco/0.42.1").asText()).isEqualTo("2");
        assertThat(workspace
                        .run("replay", "--falco=0.43..0.45", "-r=rules.yaml", "events.jsonl")
                        .out())
                .isEqualTo("The same in Falco 0.43.1, 0.44.1, 0.45.\n");
        assertThat(workspace
                        .run("replay", "--falco=0.43..0.45", "-o=ndjson", "-r=rules.yaml", "events.jsonl")
                        .status())
                .isEqualTo(2);
        rule("jevt.value[/a] = oneof (x, z)");
        Run refused = workspace.run("replay", "--falco=0.43..0.45", "-r=rules.yaml", "events.jsonl");
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.err()).contains("error: Falco 0.43.1: unexpected token after 'oneof'");
    }
}
