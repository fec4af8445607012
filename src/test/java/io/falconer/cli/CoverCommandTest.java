package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falconer.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CoverCommandTest {
    private static final String RULES = """
            - list: shells
              items: [bash, sh, zsh, ash]
            - rule: Shell
              desc: d
              condition: evt.type = execve and proc.name in (shells)
              output: o
              priority: NOTICE
            - rule: Off
              desc: d
              condition: evt.type = open
              output: o
              priority: NOTICE
              enabled: false
            """;

    private static final String SUITE = """
            # Events that show each part of the conditions at work. Made by falconer cover.
            # To keep changes, rename this file: then cover writes only what it lacks.
            apiVersion: falconer/v1alpha1
            kind: RuleTest
            metadata: {name: rules-cover}
            rules:
              - "../rules.yaml"
            defaults: {unexpected: ignore}
            tests:

              # Shell
              - name: "Shell fires"
                event: &event1
                  syscall: {evt.type: execve, proc.name: bash, container.id: "3f8c9d5e1a2b"}
                expect: [{rule: Shell}]
              - name: "Shell fires: proc.name in (shells)"
                event: *event1
                cases:
                  matrix:
                    value: [sh, zsh, ash]
                patch: [{op: replace, path: /fields/proc.name, value: "${value}"}]
                expect: [{rule: Shell}]
              - name: "Shell stays silent"
                event: *event1
                cases:
                  - because: "not evt.type = execve"
                    change: [{op: replace, path: /fields/evt.type, value: openat}]
                  - because: "not proc.name in (shells)"
                    change: [{op: replace, path: /fields/proc.name, value: cat}]
                patch: "${change}"
                silent: [Shell]
            """;

    @RegisterExtension
    final Workspace workspace = new Workspace();

    @BeforeEach
    void rules() throws IOException {
        workspace.write("rules.yaml", RULES);
    }

    @Test
    void whatIsWrittenPassesAndLacksNothing() throws IOException {
        assertThat(workspace.run("cover", "-r", "rules.yaml", "-d", "tests", "--check"))
                .isEqualTo(new Run(1, """
                Shell  rules.yaml:3:3
                    missing: 6 events for 8 of 8 outcomes

                1 rule: 6 events missing
                8 outcomes: 0 tested, 8 missing, 0 impossible (proved), 0 undecided
                """, ""));
        assertThat(workspace.path("tests")).doesNotExist();
        assertThat(workspace.run("cover", "-r", "rules.yaml", "-d", "tests"))
                .isEqualTo(new Run(0, """
                Shell  rules.yaml:3:3
                    written: 6 events for 8 of 8 outcomes

                1 rule: 6 events written
                8 outcomes: 0 tested, 8 written, 0 impossible (proved), 0 undecided
                """, "wrote tests/rules_cover_test.yaml\n"));
        assertThat(workspace.read("tests/rules_cover_test.yaml")).isEqualTo(SUITE);
        assertThat(workspace.run("test", "tests").status()).isZero();
        assertThat(workspace.run("cover", "-r", "rules.yaml", "-d", "tests", "--check"))
                .isEqualTo(new Run(0, """
                1 rule: 0 events missing
                8 outcomes: 8 tested, 0 missing, 0 impossible (proved), 0 undecided
                """, ""));
    }

    @Test
    void onlyWhatOtherSuitesLackIsWritten() throws IOException {
        workspace.write("tests/mine_test.yaml", SUITE.replace(". Made by falconer cover.", ""));
        workspace.replace("rules.yaml", "[bash, sh, zsh, ash]", "[bash, sh, zsh, ash, ksh]");

        assertThat(workspace.run("cover", "-r", "rules.yaml", "-d", "tests").out())
                .contains("written: 1 event for 1 of 9 outcomes");
        assertThat(workspace.read("tests/rules_cover_test.yaml")).endsWith("""
                  - name: "Shell fires"
                    event: &event1
                      syscall: {evt.type: execve, proc.name: ksh, container.id: "3f8c9d5e1a2b"}
                    expect: [{rule: Shell}]
                """);
    }

    @Test
    void aSuiteThatCoverWroteIsReplacedAndNoOther() throws IOException {
        workspace.run("cover", "-r", "rules.yaml", "-d", "tests");
        workspace.replace("rules.yaml", "[bash, sh, zsh, ash]", "[bash, sh, zsh, ksh]");

        workspace.run("cover", "-r", "rules.yaml", "-d", "tests");
        assertThat(workspace.read("tests/rules_cover_test.yaml")).isEqualTo(SUITE.replace("ash]", "ksh]"));

        String own = "# Mine\n" + SUITE.replaceAll("(?s)  - name: \"Shell stays.*", "");
        workspace.write("tests/rules_cover_test.yaml", own);
        assertThat(workspace.run("cover", "-r", "rules.yaml", "-d", "tests").err())
                .isEqualTo("wrote tests/rules_2_cover_test.yaml\n");
        assertThat(workspace.read("tests/rules_cover_test.yaml")).isEqualTo(own);
    }

    @Test
    void aRenamedSuiteIsKeptAndCounts() throws IOException {
        for (String name : List.of("mine_test.yaml", "mine_cover_test.yaml", "rules_2_cover_test.yaml")) {
            workspace.write("tests/" + name, SUITE);
            workspace.replace("rules.yaml", "zsh, ash", "zsh, ash, ksh");

            assertThat(workspace
                            .run("cover", "-r", "rules.yaml", "-d", "tests", "--check")
                            .out())
                    .contains("missing: 1 event for 1 of 9 outcomes");
            Run run = workspace.run("cover", "-r", "rules.yaml", "-d", "tests");
            assertThat(run.out()).contains("written: 1 event for 1 of 9 outcomes");
            assertThat(run.err()).isEqualTo("wrote tests/rules_cover_test.yaml\n");
            assertThat(workspace.read("tests/" + name)).isEqualTo(SUITE);
            Files.delete(workspace.path("tests/" + name));
            Files.delete(workspace.path("tests/rules_cover_test.yaml"));
            rules();
        }
    }

    @Test
    void testsOfOtherRulesAreKept() throws IOException {
        workspace.write("rules.yaml", RULES.replace("  enabled: false\n", ""));
        workspace.run("cover", "-r", "rules.yaml", "-d", "tests");
        workspace.replace("rules.yaml", "evt.type = open\n", "evt.type in (open, openat)\n");

        Run run = workspace.run("cover", "-r", "rules.yaml", "--rule", "Off", "-d", "tests");
        assertThat(run.out()).contains("Off", "1 rule: ").doesNotContain("Shell");
        assertThat(workspace.read("tests/rules_cover_test.yaml")).contains("  # Shell\n", "  # Off\n", "openat");
        assertThat(workspace
                        .run("cover", "-r", "rules.yaml", "-d", "tests", "--check")
                        .status())
                .isZero();
    }

    @Test
    void outdatedSuitesAreWrittenAgain() throws IOException {
        workspace.run("cover", "-r", "rules.yaml", "-d", "tests");
        workspace.replace("rules.yaml", "zsh, ash", "zsh");

        Run check = workspace.run("cover", "-r", "rules.yaml", "-d", "tests", "--check");
        assertThat(check.status()).isEqualTo(1);
        assertThat(check.err()).contains("rules_cover_test.yaml is not up to date [outdated-file]");
        workspace.run("cover", "-r", "rules.yaml", "-d", "tests");
        assertThat(workspace.read("tests/rules_cover_test.yaml")).doesNotContain("ash]");
        assertThat(workspace.run("test", "tests").status()).isZero();

        workspace.replace("rules.yaml", "- rule: Shell", "- rule: Other");
        assertThat(workspace.run("cover", "-r", "rules.yaml", "-d", "tests").err())
                .isEqualTo("wrote tests/rules_cover_test.yaml\n");
        assertThat(workspace.run("test", "tests").status()).isZero();

        workspace.write("rules.yaml", RULES.substring(RULES.indexOf("- rule: Off")));
        assertThat(workspace.run("cover", "-r", "rules.yaml", "-d", "tests").err())
                .isEqualTo("deleted tests/rules_cover_test.yaml\n");
        assertThat(workspace.path("tests/rules_cover_test.yaml")).doesNotExist();
    }

    @Test
    void aSuiteThatCannotRunIsNamed() throws IOException {
        workspace.write("tests/mine_test.yaml", SUITE.replace("[Shell]", "[Shel]"));

        assertThat(workspace
                        .run("cover", "-r", "rules.yaml", "-d", "tests", "--check")
                        .err())
                .startsWith("tests/mine_test.yaml does not count, because it cannot run:\n"
                        + "tests/mine_test.yaml:31:14: warning: unknown rule \"Shel\"");
    }

    @Test
    void suitesOfOtherFilesWithTheSameNameAreKept() throws IOException {
        workspace.write("o/rules.yaml", RULES);
        workspace.run("cover", "-r", "rules.yaml", "-d", "tests");

        assertThat(workspace.run("cover", "-r", "o/rules.yaml", "-d", "tests").err())
                .isEqualTo("wrote tests/rules_2_cover_test.yaml\n");
        assertThat(workspace.read("tests/rules_cover_test.yaml")).isEqualTo(SUITE);
        workspace.replace("o/rules.yaml", "zsh, ash", "zsh, ksh");
        assertThat(workspace.run("cover", "-r", "o/rules.yaml", "-d", "tests").err())
                .isEqualTo("wrote tests/rules_2_cover_test.yaml\n");
        assertThat(workspace.run("test", "tests").status()).isZero();
    }

    @Test
    void eachRulesFileHasASuite() throws IOException {
        workspace.write("a/more.yaml", "[{rule: A, desc: d, condition: evt.type = open, output: o, priority: INFO}]");
        workspace.write("b/more.yaml", "[{rule: B, desc: d, condition: evt.type = close, output: o, priority: INFO}]");

        assertThat(workspace.run("cover", "-r", "a", "-r", "b", "-d", "tests").err())
                .isEqualTo("wrote tests/more_cover_test.yaml\nwrote tests/more_2_cover_test.yaml\n");
        assertThat(workspace.run("test", "tests").status()).isZero();
    }

    @Test
    void rulesThatAFalcoMayReadWronglyAreUndecided() {
        workspace.write("old.yaml", """
                - rule: A
                  desc: d
                  condition: jevt.value[/a] exists and jevt.value[/b] = x and not jevt.value[/a] = y
                  output: o
                  priority: INFO
                  source: k8s_audit
                """);

        assertThat(workspace
                        .run("cover", "-r", "old.yaml", "--falco", "0.42", "--check")
                        .out())
                .contains("because this Falco may read", "0 events missing", "6 undecided");
    }

    @Test
    void programsGetTheSame() throws IOException {
        JsonNode report = new JsonMapper()
                .readTree(workspace
                        .run("cover", "-r", "rules.yaml", "--check", "-o", "json")
                        .out());
        assertThat(report.at("/rules/0").toString())
                .isEqualTo("{\"rule\":\"Shell\",\"file\":\"rules.yaml\",\"line\":3,\"outcomes\":8,\"tested\":0,"
                        + "\"missing\":8,\"events\":6,\"impossible\":[],\"undecided\":[]}");
        assertThat(report.at("/rules/1").isMissingNode()).isTrue();
    }

    @Test
    void wrongUsageIsSaid() {
        assertThat(workspace.run("cover", "-r", "rules.yaml", "--rule", "Shel").err())
                .contains("did you mean \"Shell\"?");
        assertThat(workspace.run("cover", "-r", "-").status()).isEqualTo(2);
        assertThat(workspace
                        .run("cover", "-r", "rules.yaml", "--falco", "0.42..0.45")
                        .status())
                .isEqualTo(2);
        assertThat(Files.exists(workspace.path("rules_cover_test.yaml"))).isFalse();
    }
}
