package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A security engineer writes a control as a template, and policies name it. */
class OwnTemplateTest {
    static final String TEMPLATE = """
            apiVersion: falconer/v1alpha1
            kind: RuleTemplate
            metadata: {name: ExposedServices}
            spec:
              source: k8s_audit
              judges: objects
              parameters:
                types: texts
                labels: keys
              rules:
                - check: service type
                  when: types
                  name: Service of a type that is not allowed
                  desc: A Service was created or changed that can be reached from outside.
                  condition: >
                    ka.target.resource = services and ka.verb in (create, update)
                    and jevt.value[$object/spec/type] exists and not jevt.value[$object/spec/type] in ($types)
                  output: Service of a type that is not allowed (user=%ka.user.name type=%ka.req.service.type)
                  tags: [k8s]
                  caveats:
                    - {exactness: under, reason: patches are not seen, narrows: nothing}
                  examples:
                    complies:
                      - request: {resource: services, object: {spec: {type: $types}}}
                      - request: {resource: services, object: {spec: {}}}
                    violates:
                      - request: {resource: services, object: {spec: {type: Other}}}
                - check: $label label
                  judges: pods
                  each: {label: labels}
                  name: Pod without label $label
                  desc: A pod was created without a required label.
                  condition: not jevt.value[$metadata/labels/$label] exists
                  output: Pod without label $label (user=%ka.user.name)
                  tags: [k8s]
                  examples:
                    complies:
                      - pod: {metadata: {labels: {team: a, owner/unit: b}}}
                    violates:
                      - pod: {}
                      - pod: {metadata: {labels: {other: a}}}
            """;
    private static final String POLICY = """
            apiVersion: falconer/v1alpha1
            kind: DetectionPolicy
            metadata: {name: own}
            spec:
              targets: [pods, workloads]
              controls:
              - {kind: ExposedServices, types: [ClusterIP, "it's (not) $types"], labels: [team, owner/unit]}
              teams: [{name: web, namespaces: [web]}]
              exceptions:
              - {name: gateway, team: web, controls: [ExposedServices/serviceType], reason: is reached from outside}
              - {name: jane, controls: [ExposedServices/teamLabel], match: {user: jane}, reason: tries things}
            """;

    @RegisterExtension
    final Workspace workspace = new Workspace();

    @BeforeEach
    void write() throws IOException {
        workspace.write("templates/services.yaml", TEMPLATE);
        workspace.write("policy.yaml", POLICY);
    }

    @Test
    void itsRulesAreProvenByItsExamples() {
        Run run = workspace.run("prove", "policy.yaml", "--templates", "templates", "-v");
        assertThat(run.err()).containsOnlyOnce("[wide-exception]").doesNotContain("error");
        assertThat(run.out())
                .contains("0 rules proved, 3 tested, 0 failed")
                .contains("exception gateway: silenced")
                .contains("own: Pod without label owner/unit");
        assertThat(run.status()).isZero();
    }

    @Test
    void anExampleThatTheRuleIsWrongAboutIsToldAndFails() throws IOException {
        String wrong = TEMPLATE.replace("not jevt.value[$object/spec/type] in", "jevt.value[$object/spec/type] in");
        workspace.write("templates/services.yaml", wrong);
        Run run = workspace.run("prove", "policy.yaml", "--templates", "templates");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("own: Service of a type that is not allowed")
                .contains("1 failed");
    }

    /** No proof knows the control, so only the template's examples can show that the rule is wrong. */
    @Test
    void examplesThatFailAreWrittenAsCounterexamples() throws IOException {
        workspace.write(
                "templates/services.yaml",
                TEMPLATE.replace("not jevt.value[$object/spec/type] in", "jevt.value[$object/spec/type] in"));
        Run run = workspace.run(
                "prove", "policy.yaml", "--templates", "templates", "--falco=0.45", "--counterexamples", "wrong");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).endsWith("wrote counterexamples below wrong\n");
        Run test = workspace.run("test", "wrong");
        assertThat(test.status()).as(test.err()).isEqualTo(1);
        assertThat(test.out())
                .contains("FAILED  own: Service of a type that is not allowed: fires")
                .contains("0 tests passed, 2 failed in 1 suite; 4 events replayed\n");
        workspace.write("templates/services.yaml", TEMPLATE);
        assertThat(workspace
                        .run(
                                "prove",
                                "policy.yaml",
                                "--templates",
                                "templates",
                                "--falco=0.45",
                                "--counterexamples",
                                "no")
                        .err())
                .endsWith("no counterexamples\n");
    }

    @Test
    void aDirectoryWithoutTemplatesIsAnError() throws IOException {
        Files.createDirectories(workspace.path("empty"));
        Run run = workspace.run("prove", "policy.yaml", "--templates", "empty");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo("error: cannot read empty: it has no file that ends in .yaml or .yml [unreadable]\n");
    }

    @Test
    void itsCaveatsStandInTheCapabilityTable() {
        Run run = workspace.run("generate", "policy.yaml", "--templates", "templates");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("ExposedServices/serviceType")
                .contains("under")
                .contains("patches are not seen");
        Run check = workspace.run("check", "rules");
        assertThat(check.out()).contains("own_k8s_audit_rules.yaml: Ok").doesNotContain("warning");
    }

    @Test
    void withoutTheTemplateTheKindIsUnknown() {
        Run run = workspace.run("prove", "policy.yaml");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("policy.yaml:7:12: error: unknown control kind \"ExposedServices\"");
    }

    @Test
    void whatIsWrongInItIsToldByTheNameThatTheUserGave() throws IOException {
        workspace.write("templates/latin.yaml", new byte[] {'#', (byte) 0xe9});
        Run broken = workspace.run("prove", "policy.yaml", "--templates", "templates");
        assertThat(broken.status()).isEqualTo(3);
        assertThat(broken.err())
                .startsWith("templates/latin.yaml:1:2: error: the text is not UTF-8 here [not-utf-8]\n");
        assertThat(workspace.run("prove", "policy.yaml", "--templates", "none").err())
                .isEqualTo("error: cannot read none: the file does not exist [unreadable]\n");
        assertThat(workspace
                        .run("prove", "policy.yaml", "--templates", "policy.yaml")
                        .err())
                .isEqualTo("error: cannot read policy.yaml: it is not a directory [unreadable]\n");
    }

    @Test
    void itsParametersAreReadStrictly() throws IOException {
        workspace.write(
                "policy.yaml",
                POLICY.replace("types: [ClusterIP,", "type: [ClusterIP,").replace("[team,", "[\"te am\","));
        Run run = workspace.run("prove", "policy.yaml", "--templates", "templates");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .contains("unknown key \"type\"")
                .contains("did you mean \"types\"?")
                .contains("\"te am\" is not a key");
    }
}
