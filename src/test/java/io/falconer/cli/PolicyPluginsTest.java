package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Workspace;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy names the versions of Falco and plugins that run, and what they cannot say is reported at its controls. */
class PolicyPluginsTest {
    private static final String TEMPLATE = """
            apiVersion: falconer/v1alpha1
            kind: RuleTemplate
            metadata: {name: Init}
            spec:
              source: k8s_audit
              judges: pods
              rules:
                - check: noInit
                  name: Pod with an init container
                  desc: d
                  condition: %s
                  output: o
                  tags: [k8s]
                  examples:
                    complies: [{pod: {spec: {containers: [{name: a}]}}}]
                    violates: [{pod: {spec: {initContainers: [{name: a}], containers: [{name: b}]}}}]
            """;

    @RegisterExtension
    final Workspace workspace = new Workspace();

    @BeforeEach
    void files() throws IOException {
        workspace.write("templates/init.yaml", TEMPLATE.formatted("ka.req.pod.initContainers.name[0] exists"));
    }

    private void policy(String versions, String controls) throws IOException {
        workspace.write("policy.yaml", """
                apiVersion: falconer/v1alpha1
                kind: DetectionPolicy
                metadata: {name: shop}
                spec:
                  %s
                  controls: [%s]
                tests:
                - name: a request that no control is about
                  event: {audit: {verb: get}}
                  expect: none
                """.formatted(versions, controls));
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate", "generate --check", "prove", "test"})
    void everyCommandRefusesWhatAPluginIsTooOldFor(String command) throws IOException {
        policy("plugins: [k8saudit:0.16.0, json]", "{kind: Init}");
        Run run = run(command);
        assertThat(run.err())
                .startsWith(
                        "policy.yaml:6:21: error: %sInit/noInit requires the plugin k8saudit 0.18.0 or k8saudit-eks 0.12.0"
                                .formatted(command.startsWith("generate") ? "Falco 0.45: " : ""))
                .contains("(for ka.req.pod.initContainers.name) [not-in-version]\n")
                .contains("\nhint: \"plugins\" of the policy names k8saudit 0.16.0\n");
        assertThat(run.status()).isEqualTo(3);
        policy("plugins: [k8saudit:0.18.0, json]", "{kind: Init}");
        assertThat(run(command).err()).doesNotContain("error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "k8saudit, json            | {kind: TokenAccess}                                  | policy.yaml:6:21: error: "
                        + "TokenAccess requires the plugin container 0.2.0 [not-in-version]",
                "k8saudit                  | {kind: WorkloadSecurity, checks: [privileged]}       | policy.yaml:6:21: error: "
                        + "WorkloadSecurity/privileged requires the plugin json 0.7.0 [not-in-version]",
                "json, k8saudit:0.6.0      | {kind: WorkloadSecurity, profile: restricted}        | policy.yaml:6:21: error: "
                        + "WorkloadSecurity requires the plugin k8saudit 0.7.0 or k8saudit-eks 0.4.0 or k8saudit-gke 0.1.0"
                        + " or k8saudit-aks 0.1.0 or k8saudit-ovh 0.1.0 [not-in-version]",
                "json, k8saudit-aks:0.1.0  | {kind: WorkloadSecurity, profile: restricted}        | ''",
                "container:0.2.0           | {kind: TokenAccess}                                  | ''"
            })
    void aPolicyNeedsThePluginsOfItsControls(String plugins, String control, String error) throws IOException {
        policy("plugins: [" + plugins + "]", control);
        Run run = workspace.run("prove", "policy.yaml");
        if (error.isEmpty()) {
            assertThat(run.err()).doesNotContain("error");
            assertThat(run.status()).isZero();
        } else {
            assertThat(run.err()).startsWith(error);
            assertThat(run.status()).isEqualTo(3);
        }
    }

    @Test
    void theOptionOverridesThePolicy() throws IOException {
        policy("plugins: [k8saudit:0.16.0, json]", "{kind: Init}");
        assertThat(run("prove --plugins k8saudit,json").status()).isZero();
        policy("plugins: [k8saudit:0.18.0, json]", "{kind: Init}");
        Run run = run("prove --plugins k8saudit:0.17.0,json");
        assertThat(run.err()).contains("hint: --plugins names k8saudit 0.17.0\n");
        assertThat(run.status()).isEqualTo(3);
    }

    @Test
    void aVersionOfFalcoThatCannotSayACheckIsToldAtTheControl() throws IOException {
        workspace.write(
                "templates/init.yaml",
                TEMPLATE.formatted("jevt.value[/requestObject/spec/initContainers] exists"
                        + " and ka.verb = create and not jevt.value[/verb] = get"
                        + " and not jevt.value[/requestObject/spec/initContainers] = none"));
        policy("falco: 0.43..0.45", "{kind: Init}");
        Run run = run("generate");
        assertThat(run.err())
                .startsWith(
                        "policy.yaml:6:21: error: Falco 0.43.1: Init/noInit requires the engine 0.62.0 of Falco 0.44, not"
                                + " 0.58.0 [not-in-version]\n")
                .contains("hint: Falco 0.43.0: ");
        assertThat(run.status()).isEqualTo(3);
        policy("falco: 0.44..0.45", "{kind: Init}");
        Run newer = run("generate");
        assertThat(newer.status()).isZero();
        assertThat(newer.out()).contains(" 1  only Falco 0.44 and later can express this (Falco 0.43.0: ");
    }

    @Test
    void theCapabilityTableSaysWhatAnOlderPluginCannotSay() throws IOException {
        policy("view: request", "{kind: Init}, {kind: AllowedImages, denyTags: [latest]}");
        Run run = run("generate");
        assertThat(run.out())
                .contains("older plugins than k8saudit 0.18.0 or k8saudit-eks 0.12.0")
                .containsPattern("Init/noInit +exact +1\n");
        assertThat(run.status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[cloudtrail]             | cloudtrail has no version, and Falconer does not know this plugin",
                "[json, json:0.7.0]       | json is named twice",
                "[k8saudit, k8saudit-gke] | k8saudit and k8saudit-gke provide the same fields",
                "[json:0.7]               | json: \"0.7\" is not a version",
                "[':1.0.0']               | \":1.0.0\" is not a plugin"
            })
    void whatIsNoListOfPluginsIsToldAtTheItem(String plugins, String problem) throws IOException {
        policy("plugins: " + plugins, "{kind: TokenAccess}");
        assertThat(run("generate").err())
                .startsWith("policy.yaml:5:")
                .contains(": error: " + problem + " [bad-plugin]\n");
    }

    private Run run(String command) {
        return workspace.run((command + " policy.yaml --templates templates").split(" "));
    }
}
