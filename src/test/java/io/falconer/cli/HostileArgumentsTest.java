package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Words that are no names of files, or look like something else: a command says so in a sentence of its own. */
class HostileArgumentsTest {
    private static final String RULE =
            "- {rule: r, desc: d, condition: ka.verb exists, output: o, priority: INFO, source: k8s_audit}\n";

    @TempDir
    Path directory;

    @BeforeEach
    void rules() throws IOException {
        Files.writeString(directory.resolve("rules.yaml"), RULE);
    }

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of(
                        "error: cannot read [: the file does not exist, and the name is not a glob",
                        new String[] {"check", "["}),
                Arguments.of("error: cannot read a/{: the file does not exist", new String[] {"check", "a/{"}),
                Arguments.of("error: cannot read *\uFFFD: this is not a path", new String[] {"check", "*\0"}),
                Arguments.of(
                        "error: cannot read r\uFFFD: this is not a path", new String[] {"replay", "-r", "r\0", "e"}),
                Arguments.of("error: cannot read a\uFFFDb: this is not a path", new String[] {"check", "a\uD800b"}),
                Arguments.of("error: cannot read [!: the file does not exist", new String[] {"test", "[!"}),
                Arguments.of("error: cannot read {: the file does not exist", new String[] {"prove", "{"}),
                Arguments.of("error: cannot read [: the file does not exist", new String[] {"event", "["}),
                Arguments.of(
                        "error: cannot read [: the file does not exist",
                        new String[] {"replay", "-r", "rules.yaml", "["}),
                Arguments.of(
                        "error: cannot read \"a\uFFFD\": this is not a path",
                        new String[] {"prove", "--templates", "a\0", "p.yaml"}),
                Arguments.of(
                        "falconer: \"a\\u0000\" is not a path", new String[] {"check", "-o", "json=a\0", "rules.yaml"}),
                Arguments.of("falconer: \"\\u0000\" is not a path", new String[] {"init", "\0"}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("words")
    void whatIsNoFileIsToldInASentence(String sentence, String[] arguments) {
        assumeThat(System.getProperty("falconer.executable") == null
                        || Stream.of(arguments).allMatch(HostileArgumentsTest::canBePassed))
                .as("arguments that one process can pass to another")
                .isTrue();
        Run run = Run.in(directory, arguments);
        assertThat(run.status()).isIn(2, 3);
        assertThat(run.err()).startsWith(sentence).doesNotContain("internal error", "Exception");
        assertThat(run.out()).isEmpty();
    }

    /** A file called {@code @rules.yaml} must not bring in the words that stand in {@code rules.yaml}. */
    @Test
    void aWordThatBeginsWithAnAtSignIsAWord() throws IOException {
        Files.writeString(directory.resolve("arguments"), "-o json=made.json\nrules.yaml\n");
        Files.writeString(directory.resolve("@arguments"), RULE);
        Run run = Run.in(directory, "check", "@arguments");
        assertThat(run).isEqualTo(new Run(0, "@arguments: Ok\n", ""));
        assertThat(directory.resolve("made.json")).doesNotExist();
        for (String[] line : new String[][] {
            {"@arguments"}, {"check", "-o", "@arguments", "rules.yaml"}, {"test", "--run", "@arguments"}
        }) {
            Run.in(directory, line);
            assertThat(directory.resolve("made.json")).doesNotExist();
        }
        assertThat(Run.in(directory, "@arguments").status()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameInASuiteThatIsNoPathIsToldWhereItStands(String key, String place) throws IOException {
        Files.writeString(directory.resolve("a_test.yaml"), """
                apiVersion: falconer/v1alpha1
                kind: RuleTest
                metadata: {name: s}
                RULES
                tests:
                - {name: t, event: EVENT, expect: none}
                """.replace(
                        "RULES", key.equals("event") || key.equals("manifest") ? "rules: [rules.yaml]" : key)
                .replace("EVENT", event(key)));
        Run run = Run.in(directory, "test", "a_test.yaml");
        assertThat(run.status()).isIn(1, 3);
        assertThat(run.out() + run.err())
                .contains(place + ": error: cannot read \"a\uFFFDb\": this is not a path [unreadable]")
                .doesNotContain("internal error");
    }

    private static String event(String key) {
        return switch (key) {
            case "event" -> "{file: \"a\\0b\"}";
            case "manifest" -> "{manifest: \"a\\0b\"}";
            default -> "{audit: {verb: get}}";
        };
    }

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("rules: [\"a\\0b\"]", "a_test.yaml:4:9"),
                Arguments.of("policy: \"a\\0b\"", "a_test.yaml:4:9"),
                Arguments.of("event", "a_test.yaml:6:27"),
                Arguments.of("manifest", "a_test.yaml:6:31"));
    }

    /** An argument of a process ends at a NUL, and half of a surrogate pair has no bytes. */
    private static boolean canBePassed(String argument) {
        return argument.indexOf('\0') < 0 && argument.chars().noneMatch(c -> Character.isSurrogate((char) c));
    }
}
