package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the documentation shows is what one sees. A code block whose first line names a file is that file; a line {@code
 * ...} in a session stands for lines left out.
 */
class DocExamplesTest {
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)(?: (\\S+))?\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SESSION = Pattern.compile("\\$ falconer ([^\n]*)\n(.*)", Pattern.DOTALL);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"fields.md", "findings.md", "replay.md", "reports.md", "suites.md"})
    void sessionsAreWhatOneSees(String page) throws IOException {
        int sessions = 0;
        Matcher block = BLOCK.matcher(Files.readString(Path.of("docs", page)));
        while (block.find()) {
            if (block.group(2) != null) {
                Files.writeString(directory.resolve(block.group(2)), block.group(3));
            } else if (block.group(1).equals("console")) {
                Matcher session = SESSION.matcher(block.group(3));
                assertThat(session.matches()).isTrue();
                Run run = Run.in(directory, session.group(1).split(" "));
                assertThat(run.out() + run.err()).as(session.group(1)).matches(shown(session.group(2)));
                sessions++;
            }
        }
        assertThat(sessions).isPositive();
    }

    private static Pattern shown(String session) {
        return Pattern.compile(session.lines()
                .map(line -> line.equals("...") ? "(?:.*\n)*?" : Pattern.quote(line + "\n"))
                .collect(Collectors.joining()));
    }
}
