package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The executable says, byte for byte, what the classes say: over the golden inputs, and over Falco's recordings where they are. */
@EnabledIfSystemProperty(named = "falconer.executable", matches = ".+")
class SameOutputIT {
    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final Path RECORDED =
            Path.of(System.getProperty("falconer.shared", "../shared")).resolve("conformance");
    private static final String KINDS = "src/test/golden/executable/kinds.yaml";
    /** Instants, and what follows from them: the names of a CronJob's Job and its pod, and ids that hash names. */
    private static final Pattern OF_THE_TIME = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z|\\bcron-\\d+(-\\w{5})?|[0-9a-f]{8}-[0-9a-f-]{27}");

    @RegisterExtension
    final Workspace workspace = new Workspace();

    @TestFactory
    Stream<DynamicTest> commandsThatOnlyPrint() throws IOException {
        List<List<String>> commands = new ArrayList<>();
        commands.add(List.of("--help"));
        for (String command : List.of(
                "prove",
                "generate",
                "test",
                "replay",
                "explain",
                "check",
                "event",
                "fields",
                "init",
                "schema",
                "generate-completion")) {
            commands.add(List.of(command, "--help"));
        }
        commands.add(List.of("generate-completion"));
        for (String format : List.of("text", "json", "markdown")) {
            commands.add(List.of("fields", "-o", format));
        }
        commands.add(List.of("schema", "policy"));
        commands.add(List.of("schema", "test"));
        for (String format : List.of("text", "json", "junit", "sarif", "tap", "github", "markdown", "html")) {
            commands.add(List.of("prove", "-v", "-o", format, "fixtures/quickstart/policy.yaml"));
            commands.add(List.of("test", "-o", format, "fixtures/quickstart"));
        }
        for (Path policy : files("src/test/golden/policy", ".yaml")) {
            commands.add(List.of("prove", policy.toString()));
        }
        for (Path policy : files("src/test/golden/generate", "/policy.yaml")) {
            commands.add(List.of("prove", "--as-of", "2026-03-01", "-o", "json", policy.toString()));
        }
        return commands.stream()
                .map(c -> DynamicTest.dynamicTest(String.join(" ", c), () -> assertSame(c.toArray(String[]::new))));
    }

    @TestFactory
    Stream<DynamicTest> filesThatAreWritten() throws IOException {
        return Stream.concat(
                        Stream.of(List.of("init", ".")),
                        files("src/test/golden/generate", "/policy.yaml").stream()
                                .map(p -> List.of(
                                        "generate",
                                        "--as-of",
                                        "2026-03-01",
                                        HERE.resolve(p).toString())))
                .map(c -> DynamicTest.dynamicTest(String.join(" ", c), () -> {
                    String[] arguments = c.toArray(String[]::new);
                    Path ours = Files.createDirectories(workspace.path("classes"));
                    Path theirs = Files.createDirectories(workspace.path("executable"));
                    assertThat(executable().run(theirs, "", Map.of(), arguments))
                            .isEqualTo(Run.within(ours, "", Map.of(), new Terminal(false, false), arguments));
                    assertThat(tree(theirs)).isNotEmpty().isEqualTo(tree(ours));
                }));
    }

    /** fabric8's classes are read by reflection, which an image only supports for registered classes. */
    @Test
    void manifestsOfEveryKind() throws IOException {
        String kinds = Files.readString(Path.of(KINDS));
        String source = Files.readString(Path.of("src/main/java/io/falconer/event/manifest/KnownKinds.java"));
        assertThat(Pattern.compile("Map.entry\\(\"[^\"]*/(\\w+)\"")
                        .matcher(source)
                        .results())
                .hasSizeGreaterThan(20)
                .allSatisfy(entry -> assertThat(kinds).contains("kind: " + entry.group(1) + "\n"));
        for (String view : List.of("request", "admitted")) {
            String[] arguments = {"event", "--view", view, KINDS};
            Run ours = Run.within(HERE, "", Map.of(), new Terminal(false, false), arguments);
            Run theirs = executable().run(HERE, "", Map.of(), arguments);
            assertThat(ours.err()).isEmpty();
            assertThat(timeless(theirs)).isEqualTo(timeless(ours));
        }
    }

    @TestFactory
    Stream<DynamicTest> recordings() throws IOException {
        if (!Files.isDirectory(RECORDED)) {
            System.out.println("skipped: there is no " + RECORDED);
            return Stream.of();
        }
        List<String> check = new ArrayList<>(List.of("check", "-o", "json", "--isolated"));
        for (String folder : List.of("upstream-load/rules", "load-mutants/rules", "rulesets/rules")) {
            files(RECORDED.resolve(folder).toString(), ".yaml").forEach(f -> check.add(f.toString()));
        }
        String audit = RECORDED.resolve("upstream-k8s-audit").toString();
        List<String> replay = List.of(
                "replay",
                "-o",
                "ndjson",
                "--rule-matching",
                "all",
                "-r",
                audit + "/rules/k8s_audit_rules.yaml",
                audit + "/events",
                RECORDED.resolve("conditions/events.jsonl").toString());
        return Stream.of(check, replay)
                .map(c -> DynamicTest.dynamicTest(c.getFirst(), () -> assertSame(c.toArray(String[]::new))));
    }

    private static void assertSame(String... arguments) {
        assertThat(executable().run(HERE, "", Map.of(), arguments))
                .isEqualTo(Run.within(HERE, "", Map.of(), new Terminal(false, false), arguments));
    }

    private static Executable executable() {
        return Executable.underTest().orElseThrow();
    }

    private static String timeless(Run run) {
        return run.status() + OF_THE_TIME.matcher(run.out()).replaceAll("T") + run.err();
    }

    private static List<Path> files(String root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> tree = new LinkedHashMap<>();
        for (Path file : files(root.toString(), "")) {
            if (Files.isRegularFile(file)) {
                tree.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return tree;
    }
}
