package io.falconer.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Tool;
import io.falconer.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yaml.snakeyaml.Yaml;

/** The GitHub action: its structure as GitHub's metadata syntax requires it, and its scripts with stand-ins for the programs. */
class ActionTest {
    /** Says on standard output how it was called, one argument on each line, and ends with the requested status. */
    private static final String FALCONER = """
            #!/bin/sh
            for argument in "$@"; do echo "$argument"; done
            exit "${STATUS:-0}"
            """;

    @RegisterExtension
    final Workspace workspace = new Workspace();

    private Map<String, Object> action;

    @BeforeEach
    void read() throws IOException {
        Tool.requireOne("bash");
        action = mapping(new Yaml().load(Files.readString(Path.of("action.yml"))));
        workspace.executable("bin/falconer", FALCONER);
        workspace.executable("bin/curl", """
                #!/bin/sh
                while [ "$1" != --output ]; do shift; done
                printf 'the executable' > "$2"
                """);
    }

    @Test
    void itIsACompositeActionWithDescribedInputs() {
        assertThat(action).containsOnlyKeys("name", "description", "branding", "inputs", "outputs", "runs");
        assertThat(mapping(action.get("runs")))
                .containsEntry("using", "composite")
                .containsOnlyKeys("using", "steps");
        assertThat(mapping(action.get("inputs")).values())
                .allSatisfy(input -> assertThat(mapping(input)).containsOnlyKeys("description", "required", "default"));
        assertThat(steps()).allSatisfy(step -> {
            assertThat(step).containsKey("name");
            assertThat(step.containsKey("run")).isNotEqualTo(step.containsKey("uses"));
            assertThat(step.containsKey("run")).isEqualTo(step.containsKey("shell"));
        });
    }

    @Test
    void everyExpressionNamesAnInputOrStepThatThereIs() throws IOException {
        List<String> known = mapping(action.get("inputs")).keySet().stream()
                .map(input -> "inputs." + input)
                .toList();
        assertThat(Pattern.compile("inputs\\.[a-z0-9-]+")
                        .matcher(Files.readString(Path.of("action.yml")))
                        .results()
                        .map(MatchResult::group))
                .isSubsetOf(known)
                .containsAll(known);
    }

    @Test
    void noInputIsPartOfAScript() {
        assertThat(steps())
                .allSatisfy(step ->
                        assertThat(step.getOrDefault("run", "").toString()).doesNotContain("${{"));
    }

    @Test
    void reportsAreUploadedWhateverTheTestsSaid() {
        Map<String, Object> upload = steps().getLast();
        assertThat(upload.get("uses").toString()).startsWith("github/codeql-action/upload-sarif@");
        assertThat(upload.get("if").toString()).startsWith("always() && ");
    }

    @Test
    void bashTakesTheScripts() throws Exception {
        for (Map<String, Object> step : steps()) {
            workspace.write("script", step.getOrDefault("run", "").toString());
            assertThat(Tool.run(workspace.path(), "bash", "-n", "script")).isEqualTo(new Tool(0, "", ""));
        }
    }

    @Test
    void inputsAreArgumentsWhateverTheyHold() throws Exception {
        Tool ran = step(
                "Run the tests",
                Map.of(
                        "FALCONER_PATHS", "tests/\n--fail-only\n\n$(touch owned) `touch owned`\na b\n",
                        "FALCONER_REQUIRE_COVERAGE", "true",
                        "FALCONER_JUNIT", "a b.xml",
                        "FALCONER_SARIF", "falconer.sarif"));
        assertThat(ran.out().lines())
                .containsExactly(
                        "test",
                        "-o",
                        "github",
                        "-o",
                        "markdown=" + workspace.path("summary"),
                        "-o",
                        "sarif=falconer.sarif",
                        "-o",
                        "junit=a b.xml",
                        "--require-coverage",
                        "--",
                        "tests/",
                        "--fail-only",
                        "$(touch owned) `touch owned`",
                        "a b");
        assertThat(ran.status()).isZero();
        assertThat(workspace.path("owned")).doesNotExist();
        assertThat(workspace.path("output")).hasContent("exit-code=0");
    }

    @Test
    void theExitCodeIsThatOfTheTests() throws Exception {
        Tool ran = step(
                "Run the tests",
                Map.of(
                        "FALCONER_PATHS", ".",
                        "FALCONER_REQUIRE_COVERAGE", "false",
                        "FALCONER_JUNIT", "",
                        "FALCONER_SARIF", "",
                        "STATUS", "3"));
        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.out().lines()).endsWith("--", ".").doesNotContain("--require-coverage");
        assertThat(workspace.path("output")).hasContent("exit-code=3");
    }

    @Test
    void whatIsDownloadedMustHaveTheDigest() throws Exception {
        String url = "https://example.com/falconer";
        assertThat(step("Get Falconer", Map.of("FALCONER_URL", url, "FALCONER_SHA256", ""))
                        .status())
                .isEqualTo(1);
        assertThat(step("Get Falconer", Map.of("FALCONER_URL", url, "FALCONER_SHA256", "00".repeat(32)))
                        .status())
                .isNotZero();
        String digest = "374e7296d55d84b0283492dc9ddf38eb05ac998e1a84db94e622125a7868e632";
        String file = "  " + workspace.path("falconer/falconer");
        assertThat(step("Get Falconer", Map.of("FALCONER_URL", url, "FALCONER_SHA256", digest + file + "\nand more"))
                        .status())
                .isNotZero();
        assertThat(workspace.path("path")).doesNotExist();
        assertThat(step("Get Falconer", Map.of("FALCONER_URL", url, "FALCONER_SHA256", digest))
                        .err())
                .isEmpty();
        assertThat(workspace.path("path")).hasContent(workspace.path("falconer").toString());
    }

    @Test
    void theFalconerOnThePathWillDo() throws Exception {
        Map<String, String> nothing = Map.of("FALCONER_URL", "", "FALCONER_SHA256", "");
        assertThat(step("Get Falconer", nothing)).isEqualTo(new Tool(0, "", ""));
        Files.delete(workspace.path("bin/falconer"));
        assertThat(step("Get Falconer", nothing).out()).startsWith("::error::falconer is not on the PATH");
    }

    /** Runs a step's script as a runner does, in {@code directory}. */
    private Tool step(String name, Map<String, String> environment) throws Exception {
        Map<String, Object> step = steps().stream()
                .filter(each -> name.equals(each.get("name")))
                .findFirst()
                .orElseThrow();
        assertThat(environment.keySet()).containsAll(mapping(step.get("env")).keySet());
        workspace.write("script", step.get("run").toString());
        Map<String, String> all = new HashMap<>(environment);
        all.put("PATH", workspace.path("bin") + ":" + System.getenv("PATH"));
        all.put("RUNNER_TEMP", workspace.path().toString());
        all.put("GITHUB_PATH", workspace.path("path").toString());
        all.put("GITHUB_OUTPUT", workspace.path("output").toString());
        all.put("GITHUB_STEP_SUMMARY", workspace.path("summary").toString());
        return Tool.run(workspace.path(), all, "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "script");
    }

    private List<Map<String, Object>> steps() {
        return ((List<?>) mapping(action.get("runs")).get("steps"))
                .stream().map(ActionTest::mapping).toList();
    }

    private static Map<String, Object> mapping(Object node) {
        Map<String, Object> mapping = new HashMap<>();
        ((Map<?, ?>) node).forEach((key, value) -> mapping.put(key.toString(), value));
        return mapping;
    }
}
