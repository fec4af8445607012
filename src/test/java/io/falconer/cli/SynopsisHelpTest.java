package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

class SynopsisHelpTest {
    private static final int HEADING = "Usage: ".length();
    private static final Pattern NO_BRACKET = Pattern.compile("[^\\[\\]]");
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100})
    void linesAreWholeArgumentsThatFit(int width) {
        for (CommandLine command : commands()) {
            command.setUsageHelpWidth(width);
            List<String> lines = synopsis(command, Ansi.OFF).lines().toList();
            String name = command.getCommandSpec().qualifiedName();
            assertThat(lines.getFirst()).startsWith(name + " ");
            assertThat(lines.subList(1, lines.size()))
                    .allSatisfy(line -> assertThat(line).matches(" {%d}\\S.*".formatted(HEADING + name.length() + 1)));
            assertThat(lines).allSatisfy(line -> {
                assertThat(NO_BRACKET
                                .matcher(line)
                                .replaceAll("")
                                .chars()
                                .map(c -> c == '[' ? 1 : -1)
                                .sum())
                        .as(line)
                        .isZero();
                assertThat(line.length()).as(line).isLessThan(width);
            });
        }
    }

    @Test
    void nothingIsLost() {
        for (CommandLine command : commands()) {
            command.setUsageHelpWidth(10_000);
            String line = synopsis(command, Ansi.OFF);
            command.setUsageHelpWidth(60);
            assertThat(synopsis(command, Ansi.OFF).replaceAll("\\n +", " ")).isEqualTo(line);
            assertThat(line.lines()).hasSize(1);
        }
    }

    @Test
    void coloursDoNotCount() {
        for (CommandLine command : commands()) {
            String coloured = synopsis(command, Ansi.ON);
            assertThat(COLOUR.matcher(coloured).replaceAll(""))
                    .isNotEqualTo(coloured)
                    .isEqualTo(synopsis(command, Ansi.OFF));
        }
    }

    private static List<CommandLine> commands() {
        CommandLine falconer = Falconer.commandLine(Environment.system());
        return Stream.concat(Stream.of(falconer), falconer.getSubcommands().values().stream())
                .toList();
    }

    private static String synopsis(CommandLine command, Ansi ansi) {
        return new SynopsisHelp(command.getCommandSpec(), Help.defaultColorScheme(ansi)).synopsis(HEADING);
    }
}
