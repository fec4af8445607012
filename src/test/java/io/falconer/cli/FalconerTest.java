package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Workspace;
import io.falconer.cli.file.ThrowingOutputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class FalconerTest {
    @RegisterExtension
    final Workspace workspace = new Workspace();

    @Test
    void theVersionNamesTheFalcoThatIsEmulated() {
        Run run = workspace.run("--version");
        assertThat(run.status()).isZero();
        assertThat(run.out().lines().toList().get(0))
                .matches("falconer [0-9]+\\.[0-9]+\\.[0-9]+ \\((JVM [0-9]+|native)\\)");
        assertThat(run.out())
                .contains("Falco 0.45, engine 0.63.0, container ", "json 0.7.4", "k8saudit 0.18.0")
                .contains("with --falco also 0.44.1 (engine 0.62.0), 0.43.1 (engine 0.58.0), 0.43.0 (engine 0.58.0)");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', no command given",
        "fly, 'unknown command \"fly\"'",
        "fly --help, 'unknown command \"fly\"'",
        "fields more, 'unexpected argument \"more\"'",
        "event --usr, unknown option: '--usr'",
        "event --view both x, 'invalid value for option ''--view'': \"both\" is not one of request, admitted'",
        "evnt, did you mean event?",
        "event, missing required parameter: 'MANIFEST'",
        "event --verb fly x, 'invalid value for option ''--verb'''",
        "event --at noon x, is not an instant such as",
        "fields -o sarif, 'unknown format \"sarif\"'",
        "fields -o text -o json, two outputs write to standard output",
        "fields --source k8s, 'unknown source \"k8s\"'",
        "event --usr x, did you mean --user?",
        "test --require-coverge, did you mean --require-coverage?",
        "event --nmaespace=a x, did you mean --namespace?",
    })
    void wrongUsageIsSaidInALineWithTheWayOut(String arguments, String message) {
        Run run = workspace.run(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("falconer: ").contains(message).contains("--help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "tst-all", "watch --help", "event --everything x"})
    void nothingIsSuggestedThatIsNotNear(String arguments) {
        assertThat(workspace.run(arguments.split(" ")).err()).contains("--help").doesNotContain("did you mean");
    }

    @Test
    void theVersionNamesTheCommitWhereTheBuildKnewIt() {
        List<String> lines = workspace.run("--version").out().lines().toList();
        assertThat(lines)
                .hasSize(FalconerVersion.commit().isPresent() ? 4 : 3)
                .filteredOn(line -> line.startsWith("built from commit "))
                .allMatch(line -> line.matches("built from commit [0-9a-f]{7,40}(-dirty)?"));
    }

    @Test
    void everyCommandTeachesByExamplesWithinEightyColumns() {
        assertThat(workspace.run("--help").out())
                .contains("Examples:", "Exit codes:\n  0     success\n", "  70    internal error\n");
        for (String command :
                Falconer.commandLine(Environment.system()).getSubcommands().keySet()) {
            Run run = workspace.run(command, "--help");
            assertThat(run.status()).isZero();
            assertThat(run.out()).contains("Examples:", "falconer " + command, "Exit codes:");
            assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        }
    }

    @Test
    void aCommandAloneIsAsItIsAmongAllOthers() {
        Falconer.commandLine(Environment.system()).getSubcommands().forEach((name, command) -> {
            CommandLine line = Falconer.commandLine(Environment.system(), name);
            assertThat(line.getSubcommands()).containsKey(name);
            CommandLine alone = line.getSubcommands().get(name);
            assertThat(alone.getCommandName()).isEqualTo(name).isEqualTo(command.getCommandName());
            assertThat(alone.getUsageMessage(Ansi.OFF)).isEqualTo(command.getUsageMessage(Ansi.OFF));
        });
    }

    @Test
    void otherCommandsAreLeftOutWhereTheFirstWordIsOne() {
        assertThat(Falconer.commandLine(Environment.system(), "check", "x").getSubcommands())
                .containsOnlyKeys("check");
        for (String version : List.of("-V", "--version")) {
            assertThat(Falconer.commandLine(Environment.system(), version).getSubcommands())
                    .isEmpty();
            assertThat(workspace.run(version).out()).startsWith("falconer ");
        }
        assertThat(Falconer.commandLine(Environment.system(), "-V", "check").getSubcommands())
                .hasSizeGreaterThan(9);
        for (String first : List.of("chek", "-v", "generate-completion")) {
            assertThat(Falconer.commandLine(Environment.system(), first).getSubcommands())
                    .hasSizeGreaterThan(9);
        }
        assertThat(Falconer.commandLine(Environment.system(), new String[0]).getSubcommands())
                .hasSizeGreaterThan(9);
    }

    @ParameterizedTest
    @CsvSource({
        "auto, true, '', '', true",
        "auto, false, '', '', false",
        "auto, true, 1, '', false",
        "auto, true, 1, 1, false",
        "auto, false, '', 1, true",
        "auto, false, '', 0, false",
        "always, false, 1, '', true",
        "never, true, '', 1, false"
    })
    void colourIsUsedWhereItIsWanted(String option, boolean terminal, String noColor, String force, boolean coloured) {
        Run run = Run.in(
                workspace.path(),
                "",
                Map.of("NO_COLOR", noColor, "CLICOLOR_FORCE", force),
                new Terminal(terminal, terminal),
                "event",
                "--color",
                option,
                "gone.yaml");
        assertThat(run.err().contains("\u001B[")).isEqualTo(coloured);
    }

    @Test
    void helpIsColouredOnlyWhereItIsWanted() {
        assertThat(workspace.run("--color=never", "--help").out()).doesNotContain("\u001B");
        assertThat(workspace.run("--color=always", "--help").out()).contains("\u001B[");
    }

    @Test
    void aBugIsOneLineUnlessMoreIsAskedFor() {
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("a bug");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(Cli.run(environment(broken, OutputStream.nullOutputStream(), err), "event", "-"))
                .isEqualTo(70);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("a bug", "-v");
        err.reset();
        Cli.run(environment(broken, OutputStream.nullOutputStream(), err), "event", "-v", "-");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("\tat io.falconer.");
    }

    @Test
    void aReaderThatGoesAwayIsNoError() {
        OutputStream closed = failing("Broken pipe");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(Cli.run(environment(InputStream.nullInputStream(), closed, err), "fields"))
                .isZero();
        assertThat(err.size()).isZero();
    }

    @Test
    void aReaderThatGoesAwayDoesNotTurnAFailureIntoSuccess() throws IOException {
        workspace.write("rules.yaml", "- rule: incomplete\n");
        assertThat(Cli.run(
                        environment(
                                InputStream.nullInputStream(), failing("Broken pipe"), OutputStream.nullOutputStream()),
                        "check",
                        "rules.yaml"))
                .isEqualTo(3);
    }

    @Test
    void outputThatIsLostIsAFailure() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream full = failing("No space left on device");
        assertThat(Cli.run(environment(InputStream.nullInputStream(), full, err), "fields"))
                .isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("error: cannot write to standard output: no space left on device [unwritable]\n");
    }

    private static OutputStream failing(String why) {
        return new BufferedOutputStream(
                ThrowingOutputStream.standardOutput(new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException(why);
                    }
                }),
                1 << 16);
    }

    private Environment environment(InputStream in, OutputStream out, OutputStream err) {
        return new Environment(
                in,
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Terminal(false, false),
                workspace.path(),
                Map.of(),
                Clock.systemUTC(),
                new Interruption());
    }
}
