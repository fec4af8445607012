package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falconer.Tool;
import io.falconer.Workspace;
import io.falconer.generate.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DiffCommandTest {
    private static final String RULES = """
            - list: shells
              items: [sh, bash]
            - rule: Shell
              desc: d
              condition: evt.type = execve and proc.name in (shells)
              output: o
              priority: NOTICE
            - rule: Open
              desc: d
              condition: evt.type = open and fd.name startswith /etc/
              output: o
              priority: NOTICE
            """;

    @RegisterExtension
    final Workspace workspace = new Workspace();

    @BeforeEach
    void rules() throws IOException {
        workspace.write("old.yaml", RULES);
        workspace.write(
                "new.yaml",
                RULES.replace("[sh, bash]", "[sh]")
                        .replace("priority: NOTICE\n- rule: Open", "priority: ERROR\n- rule: Open"));
    }

    @Test
    void changesAreShownWithAnEventAndTheirCause() {
        assertThat(workspace.run("diff", "old.yaml", "new.yaml")).isEqualTo(new Run(0, """
                stricter: Shell  new.yaml:3:3
                    priority NOTICE -> ERROR
                    no longer fires on: evt.type=execve proc.name=bash
                    uses what changed: list shells

                list shells changed: 1 rule that uses it fires on other events
                Rules: 1 same, 1 stricter
                Version: patch (list shells has other items, rule Shell has a more urgent
                      priority)
                """, ""));
    }

    @Test
    void equalRulesAreSaidToBe() {
        assertThat(workspace.run("diff", "--no-new-silence", "old.yaml", "old.yaml"))
                .isEqualTo(new Run(0, """
                Rules: 2 same
                Version: names and metadata ask for no new one
                """, ""));
        assertThat(workspace.run("diff", "-v", "old.yaml", "old.yaml").out()).startsWith("same: Shell  old.yaml:3:3\n");
    }

    @Test
    void gatesGiveExitCode1() {
        assertThat(workspace
                        .run("diff", "--no-new-silence", "old.yaml", "new.yaml")
                        .status())
                .isEqualTo(1);
        assertThat(workspace
                        .run("diff", "--no-new-silence", "new.yaml", "old.yaml")
                        .status())
                .isZero();
        assertThat(workspace
                        .run("diff", "--fail-on", "stricter,removed", "old.yaml", "new.yaml")
                        .status())
                .isEqualTo(1);
        assertThat(workspace
                        .run("diff", "--fail-on", "looser", "old.yaml", "new.yaml")
                        .status())
                .isZero();
        assertThat(workspace
                        .run("diff", "--fail-on", "same", "old.yaml", "new.yaml")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void programsAndPullRequestsGetTheSame() throws IOException {
        Run run = workspace.run("diff", "-o", "json", "-o", "markdown=comment.md", "old.yaml", "new.yaml");
        JsonNode report = new JsonMapper().readTree(run.out());
        assertThat(report.at("/rules/0/change").asText()).isEqualTo("stricter");
        assertThat(report.at("/rules/0/lost/fields/proc.name").asText()).isEqualTo("bash");
        assertThat(report.at("/rules/1/change").asText()).isEqualTo("same");
        assertThat(report.at("/definitions/list shells/0").asText()).isEqualTo("Shell");
        assertThat(report.at("/version/bump").asText()).isEqualTo("patch");
        assertThat(Files.readString(workspace.path("comment.md"))).isEqualTo("""
                ### Falconer: rules: 1 stricter

                | Rule | Change | Example or detail |
                | --- | --- | --- |
                | Shell | stricter | priority NOTICE -\\> ERROR; no longer fires on evt.type=execve proc.name=bash |

                1 rule fires on exactly the same events as before (proved for all events).

                Version: **patch**: list shells has other items, rule Shell has a more urgent priority
                """);
    }

    @Test
    void aRevisionOfGitIsReadAsItIsThere() throws Exception {
        Tool.requireOne("git");
        workspace.write("repository/rules/a.yaml", RULES);
        workspace.write("repository/rules/b_test.yaml", "kind: RuleTest\n");
        workspace.write("repository/other.yaml", "name: not rules\n");
        String git = "git -c user.name=n -c user.email=e@example.com ";
        Tool made = Tool.run(
                workspace.path("repository"),
                "sh",
                "-c",
                "git init -q . && git add -A && " + git + "commit -q -m one && sed -i 's/, bash//' rules/a.yaml");
        assertThat(made.status()).as(made.err()).isZero();
        for (String old : new String[] {"git:HEAD", "git:HEAD:rules", "git:HEAD:rules/a.yaml"}) {
            Run run = Run.in(workspace.path("repository"), "diff", old, "rules");
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).as(old).contains("stricter: Shell  rules/a.yaml:3:3", "Rules: 1 same, 1 stricter");
        }
        assertThat(Run.in(workspace.path("repository/rules"), "diff", "git:HEAD", ".")
                        .out())
                .contains("Rules: 1 same, 1 stricter");
        Run unknown = Run.in(workspace.path("repository"), "diff", "git:nowhere", ".");
        assertThat(unknown.status()).isEqualTo(3);
        assertThat(unknown.err())
                .startsWith("error: cannot read git:nowhere: fatal: ")
                .endsWith(" [unreadable]\n");
        assertThat(Run.in(workspace.path("repository"), "diff", "git:--output=x", ".")
                        .status())
                .isEqualTo(3);
        assertThat(workspace.path("repository/x")).doesNotExist();
    }

    /** Suites, workflows and policies next to rules are none, however they are written; rules in any style are. */
    @Test
    void directoriesAreReadByWhatTheirFilesContain() throws IOException {
        for (String side : new String[] {"one", "two"}) {
            workspace.write(side + "/a.yaml", RULES);
            workspace.write(side + "/a_test.yaml", "kind: RuleTest\nexpect:\n  - rule: Shell\n");
            workspace.write(side + "/ci.yaml", "jobs:\n  build:\n    matrix:\n      list: [a]\n");
            workspace.write(side + "/policy.yaml", ExampleFiles.POLICY);
        }
        String flow = "- {rule: Flow, desc: d, condition: evt.type = %s, output: o, priority: NOTICE}\n"
                + "- 'rule': Quoted\n  desc: d\n  condition: evt.type = %s\n  output: o\n  priority: NOTICE\n";
        workspace.write("one/b.yaml", flow.replace("%s", "open"));
        workspace.write("two/b.yaml", flow.replace("%s", "openat"));
        Run run = workspace.run("diff", "one", "two");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("different: Flow", "different: Quoted", "Rules: 2 same, 2 different");
    }

    @Test
    void rulesOfOtherSourcesAreNotComparedInSilence() throws IOException {
        String cloud = "- rule: Login\n  desc: d\n  condition: ct.name = x\n  output: o\n  priority: NOTICE\n"
                + "  source: aws_cloudtrail\n";
        workspace.write("cloud.yaml", RULES + cloud);
        Run run = workspace.run("diff", "--no-new-silence", "cloud.yaml", "old.yaml");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("not compared: removed: Login (source aws_cloudtrail)\n");
        workspace.write("changed.yaml", RULES + cloud.replace("= x", "= y"));
        assertThat(workspace.run("diff", "cloud.yaml", "changed.yaml").out())
                .contains("not compared: another text: Login (source aws_cloudtrail)\n");
        assertThat(workspace
                        .run("diff", "--no-new-silence", "cloud.yaml", "cloud.yaml")
                        .status())
                .isZero();
    }

    @Test
    void policiesAreComparedByTheRulesThatTheyMake() throws IOException {
        workspace.write("policy.yaml", ExampleFiles.POLICY);
        workspace.write("wider.yaml", ExampleFiles.POLICY.replace("memory", "cpu"));
        assertThat(workspace.run("diff", "policy.yaml", "policy.yaml").out()).contains(" same\n");
        Run run = workspace.run("diff", "policy.yaml", "wider.yaml");
        assertThat(run.out())
                .contains(
                        "added: limits: Container without cpu limit",
                        "removed: limits: Container without memory limit");
    }

    private static String event(String type, String process) {
        return "{\"source\":\"syscall\",\"fields\":{\"evt.type\":\"" + type + "\",\"proc.name\":\"" + process
                + "\",\"fd.name\":\"/etc/a\"}}\n";
    }

    @Test
    void recordedEventsShowWhichAlertsAreLostGainedAndMoved() throws IOException {
        workspace.write("old.yaml", RULES + """
                - rule: Any
                  desc: d
                  condition: evt.type = execve and proc.name = zsh
                  output: o
                  priority: NOTICE
                - rule: Named
                  desc: d
                  condition: evt.type = connect
                  output: o
                  priority: NOTICE
                """);
        workspace.write("new.yaml", RULES.replace("[sh, bash]", "[sh, zsh, ksh]") + """
                - rule: Renamed
                  desc: d
                  condition: evt.type = connect
                  output: o
                  priority: NOTICE
                - rule: Any
                  desc: d
                  condition: evt.type = execve and proc.name = zsh
                  output: o
                  priority: NOTICE
                """);
        workspace.write(
                "events.jsonl",
                event("execve", "bash")
                        + event("execve", "zsh")
                        + event("execve", "ksh")
                        + event("execve", "bash")
                        + event("connect", "a")
                        + event("open", "a"));
        Run run = workspace.run("diff", "old.yaml", "new.yaml", "--events", "events.jsonl");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("""
                lost: Shell  2 events
                    events.jsonl:1, events.jsonl:4
                moved: Any -> Shell  1 event
                    events.jsonl:2
                gained: Shell  1 event
                    events.jsonl:3
                Recorded events: 6, 2 lost, 1 moved, 1 gained
                """);
        Run all = workspace.run(
                "diff", "old.yaml", "new.yaml", "--events", "events.jsonl", "--rule-matching", "all", "-o", "json");
        JsonNode recorded = new JsonMapper().readTree(all.out()).path("recorded");
        assertThat(recorded.path("events").asInt()).isEqualTo(6);
        assertThat(recorded.at("/changes/0/change").asText()).isEqualTo("lost");
        assertThat(recorded.at("/changes/0/before/0").asText()).isEqualTo("Shell");
        assertThat(recorded.at("/changes/0/places/1/line").asInt()).isEqualTo(4);
        assertThat(recorded.at("/changes/1/change").asText()).isEqualTo("gained");
        assertThat(recorded.at("/changes/1/events").asInt()).isEqualTo(2);
        Run markdown = workspace.run("diff", "old.yaml", "new.yaml", "--events", "events.jsonl", "-o", "markdown");
        assertThat(markdown.out()).contains("| lost | Shell | events.jsonl:1, events.jsonl:4 | 2 |\n");
    }

    /** What is proved about each rule does not say which rule takes an event; recorded events do. */
    @Test
    void lostAlertsOfRecordedEventsAreSilence() throws IOException {
        workspace.write("events.jsonl", event("execve", "bash"));
        String[] looser = {"diff", "--no-new-silence", "new.yaml", "old.yaml", "--events", "events.jsonl"};
        assertThat(workspace.run(looser).status()).isZero();
        workspace.write("more.yaml", RULES.replace("priority: NOTICE", "priority: DEBUG"));
        assertThat(workspace
                        .run(
                                "diff",
                                "--no-new-silence",
                                "old.yaml",
                                "more.yaml",
                                "--events",
                                "events.jsonl",
                                "--priority",
                                "notice")
                        .status())
                .isEqualTo(1);
        assertThat(workspace
                        .run("diff", "old.yaml", "more.yaml", "--events", "nowhere.jsonl")
                        .status())
                .isEqualTo(3);
    }

    @Test
    void counterexamplesAreReproducedByASuiteForEachVersion() throws IOException {
        workspace.write("new.yaml", RULES.replace("[sh, bash]", "[sh, \"k${s}h\"]"));
        Run run = workspace.run("diff", "old.yaml", "new.yaml", "--counterexamples", "out");
        assertThat(run.err()).isEqualTo("wrote counterexamples below out\n");
        Run both = workspace.run("test", "out");
        assertThat(both.status()).as(both.out() + both.err()).isZero();
        assertThat(both.out()).contains("4 tests");
        workspace.write("out/old/rules/1_rules.yaml", workspace.read("out/new/rules/1_rules.yaml"));
        assertThat(workspace.run("test", "out/old").status()).isEqualTo(1);
        assertThat(workspace
                        .run("diff", "old.yaml", "old.yaml", "--counterexamples", "none")
                        .err())
                .isEqualTo("no counterexamples\n");
        assertThat(workspace.path("none")).doesNotExist();
        workspace.write("mine/old/old_test.yaml", "# mine\n");
        assertThat(workspace
                        .run("diff", "old.yaml", "new.yaml", "--counterexamples", "mine")
                        .err())
                .contains("[foreign-file]");
    }

    /** Suites do not name the Falco that they are for, and another one may judge the events differently. */
    @Test
    void theNoteNamesTheFalcoOfTheSuites() {
        Run run = workspace.run(
                "diff", "--falco", "0.42", "--plugins", "json", "old.yaml", "new.yaml", "--counterexamples", "out");
        assertThat(run.err()).isEqualTo("""
                wrote counterexamples below out
                test them with: falconer test --falco 0.42 --plugins json out
                """);
        assertThat(workspace
                        .run("test", "--falco", "0.42", "--plugins", "json", "out")
                        .status())
                .isZero();
    }

    @Test
    void namesOfEventsBeginAsTheRulesDo() throws IOException {
        String longest = "The Alerts That Contact K8S API Server From A Container In Any Namespace";
        workspace.write(
                "one.yaml",
                RULES.replace("rule: Shell", "rule: " + longest).replace("rule: Open", "rule: " + longest + " 2"));
        workspace.write(
                "two.yaml", workspace.read("one.yaml").replace(", bash]", "]").replace("/etc/", "/etc/x"));
        workspace.run("diff", "one.yaml", "two.yaml", "--counterexamples", "out");
        String cut = "the_alerts_that_contact_k8s_api_server_from_a_container_in_a_only_the_old_rules_fire";
        try (Stream<Path> files = Files.list(workspace.path("out/events"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(cut + ".jsonl", cut + "_2.jsonl");
        }
    }

    /** Suites of earlier runs would test differences that no longer exist. */
    @Test
    void filesOfAnEarlierRunGo() throws IOException {
        workspace.write("open.yaml", RULES.replace("/etc/", "/etc/x"));
        workspace.run("diff", "old.yaml", "open.yaml", "--counterexamples", "out");
        String open = "out/events/" + onlyName("out/events");
        workspace.write("out/README", "mine\n");
        workspace.write("out/events/copy.jsonl", workspace.read(open));
        Run run = workspace.run("diff", "old.yaml", "new.yaml", "--counterexamples", "out");
        assertThat(run.err()).isEqualTo("removed 1 file of an earlier run\nwrote counterexamples below out\n");
        assertThat(workspace.path(open)).doesNotExist();
        assertThat(workspace.run("test", "out").out()).contains("2 tests passed");
        assertThat(workspace
                        .run("diff", "old.yaml", "old.yaml", "--counterexamples", "out")
                        .err())
                .isEqualTo("removed 5 files of an earlier run\nno counterexamples\n");
        assertThat(workspace.path("out/old/rules")).isEmptyDirectory();
        assertThat(workspace.path("out/old/old_test.yaml")).doesNotExist();
        assertThat(workspace.read("out/README")).isEqualTo("mine\n");
        assertThat(workspace.path("out/events/copy.jsonl")).exists();
    }

    @Test
    void filesOfOthersStay() throws IOException {
        workspace.write("mine/notes.txt", "mine\n");
        for (String next : new String[] {"new.yaml", "old.yaml"}) {
            Run run = workspace.run("diff", "old.yaml", next, "--counterexamples", "mine");
            assertThat(run.status()).isEqualTo(3);
            assertThat(run.err()).isEqualTo("""
                    error: mine is not empty, and falconer diff did not write it [foreign-file]
                    hint: name an empty directory, or one that an earlier run wrote
                    """);
        }
        try (Stream<Path> files = Files.list(workspace.path("mine"))) {
            assertThat(files).hasSize(1);
        }
        workspace.run("diff", "old.yaml", "new.yaml", "--counterexamples", "out");
        workspace.write("out/old/rules/1_rules.yaml", "# mine\n");
        Run run = workspace.run("diff", "old.yaml", "new.yaml", "--counterexamples", "out");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .contains("error: out/old/rules/1_rules.yaml exists already, and Falconer did not write it");
        assertThat(workspace.read("out/old/rules/1_rules.yaml")).isEqualTo("# mine\n");
    }

    @Test
    void everyFileOfCounterexamplesHasAMark() throws IOException {
        workspace.write("bom.yaml", "\uFEFF" + RULES.replace("[sh, bash]", "[sh]"));
        workspace.run("diff", "old.yaml", "bom.yaml", "--counterexamples", "out");
        try (Stream<Path> files = Files.walk(workspace.path("out"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(5).allSatisfy(file -> assertThat(
                            GeneratedFile.isGenerated(Files.readString(file)))
                    .isTrue());
        }
        assertThat(workspace.read("out/old/rules/1_rules.yaml"))
                .isEqualTo("# A copy of old.yaml, whose lines have numbers lower by 1. Made by falconer diff, which"
                        + " overwrites this file.\n" + RULES);
        assertThat(workspace.run("test", "out").status()).isZero();
    }

    private String onlyName(String directory) throws IOException {
        try (Stream<Path> files = Files.list(workspace.path(directory))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.joining());
        }
    }

    @Test
    void codeScanningGetsAResultForEachRuleThatFiresOnOtherEvents() throws IOException {
        workspace.write("events.jsonl", event("execve", "bash"));
        Run run = workspace.run("diff", "old.yaml", "new.yaml", "--events", "events.jsonl", "-o", "sarif");
        JsonNode results = new JsonMapper().readTree(run.out()).at("/runs/0/results");
        assertThat(results).hasSize(2);
        assertThat(results.at("/0/ruleId").asText()).isEqualTo("rule-stricter");
        assertThat(results.at("/0/level").asText()).isEqualTo("warning");
        assertThat(results.at("/0/message/text").asText())
                .isEqualTo(
                        "Shell: stricter: priority NOTICE -> ERROR; no longer fires on evt.type=execve proc.name=bash");
        assertThat(results.at("/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("new.yaml");
        assertThat(results.at("/0/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(3);
        assertThat(results.at("/1/ruleId").asText()).isEqualTo("lost-alert");
        assertThat(results.at("/1/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(1);
        Run back = workspace.run("diff", "new.yaml", "old.yaml", "-o", "sarif");
        assertThat(new JsonMapper()
                        .readTree(back.out())
                        .at("/runs/0/results/0/level")
                        .asText())
                .isEqualTo("note");
        assertThat(new JsonMapper()
                        .readTree(workspace
                                .run("diff", "old.yaml", "old.yaml", "-o", "sarif")
                                .out())
                        .at("/runs/0/results"))
                .isEmpty();
    }

    @Test
    void codeScanningFindsTheFileOfARevision() throws Exception {
        Tool.requireOne("git");
        workspace.write("repository/a:b.yaml", RULES);
        workspace.write(
                "repository/now/c.yaml",
                RULES.replaceFirst("(?s)- rule: Open.*", "").replace("Shell", "Renamed"));
        String git = "git -c user.name=n -c user.email=e@example.com ";
        assertThat(Tool.run(
                                workspace.path("repository"),
                                "sh",
                                "-c",
                                "git init -q . && git add -A && " + git + "commit -q -m one")
                        .status())
                .isZero();
        for (String revision : new String[] {"HEAD", "HEAD@{2099-01-01 10:00:00}"}) {
            Run run =
                    Run.in(workspace.path("repository"), "diff", "git:" + revision + ":a:b.yaml", "now", "-o", "sarif");
            JsonNode results = new JsonMapper().readTree(run.out()).at("/runs/0/results");
            assertThat(results.findValuesAsText("ruleId")).containsExactlyInAnyOrder("rule-renamed", "rule-removed");
            assertThat(results.findValuesAsText("uri")).contains("a%3Ab.yaml");
        }
    }

    @Test
    void standardInputCanOnlyBeReadOnce() {
        assertThat(workspace.run("diff", "-", "-").err())
                .startsWith("falconer: standard input can only be read once\n");
        assertThat(workspace.run("diff", "-", "new.yaml", "--events", "-").status())
                .isEqualTo(2);
        assertThat(workspace.runWithInput(RULES, "diff", "-", "new.yaml").out()).contains("stricter: Shell");
    }

    @Test
    void rulesThatDoNotLoadAreErrors() throws IOException {
        workspace.write("bad.yaml", RULES.replace("proc.name", "proc.nam"));
        Run run = workspace.run("diff", "old.yaml", "bad.yaml");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("bad.yaml:5:", "proc.nam");
        assertThat(workspace.run("diff", "old.yaml", "nowhere.yaml").status()).isEqualTo(3);
        assertThat(workspace.run("diff", "old.yaml").status()).isEqualTo(2);
        assertThat(workspace
                        .run("diff", "--falco", "0.42..0.45", "old.yaml", "new.yaml")
                        .err())
                .startsWith("falconer: diff compares rules in one version of Falco\n");
    }
}
