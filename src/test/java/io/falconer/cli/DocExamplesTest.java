package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation shows is what one sees. */
class DocExamplesTest {
    @RegisterExtension
    final Workspace workspace = new Workspace();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cover.md",
                "deliver.md",
                "exceptions.md",
                "explain.md",
                "fields.md",
                "findings.md",
                "replay.md",
                "reports.md",
                "suites.md"
            })
    void sessionsAreWhatOneSees(String page) throws IOException {
        int sessions = 0;
        for (DocPage.Part part : DocPage.read(Path.of("docs", page)).parts()) {
            switch (part) {
                case DocPage.NamedFile file -> workspace.write(file.name(), file.bytes());
                case DocPage.Session session -> {
                    Run run = workspace.run(session.arguments());
                    assertThat(run.out() + run.err()).as(session.command()).matches(session.pattern());
                    sessions++;
                }
            }
        }
        assertThat(sessions).isPositive();
    }
}
