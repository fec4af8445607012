package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Workspace;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReportsTest {
    private static final String[] OUTPUTS = {
        "-o", "junit=j.xml", "-o", "sarif=s.sarif", "-o", "tap=t.tap", "-o", "github", "-o", "markdown=m.md"
    };

    @RegisterExtension
    final Workspace workspace = new Workspace();

    @BeforeEach
    void rules() throws IOException {
        workspace.write("r.yaml", """
                - rule: listens
                  desc: d
                  condition: evt.type = listen
                  output: listens
                  priority: ERROR
                """);
    }

    @Test
    void oneRunWritesAllFormatsAndFailsIfATestDoes() throws IOException {
        suite("connect");
        Run run = workspace.run(arguments("test", "l_test.yaml"));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("::error file=l_test.yaml,line=9,").hasLineCount(1);
        assertThat(workspace.read("j.xml")).contains("failures=\"1\"");
        assertThat(workspace.read("s.sarif"))
                .contains("\"ruleId\" : \"stayed-silent\"", "\"version\" : \"" + FalconerVersion.number() + "\"");
        assertThat(workspace.read("t.tap")).contains("not ok 1 - l > it listens\n");
        assertThat(workspace.read("m.md")).contains("| l | l\\_test.yaml | 0 | 1 | 0 | 0 |");
    }

    @Test
    void oneRunWritesAllFormatsAndHoldsIfAllTestsDo() throws IOException {
        suite("listen");
        Run run = workspace.run(arguments("test", "l_test.yaml"));
        assertThat(run).isEqualTo(new Run(0, "", ""));
        assertThat(workspace.read("j.xml")).contains("failures=\"0\"");
        assertThat(workspace.read("s.sarif")).contains("\"results\" : [ ]");
        assertThat(workspace.read("t.tap")).contains("\nok 1 - l > it listens\n");
        assertThat(workspace.read("m.md")).startsWith("### Falconer: passed\n");
    }

    @Test
    void proofsAreToldInAllFormats() throws IOException {
        workspace.write("policy.yaml", ExampleFiles.POLICY);
        Run run = workspace.run(arguments("prove", "policy.yaml"));
        assertThat(run).isEqualTo(new Run(0, "", ""));
        assertThat(workspace.read("j.xml")).contains("<testcase name=\"limits: Container without memory limit\"");
        assertThat(workspace.read("t.tap")).contains("\nok 1 - limits > limits: Container without memory limit\n");
        assertThat(workspace.read("m.md")).contains("| limits | limits: Container without memory limit | proved |");
        assertThat(workspace.read("s.sarif")).contains("\"results\" : [ ]");
    }

    private static String[] arguments(String command, String path) {
        String[] arguments = new String[OUTPUTS.length + 2];
        arguments[0] = command;
        arguments[1] = path;
        System.arraycopy(OUTPUTS, 0, arguments, 2, OUTPUTS.length);
        return arguments;
    }

    private void suite(String type) throws IOException {
        workspace.write("l_test.yaml", """
                apiVersion: falconer/v1alpha1
                kind: RuleTest
                metadata: {name: l}
                rules: [r.yaml]
                tests:
                - name: it listens
                  event: {syscall: {evt.type: %s}}
                  expect:
                  - rule: listens
                """.formatted(type));
    }
}
