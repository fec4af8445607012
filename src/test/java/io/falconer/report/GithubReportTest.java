package io.falconer.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.suite.Results;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GithubReportTest {
    private static final Pattern COMMAND = Pattern.compile("::(error|warning|notice) ([^:]+)::(.*)");

    @TempDir
    Path directory;

    /** A workflow command as GitHub reads it. */
    private record Command(String name, Map<String, String> properties, String message) {}

    @Test
    void aTestThatFailsIsAnErrorAtItsExpectation() {
        assertThat(commands(Example.passing(directory))).isEmpty();
        Command error = commands(Example.failing(directory)).getFirst();
        assertThat(error.name()).isEqualTo("error");
        assertThat(error.properties())
                .containsEntry("file", "demo_test.yaml")
                .containsEntry("line", "9")
                .containsEntry("endLine", "10")
                .containsEntry("title", "demo > a pod is created");
        assertThat(error.message())
                .startsWith("demo: Container without cpu limit fired, but not as expected\n")
                .contains("expected  joe\n");
    }

    @Test
    void aCounterFixtureThatFailsIsAnErrorOfThePolicy() {
        assertThat(commands(Example.rule(true))).isEmpty();
        assertThat(commands(Example.rule(false))).singleElement().satisfies(c -> assertThat(c.properties())
                .containsEntry("file", "p.yaml"));
    }

    @Test
    void whateverTestsAreCalledEachLineIsACommandThatIsReadBack() {
        List<Command> commands = commands(Example.hostile(directory));
        assertThat(commands)
                .extracting(Command::name)
                .containsExactly(
                        "error", "error", "error", "error", "error", "error", "error", "warning", "error", "notice");
        assertThat(commands)
                .allSatisfy(c -> assertThat(c.properties().get("title")).contains("%0A::,_*~$! 1 not ok 1 ::error::x"));
        assertThat(commands.getLast().message()).startsWith("skipped: \"'<b>").contains("%0A::,_*~$! 1\nnot ok 1\n");
        assertThat(commands.getFirst().properties()).containsEntry("file", "po licy:#%\u00E9.yaml");
    }

    private static List<Command> commands(Results results) {
        return new GithubReport()
                .of(results)
                .lines()
                .map(GithubReportTest::command)
                .toList();
    }

    private static Command command(String line) {
        Matcher command = COMMAND.matcher(line);
        assertThat(command.matches()).as(line).isTrue();
        Map<String, String> properties = new LinkedHashMap<>();
        Arrays.stream(command.group(2).split(","))
                .map(p -> p.split("=", 2))
                .forEach(p -> properties.put(p[0], text(p[1].replace("%3A", ":").replace("%2C", ","))));
        return new Command(command.group(1), properties, text(command.group(3)));
    }

    private static String text(String escaped) {
        return escaped.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    }
}
