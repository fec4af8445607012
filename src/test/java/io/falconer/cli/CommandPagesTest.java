package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Golden;
import io.falconer.Tool;
import io.falconer.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages of the commands agree with the commands. {@code -Dfalconer.golden=true} writes them again. */
class CommandPagesTest {
    private static final Path DOCS = Path.of("docs");
    private static final Path COMMANDS = DOCS.resolve("commands");
    private static final Path MAN = Path.of("man/man1");

    @RegisterExtension
    final Workspace workspace = new Workspace();

    private final CommandDoc all = CommandDoc.of(Falconer.commandLine(Environment.system()));

    @Test
    void eachCommandHasAPage() throws IOException {
        MarkdownPage markdown = new MarkdownPage(DOCS);
        Map<String, String> pages = new TreeMap<>(Map.of("README.md", markdown.index(all)));
        for (CommandDoc command : all.commands()) {
            pages.put(command.word() + ".md", markdown.of(command));
        }
        areCurrent(COMMANDS, pages);
    }

    @Test
    void eachCommandHasAManPage() throws IOException {
        areCurrent(
                MAN,
                all.all()
                        .collect(Collectors.toMap(
                                ManPage::file, command -> ManPage.of(command, all), (a, b) -> a, TreeMap::new)));
    }

    /** Release archives hold the script as a file. */
    @Test
    void theCompletionScriptIsThere() throws IOException {
        areCurrent(
                Path.of("completion"),
                Map.of("falconer", workspace.run("generate-completion").out()));
    }

    @Test
    void groffAndMandocHaveNothingToSayAboutTheManPages() throws Exception {
        Tool.requireOne("groff", "mandoc");
        for (Path page : files(MAN)) {
            if (Tool.isThere("groff")) {
                Tool ran = Tool.run(
                        workspace.path(),
                        "groff",
                        "-man",
                        "-Tutf8",
                        "-ww",
                        page.toAbsolutePath().toString());
                assertThat(ran.err()).as(page.toString()).isEmpty();
                assertThat(ran.out()).contains("Falconer");
            }
            if (Tool.isThere("mandoc")) {
                // the date is missing on purpose: one of the build would differ from build to build
                Tool ran = Tool.run(
                        workspace.path(),
                        "mandoc",
                        "-Tlint",
                        "-Wwarning",
                        page.toAbsolutePath().toString());
                assertThat(ran.out().lines().filter(line -> !line.contains("missing date")))
                        .isEmpty();
            }
        }
    }

    @Test
    void everyExampleCallsACommandThatThereIs() {
        Set<String> words = all.commands().stream().map(CommandDoc::word).collect(Collectors.toSet());
        assertThat(all.all()).allSatisfy(command -> {
            assertThat(command.examples()).isNotEmpty().allMatch(example -> example.length() <= 77);
            assertThat(command.examples().toString()).contains("falconer ");
            assertThat(command.examples().stream()
                            .flatMap(example -> Stream.of(example.split("falconer (?=[a-z])"))
                                    .skip(1))
                            .map(rest -> rest.split("[ )]")[0]))
                    .isSubsetOf(words);
        });
    }

    private static void areCurrent(Path folder, Map<String, String> pages) throws IOException {
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Golden.check(folder.resolve(page.getKey()), page.getValue());
        }
        Golden.holdsOnly(folder, pages.keySet());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
