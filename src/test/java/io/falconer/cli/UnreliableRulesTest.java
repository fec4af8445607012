package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Workspace;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the Falco may read wrong values, tests and proofs say {@code unreliable}, and never that all is well. */
class UnreliableRulesTest {
    @RegisterExtension
    final Workspace workspace = new Workspace();

    @BeforeEach
    void files() throws IOException {
        workspace.write("rules.yaml", """
                - rule: Stale
                  desc: d
                  condition: jevt.value[/a] exists and jevt.value[/verb] = create and not jevt.value[/a] = y
                  output: o
                  priority: INFO
                  source: k8s_audit
                - rule: Sound
                  desc: d
                  condition: ka.verb = get
                  output: o
                  priority: INFO
                  source: k8s_audit
                """);
        workspace.write("rules_test.yaml", """
                apiVersion: falconer/v1alpha1
                kind: RuleTest
                metadata: {name: demo}
                rules: [rules.yaml]
                tests:
                - name: fires
                  event: {audit: {verb: create, a: x}}
                  expect: [{rule: Stale}]
                - name: silent
                  event: {audit: {verb: delete, a: x}}
                  silent: [Stale]
                - name: nothing
                  event: {audit: {verb: delete}}
                  expect: none
                - name: another
                  event: {audit: {verb: get}}
                  expect: [{rule: Sound}]
                """);
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
                      condition: >
                        jevt.value[/objectRef/name] exists and jevt.value[/verb] in ($verbs)
                        and not jevt.value[/objectRef/name] = y
                      output: o
                      tags: [k8s]
                      examples:
                        complies: [{request: {verb: get, resource: pods, name: p}}]
                        violates: [{request: {verb: $verbs, resource: pods, name: p}}]
                """);
        workspace.write("policy.yaml", """
                apiVersion: falconer/v1alpha1
                kind: DetectionPolicy
                metadata: {name: demo}
                spec:
                  controls: [{kind: Own, verbs: [delete]}]
                """);
    }

    @Test
    void aTestIsUnreliableIfItIsAboutSuchARule() {
        Run run = workspace.run("test", "--falco", "0.42", "rules_test.yaml");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("  UNRELIABLE fires\n  UNRELIABLE silent\n  UNRELIABLE nothing\n  passed     another\n")
                .contains("hint: write jevt.value[/a] startswith \"\" instead of jevt.value[/a] exists")
                .contains("1 test passed, 0 failed, 3 unreliable in 1 suite");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.43", "0.44", "0.45"})
    void aVersionWithoutTheFaultIsRelied(String version) {
        assertThat(workspace.run("test", "--falco", version, "rules_test.yaml").out())
                .contains("4 tests passed, 0 failed in 1 suite")
                .doesNotContainIgnoringCase("unreliable");
    }

    @Test
    void aFailureStaysAFailure() throws IOException {
        workspace.write("rules_test.yaml", """
                apiVersion: falconer/v1alpha1
                kind: RuleTest
                metadata: {name: demo}
                rules: [rules.yaml]
                tests:
                - name: does not fire
                  event: {audit: {verb: delete, a: x}}
                  expect: [{rule: Stale}]
                """);
        assertThat(workspace.run("test", "--falco", "0.42", "rules_test.yaml").out())
                .contains("  FAILED  does not fire\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            json     | "status" : "unreliable",
            json     | "unreliable" : [ {
            json     | "code" : "unreliable-field",
            junit    | <testsuite name="demo" tests="4" failures="3" errors="0" skipped="0">
            junit    | <failure type="unreliable-field" message="rule &quot;Stale&quot;: up to Falco 0.43.0,
            sarif    | "ruleId" : "unreliable-field",
            tap      | not ok 1 - demo > fires
            tap      | kind: unreliable-field
            github   | ::error file=rules.yaml,line=3,endLine=3,col=14,title=demo > fires::rule "Stale": up to Falco 0.43.0
            markdown | <b>UNRELIABLE</b> demo &gt; fires
            """)
    void everyFormatSaysSo(String format, String words) {
        Run run = workspace.run("test", "--falco", "0.42", "-o", format, "rules_test.yaml");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains(words);
    }

    @Test
    void aRuleOfAPolicyIsUnreliable() {
        assertThat(prove("--falco=0.43.0").err())
                .contains("Own requires the engine 0.62.0 of Falco 0.44, not 0.58.0 [not-in-version]");
        Run old = prove("--falco=0.43.0", "--falco-engine-version=0.62.0");
        assertThat(old.status()).as(old.err()).isEqualTo(1);
        assertThat(old.out())
                .containsPattern("demo: Own .* UNRELIABLE\n")
                .contains("UNRELIABLE demo: Own\n", "unreliable-field", "0 rules proved, 0 failed, 1 unreliable;");
        assertThat(prove("--falco=0.44").status()).isZero();
    }

    private Run prove(String... falco) {
        return workspace.run(
                Stream.concat(Stream.of("prove", "--templates", "templates", "policy.yaml"), Stream.of(falco))
                        .toArray(String[]::new));
    }
}
