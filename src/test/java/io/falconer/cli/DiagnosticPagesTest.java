package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code has a page; its bad example draws the code, its good one does not. */
class DiagnosticPagesTest {
    private static final Path PAGES = Path.of("docs/diagnostics");

    /** Pages without sessions, and why. */
    private static final Map<String, String> NOT_RUN = Map.of(
            "LOAD_ERR_FILE_READ", "only Falco gives it",
            "file-too-large", "the file would have 64 MiB",
            "no-template", "every kind that a policy may name has a template");

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| \\[`([\\w-]+)`]\\(\\1\\.md\\) \\| (error|warning) \\| [^|]+ \\| [^|]+ \\|$");

    @RegisterExtension
    final Workspace workspace = new Workspace();

    static List<String> codes() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            return pages.map(page -> page.getFileName().toString().replaceFirst("\\.md$", ""))
                    .filter(name -> !name.equals("README"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyCodeOfTheSourcesHasAPageAndEveryPageACode() throws IOException {
        assertThat(codes()).containsExactlyInAnyOrderElementsOf(DiagnosticCodes.in(Path.of("src/main/java")));
    }

    @Test
    void theIndexListsAllPagesByName() throws IOException {
        List<String> sorted =
                codes().stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
        assertThat(ROW.matcher(index()).results().map(row -> row.group(1))).containsExactlyElementsOf(sorted);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void thePageShowsTheCodeAndHowItGoesAway(String code) throws IOException {
        DocPage page = DocPage.read(PAGES.resolve(code + ".md"));
        assertThat(page.text()).startsWith("# " + code + "\n\n");
        boolean isError = severity(code).equals("error");
        int bad = 0;
        int good = 0;
        for (DocPage.Part part : page.parts()) {
            if (part instanceof DocPage.NamedFile file) {
                workspace.write(file.name(), file.bytes());
            } else if (part instanceof DocPage.Session session) {
                Run run = workspace.run(session.arguments());
                String output = (run.out() + run.err()).replace(workspace.path().toString(), "/repo");
                assertThat(output).as(session.command()).matches(session.pattern());
                if (session.section().equals("Bad")) {
                    assertThat(session.shown()).containsPattern(word(code));
                    assertThat(output.lines().filter(line -> line.endsWith("[" + code + "]")))
                            .allMatch(line -> isError ? line.contains("error: ") : line.contains("warning: "));
                    assertThat(run.status() != 0).isEqualTo(isError);
                    bad++;
                } else {
                    assertThat(output).doesNotContainPattern(word(code));
                    assertThat(run.status()).isZero();
                    good++;
                }
            }
        }
        int expected = NOT_RUN.containsKey(code) ? 0 : 1;
        assertThat(bad).as("bad examples").isEqualTo(expected);
        assertThat(good).as("good examples").isEqualTo(expected);
    }

    private static Pattern word(String code) {
        return Pattern.compile("(?<![\\w-])" + code + "(?![\\w-])");
    }

    private static String severity(String code) throws IOException {
        return ROW.matcher(index())
                .results()
                .filter(row -> row.group(1).equals(code))
                .map((MatchResult row) -> row.group(2))
                .findFirst()
                .orElse("not in the index");
    }

    private static String index() throws IOException {
        return Files.readString(PAGES.resolve("README.md"));
    }
}
