package io.falconer.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconer.Tool;
import io.falconer.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yaml.snakeyaml.Yaml;

/** The project's workflows, which have not run on GitHub yet, and the actions that it names anywhere. */
class WorkflowsTest {
    private static final Path FOLDER = Path.of(".github/workflows");

    /** An action with the commit and the version that it stands for. */
    private static final Pattern USE = Pattern.compile("uses: ([^@\\s]+)@(\\S+)(?: # (v[0-9.]+))?(?=\\s)");

    @RegisterExtension
    final Workspace workspace = new Workspace();

    @Test
    void thereIsOneForEachPurpose() throws IOException {
        assertThat(workflows().keySet()).containsExactlyInAnyOrder("build", "native", "fuzz", "release");
    }

    @Test
    void jobsMayOnlyReadAndEndInTime() throws IOException {
        for (Map.Entry<String, JsonNode> workflow : workflows().entrySet()) {
            assertThat(workflow.getValue().path("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
            workflow.getValue().path("jobs").properties().forEach(job -> {
                assertThat(job.getValue().path("timeout-minutes").isInt())
                        .as(job.getKey())
                        .isTrue();
                assertThat(job.getValue().has("permissions"))
                        .as(job.getKey())
                        .isEqualTo(workflow.getKey().equals("release")
                                && job.getKey().equals("publish"));
            });
        }
    }

    @Test
    void noCheckoutLeavesItsToken() throws IOException {
        assertThat(steps())
                .filteredOn(step -> step.path("uses").asText().startsWith("actions/checkout@"))
                .hasSize(6)
                .allMatch(step ->
                        step.path("with").path("persist-credentials").toString().equals("false"));
    }

    /** A tag can move to other code, a commit cannot. */
    @Test
    void actionsOfOthersAreCommits() throws IOException {
        Map<String, String> commits = new HashMap<>();
        List<Path> files = new ArrayList<>(List.of(
                Path.of("action.yml"),
                Path.of("src/main/resources/init/workflow.yml"),
                Path.of("docs/ci.md"),
                Path.of("docs/reports.md")));
        files.addAll(files());
        for (Path file : files) {
            Matcher use = USE.matcher(Files.readString(file));
            while (use.find()) {
                if (use.group(1).startsWith("OWNER/")) {
                    continue;
                }
                assertThat(use.group(2)).as(use.group()).matches("[0-9a-f]{40}");
                assertThat(use.group(3)).as(use.group()).isNotNull();
                assertThat(commits.merge(use.group(1), use.group(2), (known, other) -> known))
                        .as(use.group())
                        .isEqualTo(use.group(2));
            }
        }
        assertThat(commits).hasSize(7);
    }

    @Test
    void scriptsAreBashAndHaveNoTextsOfEvents() throws Exception {
        Tool.requireOne("bash");
        for (JsonNode step : steps()) {
            String script = step.path("run").asText();
            assertThat(script).doesNotContain("${{");
            workspace.write("script", script);
            assertThat(Tool.run(workspace.path(), "bash", "-n", "script")).isEqualTo(new Tool(0, "", ""));
        }
    }

    @Test
    void whatTheyAskOfMavenIsThere() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        List<String> commands = steps().stream()
                .map(step -> step.path("run").asText())
                .filter(script -> script.contains("./mvnw"))
                .toList();
        assertThat(commands).hasSize(6);
        for (String command : commands) {
            Matcher option = Pattern.compile("-(?:P(\\w+)|D(falconer[.\\w]+|fuzz[.\\w]+|native|skipUnitTests))")
                    .matcher(command);
            while (option.find()) {
                assertThat(pom)
                        .containsAnyOf(
                                "<id>" + option.group(1) + "</id>",
                                "<" + option.group(2) + ">",
                                "<name>" + option.group(2) + "</name>");
            }
        }
    }

    @Test
    void aReleaseHasAnArchiveForEachPlatformOfJreleaser() throws IOException {
        List<String> platforms = workflows()
                .get("release")
                .at("/jobs/executable/strategy/matrix/include")
                .findValuesAsText("platform");
        assertThat(platforms).containsExactly("linux-x86_64", "linux-aarch_64", "osx-aarch_64");
        String release = Files.readString(Path.of("jreleaser.yml"));
        assertThat(platforms).allMatch(platform -> release.contains("platform: " + platform));
    }

    private static List<JsonNode> steps() throws IOException {
        return workflows().values().stream()
                .flatMap(workflow -> workflow.path("jobs").valueStream())
                .flatMap(job -> job.path("steps").valueStream())
                .toList();
    }

    private static Map<String, JsonNode> workflows() throws IOException {
        Map<String, JsonNode> workflows = new HashMap<>();
        for (Path file : files()) {
            Object read = new Yaml().load(Files.readString(file));
            workflows.put(file.getFileName().toString().replace(".yml", ""), new ObjectMapper().valueToTree(read));
        }
        return workflows;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }
}
