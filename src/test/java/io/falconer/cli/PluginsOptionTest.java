package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Workspace;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --plugins}: which plugins the Falco has. */
class PluginsOptionTest {
    @RegisterExtension
    final Workspace workspace = new Workspace();

    @BeforeEach
    void files() throws IOException {
        workspace.write("audit.yaml", """
                - required_plugin_versions:
                  - {name: k8saudit, version: 0.7.0, alternatives: [{name: k8saudit-eks, version: 0.4.0}]}
                  - {name: json, version: 0.7.0}
                """ + ExampleFiles.RULE);
        workspace.write("syscall.yaml", """
                - required_plugin_versions: [{name: container, version: 0.2.0}]
                - {rule: r, desc: d, condition: evt.type = listen and container.id != host, output: o, priority: INFO}
                """);
        workspace.write("events.jsonl", ExampleFiles.EVENT.formatted("create"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "k8saudit,json               | 0 | 3",
                "k8saudit-eks,json           | 0 | 3",
                "k8saudit-eks:0.3.0,json     | 3 | 3",
                "k8saudit-gke,json           | 3 | 3",
                "k8saudit:0.16.0,json:0.7.4  | 0 | 3",
                "k8saudit                    | 3 | 3",
                "container                   | 3 | 0",
                "container,k8saudit,json     | 0 | 0",
                "none                        | 3 | 3"
            })
    void aFileLoadsWhereItsPluginsAre(String plugins, int audit, int syscall) {
        assertThat(workspace.run("check", "--plugins", plugins, "audit.yaml").status())
                .isEqualTo(audit);
        assertThat(workspace
                        .run("check", "--plugins=" + plugins, "syscall.yaml")
                        .status())
                .isEqualTo(syscall);
    }

    @Test
    void theyMayBeNamedOneByOne() {
        assertThat(workspace
                        .run("check", "--plugin", "k8saudit:0.18.0", "--plugin", "json", "audit.yaml")
                        .status())
                .isZero();
    }

    /** The file has an error, too, and a rule of a source that no plugin provides. */
    @Test
    void falcoStopsWithOneMessage() throws IOException {
        workspace.append("audit.yaml", "- rule: other\n");
        Run run = workspace.run("check", "--falco", "0.44..0.45", "--plugins", "container", "audit.yaml");
        assertThat(run.out())
                .startsWith(
                        "Error: Plugin requirement not satisfied, must load one of: k8saudit (>= 0.7.0), k8saudit-eks"
                                + " (>= 0.4.0)\naudit.yaml:2:5: error: Plugin requirement not satisfied")
                .endsWith(
                        "hint: if Falco has it, declare it with --plugins k8saudit:0.7.0; declared plugins replace the"
                                + " default ones\n\nThe same in Falco 0.44.1, 0.45.\n");
        assertThat(run.status()).isEqualTo(3);
    }

    @Test
    void rulesThatNoPluginCanFeedAreCounted() throws IOException {
        workspace.write("rule.yaml", ExampleFiles.RULE);
        Run run = workspace.run("check", "--plugins", "container", "rule.yaml");
        assertThat(run.out())
                .contains("Unknown source k8s_audit, skipping")
                .contains("hint: the plugin k8saudit provides source k8s_audit, and --plugins does not name it\n")
                .endsWith("1 rule of source k8s_audit not checked\n");
        assertThat(run.status()).isZero();
        assertThat(workspace
                        .run("check", "--plugins", "container", "--fail-on", "warning", "rule.yaml")
                        .status())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"replay, -r, audit.yaml, events.jsonl", "test, suite_test.yaml,,"})
    void everyCommandThatLoadsRulesTakesIt(String command, String one, String two, String three) throws IOException {
        workspace.write("suite_test.yaml", """
                apiVersion: falconer/v1alpha1
                kind: RuleTest
                metadata: {name: s}
                rules: [audit.yaml]
                tests: [{name: t, event: {file: events.jsonl}, expect: [{rule: any}]}]
                """);
        String[] arguments = two == null ? new String[] {command, one} : new String[] {command, one, two, three};
        assertThat(run(arguments, "--plugins=json,k8saudit-eks").status()).isZero();
        Run refused = run(arguments, "--plugins=container");
        assertThat(refused.err()).contains("Plugin requirement not satisfied, must load one of: k8saudit (>= ");
        assertThat(refused.status()).isEqualTo(3);
    }

    /** The Falco for system calls gets the file of its source only. */
    @Test
    void aProofLeavesOutTheSourcesThatTheFalcoDoesNotHave() throws IOException {
        workspace.write("policy.yaml", """
                apiVersion: falconer/v1alpha1
                kind: DetectionPolicy
                metadata: {name: shop}
                spec:
                  maxContainers: 2
                  controls: [{kind: TokenAccess}, {kind: WorkloadSecurity, checks: [privileged]}]
                tests:
                - name: privileged
                  event: {audit: {verb: create}}
                  expect: none
                  silent: ["shop: Privileged container"]
                - {name: nothing, event: {audit: {verb: create}}, expect: none}
                """);
        workspace.write("audit.yaml", ExampleFiles.POLICY.replace("name: limits", "name: only"));
        Run run = workspace.run("prove", "--plugins", "container", "policy.yaml", "audit.yaml");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).isEqualTo("""
                left out 2 rules of source k8s_audit of policy shop: --plugins names no plugin that provides its events
                left out 2 rules of source k8s_audit of policy only: --plugins names no plugin that provides its events
                left out 1 test about rules that are left out
                """);
        assertThat(run.out())
                .contains("1 test passed, 0 failed")
                .contains("proved")
                .doesNotContain("Privileged", "policy only");
        Run nothing = workspace.run("prove", "--plugins", "container", "audit.yaml");
        assertThat(nothing.err()).contains("error: ResourceLimits/memoryLimit requires the plugin k8saudit 0.7.0 or ");
        assertThat(nothing.status()).isEqualTo(3);
    }

    private Run run(String[] arguments, String option) {
        String[] all = new String[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = option;
        return workspace.run(all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cloudtrail            | --plugins: cloudtrail has no version, and Falconer does not know this plugin",
                "a:1.0.0,a:2.0.0       | --plugins: a is named twice",
                ":1.0.0                | --plugins: \":1.0.0\" is not a plugin",
                "json,                 | --plugins: \"\" is not a plugin",
                "json,none             | --plugins json,none is not a list of plugins",
                "json:0.7              | --plugins: json: \"0.7\" is not a version",
                "k8saudit,k8saudit-eks | --plugins: k8saudit and k8saudit-eks provide the same fields"
            })
    void whatIsNoListOfPluginsIsAnErrorOfUse(String plugins, String message) {
        Run run = workspace.run("check", "--plugins=" + plugins, "audit.yaml");
        assertThat(run.err()).contains(message);
        assertThat(run.status()).isEqualTo(2);
    }
}
