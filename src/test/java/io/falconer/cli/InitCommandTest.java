package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.falconer.Tool;
import io.falconer.Workspace;
import io.falconer.event.json.YamlJson;
import io.falconer.text.SourceFile;
import io.falconer.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitCommandTest {
    @RegisterExtension
    final Workspace workspace = new Workspace();

    @Test
    void whatItWritesPassesAtOnce() {
        Run init = workspace.run("init", "demo");
        assertThat(init.status()).isZero();
        assertThat(init.out()).isEmpty();
        assertThat(init.err())
                .startsWith("wrote ")
                .contains(" in demo:\n  README.md\n  policies/baseline.yaml\n")
                .endsWith("next:\n  cd demo\n  falconer test\n  falconer prove policies\n");
        assertThat(init.err().lines()).allMatch(line -> line.length() <= 80);
        Path demo = workspace.path("demo");
        Run test = Run.in(demo, "test");
        assertThat(test.err()).isEmpty();
        assertThat(test.out()).contains("a pod like those of cryptojackers", " 0 failed in 2 suites");
        assertThat(test.status()).isZero();
        Run prove = Run.in(demo, "prove", "policies");
        assertThat(prove.err()).isEmpty();
        assertThat(prove.status()).isZero();
        assertThat(Run.in(demo, "generate", "policies", "--check").status()).isZero();
        assertThat(Run.in(demo, "check", "-r", "rules", "--fail-on", "warning").status())
                .isZero();
    }

    @Test
    void inTheDirectoryWhereOneIs() throws IOException {
        Run init = workspace.run("init");
        assertThat(init.err()).contains(" here:\n").doesNotContain("cd ");
        Run again = workspace.run("init");
        assertThat(again.status()).isZero();
        assertThat(again.err()).isEqualTo("all files exist already: nothing to write\n");
        Files.delete(workspace.path("README.md"));
        assertThat(workspace.run("init", "--help").out()).contains("[DIR]");
        assertThat(workspace.run("init", ".").err()).startsWith("wrote 1 file here:\n  README.md\nnext:\n");
    }

    @Test
    void aDirectoryWithABlankIsQuotedForTheShell() {
        assertThat(workspace.run("init", "my rules/").err()).contains("\n  cd 'my rules/'\n");
        assertThat(workspace.path("my rules/README.md")).exists();
    }

    @Test
    void whatIsThereIsNeverChanged() throws IOException {
        workspace.write("README.md", "ours\n");
        Files.createDirectories(workspace.path("policies/baseline.yaml"));
        workspace.write("rules", "a file\n");
        Map<String, String> before = files();
        Run init = workspace.run("init");
        assertThat(init.status()).isEqualTo(3);
        assertThat(init.err())
                .contains("README.md is in the way", "policies/baseline.yaml is in the way", "rules is in the way")
                .doesNotContain("web_test.yaml");
        assertThat(files()).isEqualTo(before);
        assertThat(workspace.path("tests")).doesNotExist();
    }

    @Test
    void aFileIsNoDirectory() throws IOException {
        workspace.write("demo", "a file\n");
        Run init = workspace.run("init", "demo");
        assertThat(init.status()).isEqualTo(3);
        assertThat(init.err()).startsWith("error: demo is in the way").doesNotContain("README");
    }

    @Test
    void itsFilesHoldAgainstItsSchemas() throws IOException {
        workspace.run("init");
        Map<String, String> schemas = Map.of(
                "policies/baseline.yaml", "policy",
                "tests/web_test.yaml", "test",
                "tests/baseline_test.yaml", "test");
        for (Map.Entry<String, String> each : schemas.entrySet()) {
            String schema = Files.readString(workspace.path(".falconer/" + each.getValue() + ".schema.json"));
            assertThat(workspace.run("schema", each.getValue()).out()).isEqualTo(schema);
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                            .getSchema(schema, InputFormat.JSON)
                            .validate(yaml(each.getKey())))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"policies/baseline.yaml", "tests/web_test.yaml"})
    void itsFirstLineNamesTheSchemaToEditors(String file) throws IOException {
        workspace.run("init");
        String first = Files.readAllLines(workspace.path(file)).getFirst();
        assertThat(first).startsWith("# yaml-language-server: $schema=");
        String schema = first.substring(first.indexOf('=') + 1);
        assertThat(workspace.path(file).getParent().resolve(schema)).exists();
    }

    @Test
    void itsWorkflowIsOne() throws IOException {
        workspace.run("init");
        JsonNode workflow = yaml(".github/workflows/falconer.yml");
        assertThat(workflow.path("on").has("pull_request")).isTrue();
        assertThat(workflow.path("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
        JsonNode job = workflow.path("jobs").path("rules");
        assertThat(job.path("runs-on").asText()).isEqualTo("ubuntu-latest");
        assertThat(job.path("permissions").properties())
                .extracting(permission ->
                        permission.getKey() + ": " + permission.getValue().asText())
                .containsExactly("actions: read", "contents: read", "security-events: write");
        List<String> runs = new ArrayList<>();
        for (JsonNode step : job.path("steps")) {
            assertThat(step.has("run")).as(step.toString()).isNotEqualTo(step.has("uses"));
            runs.add(step.path("run").asText());
        }
        assertThat(runs)
                .contains("falconer generate policies --check", "falconer check -r rules")
                .anyMatch(run -> run.startsWith("falconer test -o github -o junit=report.xml -o sarif="));
    }

    /** What is downloaded is run, by a job that may write to the repository's security events. */
    @Test
    void itsWorkflowRunsOnlyWhatHasTheDigest() throws Exception {
        Tool.requireOne("bash");
        workspace.run("init");
        String script = "";
        for (JsonNode step : yaml(".github/workflows/falconer.yml")
                .path("jobs")
                .path("rules")
                .path("steps")) {
            script = step.path("name").asText().equals("Get Falconer")
                    ? step.path("run").asText()
                    : script;
        }
        workspace.write("script", script);
        workspace.executable("bin/curl", """
                #!/bin/sh
                while [ "$1" != --output ]; do shift; done
                printf 'the executable' > "$2"
                """);
        assertThat(got("").out()).startsWith("::error::The variables FALCONER_URL and FALCONER_SHA256 must be set");
        assertThat(got("00".repeat(32)).status()).isNotZero();
        assertThat(workspace.path("path")).doesNotExist();
        assertThat(got("374e7296d55d84b0283492dc9ddf38eb05ac998e1a84db94e622125a7868e632")
                        .err())
                .isEmpty();
        assertThat(workspace.path("path")).hasContent(workspace.path("falconer").toString());
    }

    private Tool got(String digest) throws Exception {
        Map<String, String> variables = Map.of(
                "PATH",
                workspace.path("bin") + ":" + System.getenv("PATH"),
                "RUNNER_TEMP",
                workspace.path().toString(),
                "GITHUB_PATH",
                workspace.path("path").toString(),
                "FALCONER_URL",
                "https://example.com/falconer",
                "FALCONER_SHA256",
                digest);
        return Tool.run(workspace.path(), variables, "bash", "-e", "script");
    }

    private JsonNode yaml(String file) throws IOException {
        return YamlJson.of(YamlReader.read(SourceFile.of(file, workspace.read(file)))
                .value()
                .orElseThrow()
                .getFirst());
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(workspace.path())) {
            for (Path path : all.toList()) {
                texts.put(path.toString(), Files.isRegularFile(path) ? Files.readString(path) : "");
            }
        }
        return texts;
    }
}
