package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever names, texts and values users and their events bring: no output for people moves a terminal's cursor, and none is a
 * command to the CI in whose log it stands.
 */
class HostileOutputTest {
    /** Each is a name of a file too. */
    private static final String NASTY = "::error::x ##[error]y \u001b[2J\u009b31m\u202e\r";

    private static final String ESCAPED = "::error::x ##[error]y \\e[2J\\x9b31m\\u202e\\r\\n::warning::z";

    @TempDir
    Path directory;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(directory.resolve("rules.yaml"), """
                - rule: "%1$s"
                  desc: d
                  condition: ka.verb = get
                  output: "::debug::%1$s %%ka.user.name"
                  priority: INFO
                  source: k8s_audit
                """.formatted(ESCAPED));
        Files.writeString(directory.resolve("broken.yaml"), """
                - macro: m
                  condition: >
                   ka.verb = a
                ::set-env::x and: ##[error]y
                """);
        Files.writeString(directory.resolve("odd.yaml"), """
                - rule: r
                  "%1$s": 1
                  desc: d
                  condition: ka.verb = "%2$s" or proc.nmae = x
                  output: o
                  priority: INFO
                  source: k8s_audit
                """.formatted(ESCAPED, "::error::##[error]\\x1b"));
        Files.copy(directory.resolve("odd.yaml"), directory.resolve(NASTY + ".yaml"));
        Files.writeString(directory.resolve("a_test.yaml"), """
                apiVersion: falconer/v1alpha1
                kind: RuleTest
                metadata: {name: "%1$s"}
                rules: [rules.yaml]
                tests:
                - {name: "%1$s", event: {file: events.json}, expect: none}
                - {name: "s%1$s", event: {file: "%1$s"}, expect: none}
                - {name: other, event: {file: events.json}, expect: [{rule: "%1$s", output: "%1$s"}]}
                - {name: left, event: {file: events.json}, expect: none, skip: "%1$s"}
                """.formatted(ESCAPED));
        Files.writeString(directory.resolve("events.json"), """
                {"kind":"Event","auditID":"a","verb":"get","stageTimestamp":"2026-03-01T10:00:00Z","user":{"username":"%s"}}
                x
                """.formatted(
                        "::error::x ##[error]y \\u001b[2J\u009b31m\u202e\\r\\n::warning::z"));
        Files.copy(directory.resolve("events.json"), directory.resolve(NASTY + ".json"));
    }

    static Stream<List<String>> lines() {
        return Stream.of(
                List.of("check", "broken.yaml"),
                List.of("check", "odd.yaml"),
                List.of("check", NASTY + ".yaml"),
                List.of("check", NASTY),
                List.of("check", "-o", NASTY, "rules.yaml"),
                List.of(NASTY),
                List.of("test", "a_test.yaml"),
                List.of("test", "-v", "a_test.yaml"),
                List.of("test", "-o", "markdown", "a_test.yaml"),
                List.of("test", "-o", "html", "a_test.yaml"),
                List.of("test", "-o", "tap", "a_test.yaml"),
                List.of("test", "-o", "junit", "a_test.yaml"),
                List.of("test", "--run", NASTY.replace("[", "\\["), "a_test.yaml"),
                List.of("replay", "-r", "rules.yaml", "events.json"),
                List.of("replay", "-r", "rules.yaml", NASTY + ".json"),
                List.of("replay", "-r", "rules.yaml", "-o", "summary", "--profile", "events.json"),
                List.of("prove", NASTY),
                List.of("generate", NASTY + "*"),
                List.of("init", NASTY),
                List.of("init", "-v", NASTY));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void nothingSpeaksToTerminalsOrRunners(List<String> arguments) {
        Run run = Run.in(directory, arguments.toArray(String[]::new));
        assertThat(run.status()).isNotEqualTo(70);
        String all = run.out() + run.err();
        assertThat(all).doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f\\u0080-\\u009f\\u202e\\u2028]");
        assertThat(all).doesNotContainPattern("(?m)^\\s*::").doesNotContain("##[");
        assertThat(all).contains("error"); // the text itself is there
    }

    /** Not what no policy may hold: such texts never come this far. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "prove -v policy.yaml",
                "prove -o markdown policy.yaml",
                "prove -o tap policy.yaml",
                "prove -o junit policy.yaml",
                "generate -v -d out policy.yaml",
                "generate --check -d out policy.yaml"
            })
    void textsOfPoliciesDoNotSpeakEither(String line) throws IOException {
        String text = "::error::x ##[error]y\\u202e\\n::warning::z";
        Files.writeString(directory.resolve("policy.yaml"), """
                apiVersion: falconer/v1alpha1
                kind: DetectionPolicy
                metadata: {name: p}
                spec:
                  controls:
                    - {kind: ListeningSockets, allow: [{process: "%1$s"}]}
                  teams: [{name: t, namespaces: [web], owner: "%1$s"}]
                  exceptions:
                    - {name: e, team: t, controls: [ListeningSockets], match: {process: "%1$s"}, reason: "%1$s",
                       owner: "%1$s", expires: 2026-02-01}
                    - {name: f, controls: [ListeningSockets], match: {process: "%1$s"}, reason: "%1$s"}
                """.formatted(text));
        Files.createDirectories(directory.resolve("out/rules"));
        Files.writeString(directory.resolve("out/rules/p_rules.yaml"), "::error:: ##[error]\u202e\u001b[2J\n");
        Run run = Run.in(directory, line.split(" ", -1));
        String all = run.out() + run.err();
        assertThat(run.status()).as(all).isIn(0, 1);
        assertThat(all)
                .doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f\\u0080-\\u009f\\u202e\\u2028]")
                .doesNotContainPattern("(?m)^\\s*::")
                .doesNotContain("##[")
                .isNotEmpty();
    }

    @Test
    void onlyItsOwnCommandsAreInTheReportForGithub() {
        Run run = Run.in(directory, "test", "-o", "github", "a_test.yaml");
        assertThat(run.out().lines()).hasSize(4).allMatch(line -> line.matches("::(error|notice) file=[^:]*::[^\r]*"));
        assertThat(run.out()).contains("%0A").doesNotContain("\u001b", "\u009b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check -o json odd.yaml", "test -o json a_test.yaml", "test -o sarif a_test.yaml"})
    void jsonStaysJson(String line) throws IOException {
        Run run = Run.in(directory, line.split(" ", -1));
        assertThat(new JsonMapper().readTree(run.out()).toString())
                .contains("::error::")
                .doesNotContain("\\\\::error");
    }

    @Test
    void colourIsNoReasonToLetAnythingThrough() {
        Run run = Run.in(
                directory,
                "",
                Map.of("CLICOLOR_FORCE", "1"),
                new Terminal(false, false),
                "check",
                "--color=always",
                "odd.yaml");
        assertThat(run.out().replaceAll("\u001b\\[[0-9]+m", "")).doesNotContain("\u001b", "\u009b");
    }
}
