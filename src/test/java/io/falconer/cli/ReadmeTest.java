package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The README's terminal sessions are what one sees; a line {@code ...} in them stands for lines left out. */
class ReadmeTest {
    private static final Pattern SESSION =
            Pattern.compile("```console\n\\$ \\./falconer ([^\n]*)\n(.*?)```", Pattern.DOTALL);

    @TestFactory
    List<DynamicTest> sessionsAreWhatOneSees() throws IOException {
        List<MatchResult> sessions = SESSION.matcher(readme()).results().toList();
        assertThat(sessions).hasSizeGreaterThanOrEqualTo(2);
        return sessions.stream()
                .map(session -> DynamicTest.dynamicTest(session.group(1), () -> {
                    Run run = Run.in(Path.of(""), session.group(1).split(" "));
                    assertThat(run.out() + run.err()).matches(shown(session.group(2)));
                }))
                .toList();
    }

    @Test
    void theTwoCommandsAreThere() throws IOException {
        assertThat(readme().lines().map(String::strip))
                .contains("./falconer prove fixtures/quickstart/policy.yaml", "./mvnw verify");
    }

    private static Pattern shown(String session) {
        String pattern = session.lines()
                .map(line -> line.equals("...") ? "(?:.*\n)*?" : Pattern.quote(line + "\n"))
                .collect(Collectors.joining());
        return Pattern.compile(pattern);
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
