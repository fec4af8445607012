package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation shows is what one sees. */
class DocExamplesTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"fields.md", "findings.md", "replay.md", "reports.md", "suites.md"})
    void sessionsAreWhatOneSees(String page) throws IOException {
        int sessions = 0;
        for (DocPage.Part part : DocPage.read(Path.of("docs", page)).parts()) {
            switch (part) {
                case DocPage.NamedFile file -> file.write(directory);
                case DocPage.Session session -> {
                    Run run = session.run(directory);
                    assertThat(run.out() + run.err()).as(session.command()).matches(session.pattern());
                    sessions++;
                }
            }
        }
        assertThat(sessions).isPositive();
    }
}
