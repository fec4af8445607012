package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falconer.Workspace;
import io.falconer.ruleset.Emulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {
    private static final String ARTICLE = """
            - rule: Example rule (nginx). This is the human name for the rule.
              desc: Detect any listening socket outside our expected one.
              condition: evt.type in (accept,listen) and (container.image!=myregistry/nginx or proc.name!=nginx or k8s.ns.name!="load-balancer")
              output: This is where I write the alert message (command=%proc.cmdline connection=%fd.name).
              priority: WARNING
            """;

    @RegisterExtension
    final Workspace workspace = new Workspace();

    @BeforeEach
    void rules() throws IOException {
        rule("good.yaml", "ka.verb = create");
        rule("bad.yaml", "ka.verb = create and undefined");
        rule("unused.yaml", "ka.verb = create");
        workspace.write("macro.yaml", "- macro: undefined\n  condition: ka.stage exists\n");
        rule("vacuous.yaml", "not ka.target.name exists and not ka.target.name in (a)");
    }

    /** Nothing else says why, because the report is not written. */
    @ParameterizedTest
    @ValueSource(strings = {"-q", "-v"})
    void aReportThatCannotBeWrittenIsAnErrorWithItsReason(String option) throws IOException {
        workspace.write("good.yaml", ExampleFiles.RULE);
        workspace.write("dir/x", "");
        Run run = workspace.run("check", option, "-o", "json=dir", "good.yaml");
        assertThat(run).isEqualTo(new Run(3, "", "error: cannot write dir: is a directory [unwritable]\n"));
    }

    @Test
    void otherProgramsGetLoadErrorsAndFindings() {
        Run junit = workspace.run("check", "--isolated", "-o", "junit", "good.yaml", "bad.yaml", "vacuous.yaml");
        assertThat(junit.status()).isEqualTo(3);
        assertThat(junit.out())
                .contains("<testsuites name=\"falconer\" tests=\"3\" failures=\"1\" errors=\"1\">")
                .contains("<testcase name=\"loads\" classname=\"good.yaml\"/>")
                .contains("<error type=\"LOAD_ERR_VALIDATE\"")
                .contains("<failure type=\"vacuous-clause\"");
        Run sarif = workspace.run("check", "-o", "sarif", "bad.yaml");
        assertThat(sarif.out())
                .contains("\"ruleId\" : \"LOAD_ERR_VALIDATE\"", "\"uri\" : \"bad.yaml\"")
                .doesNotContain("stayed-silent");
        assertThat(workspace.run("check", "-o", "github", "vacuous.yaml").out())
                .startsWith("::error file=vacuous.yaml,line=");
        assertThat(workspace.run("check", "-o", "github", "good.yaml")).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void warningsThatFailAreFailures() throws IOException {
        workspace.write("warned.yaml", "- macro: unused\n  condition: ka.verb exists\n");
        Run fine = workspace.run("check", "-o", "junit", "warned.yaml");
        assertThat(fine.status()).isZero();
        assertThat(fine.out()).contains("failures=\"0\"", "<system-out>WARNING ");
        Run failed = workspace.run("check", "--fail-on", "warning", "-o", "junit", "warned.yaml");
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.out())
                .contains("failures=\"1\"", "<failure type=\"LOAD_UNUSED_MACRO\"", "name=\"loads without findings\"");
    }

    @Test
    void aFileAfterOneThatDoesNotLoadIsSkipped() {
        Run junit = workspace.run("check", "-o", "junit", "bad.yaml", "good.yaml");
        assertThat(junit.status()).isEqualTo(3);
        assertThat(junit.out())
                .contains("<testsuites name=\"falconer\" tests=\"2\" failures=\"0\" errors=\"1\">")
                .contains("<skipped>bad.yaml is loaded before this file, and does not load</skipped>")
                .doesNotContain("and 1 more");
        assertThat(workspace
                        .run("check", "-o", "github", "bad.yaml", "good.yaml")
                        .out())
                .containsOnlyOnce("::error ")
                .containsOnlyOnce("::notice file=good.yaml");
    }

    @Test
    void aFileThatCannotBeReadIsReported() throws IOException {
        workspace.write("directory.yaml/x", "");
        Run run = workspace.run("check", "-o", "github", "missing.yaml");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).startsWith("::error file=").contains("cannot read missing.yaml");
    }

    @Test
    void aTerminalShowsNoSentenceWiderThanItself() throws IOException {
        workspace.write(
                "long.yaml",
                ExampleFiles.RULE.replace(
                        "ka.verb exists", "ka.verb exists and proc.name = abc and ka.target.name = x"));
        Run piped = workspace.run("check", "long.yaml");
        Run terminal = Run.in(
                workspace.path(),
                "",
                Map.of("COLUMNS", "60"),
                new Terminal(true, true),
                "check",
                "--color=never",
                "long.yaml");
        assertThat(piped.out().lines()).as("piped").anyMatch(line -> line.length() > 80);
        assertThat(terminal.out().lines().filter(line -> line.startsWith("long.yaml:") || line.startsWith("hint:")))
                .isNotEmpty()
                .allMatch(line -> line.length() <= 60);
        assertThat(terminal.out().replaceAll("\\n  (?=\\S)", " "))
                .contains(piped.out()
                        .lines()
                        .filter(line -> line.startsWith("long.yaml:3"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void rulesThatLoadAreOk() {
        assertThat(workspace.run("check", "good.yaml")).isEqualTo(new Run(0, "good.yaml: Ok\n", ""));
    }

    @Test
    void rulesThatDoNotLoadAreShownAsFalcoShowsThem() {
        assertThat(workspace.run("check", "-r", "bad.yaml")).isEqualTo(new Run(3, """
                bad.yaml: Invalid
                1 Errors:
                In rules content: (bad.yaml:0:0)
                    rule 'bad.yaml': (bad.yaml:0:2)
                    condition expression: ("ka.verb = create ...":1:24)
                ------
                ka.verb = create and undefined
                                       ^
                ------
                LOAD_ERR_VALIDATE (Error validating rule/macro/list/exception objects): Undefined macro 'undefined' used in filter.
                bad.yaml:3:35: error: Undefined macro 'undefined' used in filter. [LOAD_ERR_VALIDATE]
                  3 |   condition: ka.verb = create and undefined
                    |                                   ^^^^^^^^^
                hint: it is defined at macro.yaml:1:3, next to this file: load that file first
                """, ""));
    }

    @Test
    void filesSeeWhatEarlierOnesDefineUnlessEachIsJudgedByItself() {
        assertThat(workspace.run("check", "macro.yaml", "bad.yaml").status()).isZero();
        Run isolated = workspace.run("check", "--isolated", "macro.yaml", "bad.yaml");
        assertThat(isolated.status()).isEqualTo(3);
        assertThat(isolated.out()).startsWith("macro.yaml: Ok, with warnings\n").contains("\nbad.yaml: Invalid\n");
    }

    @Test
    void warningsAreFindingsOnlyIfAskedFor() {
        assertThat(workspace.run("check", "macro.yaml").status()).isZero();
        assertThat(workspace.run("check", "--fail-on=warning", "macro.yaml").status())
                .isEqualTo(1);
    }

    @Test
    void aClauseThatDecidesNothingIsAFinding() {
        Run run = workspace.run("check", "vacuous.yaml");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("vacuous.yaml: Ok\nvacuous.yaml:3:44: error: rule \"vacuous.yaml\": the clause");
    }

    @Test
    void whatRulesMayRequireCanBeDeclared() throws IOException {
        workspace.write("requires.yaml", """
                - required_engine_version: 0.50.0
                - required_plugin_versions:
                  - {name: k8saudit, version: 0.7.0, alternatives: [{name: k8saudit-eks, version: 0.4.0}]}
                """);
        assertThat(workspace.run("check", "requires.yaml")).isEqualTo(new Run(0, "requires.yaml: Ok\n", ""));
        assertThat(workspace
                        .run("check", "--plugin", "k8saudit-eks:0.4.1", "requires.yaml")
                        .status())
                .isZero();
        Run missing = workspace.run("check", "--plugin=json:0.7.4", "requires.yaml");
        assertThat(missing.status()).isEqualTo(3);
        assertThat(missing.out())
                .startsWith("Error: Plugin requirement not satisfied, must load one of: k8saudit (>= 0.7.0),"
                        + " k8saudit-eks (>= 0.4.0)\nrequires.yaml:3:5: error: Plugin requirement not satisfied")
                .endsWith("hint: if Falco has it, declare it with --plugins k8saudit:0.7.0; declared plugins"
                        + " replace the default ones\n");
        assertThat(workspace
                        .run("check", "--plugin=k8saudit:1.0.0", "requires.yaml")
                        .out())
                .startsWith("Error: Plugin 'k8saudit' version '1.0.0' is not compatible with required plugin version"
                        + " '0.7.0'\n");
        Run older = workspace.run("check", "--falco-engine-version", "0.49.3", "requires.yaml");
        assertThat(older.status()).isEqualTo(3);
        assertThat(older.out())
                .contains("LOAD_ERR_VALIDATE")
                .contains("Rules require engine version 0.50.0, but engine version is 0.49.3");
    }

    @Test
    void falcoStopsAtTheFirstFileWhosePluginsAreNotThere() throws IOException {
        workspace.write("requires.yaml", "- required_plugin_versions: [{name: other, version: 1.0.0}]\n");
        Run run = workspace.run("check", "good.yaml", "requires.yaml", "bad.yaml");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out())
                .startsWith("good.yaml: Ok\n"
                        + "Error: Plugin requirement not satisfied, must load one of: other (>= 1.0.0)\n"
                        + "requires.yaml:1:30: error: ")
                .doesNotContain("bad.yaml");
        JsonNode json = new JsonMapper()
                .readTree(workspace.run("check", "-o", "json", "requires.yaml").out());
        assertThat(json.at("/falco_load_results/0/fatal").asText()).startsWith("Plugin requirement not satisfied");
        assertThat(json.at("/falco_load_results/0/successful").asBoolean()).isFalse();
    }

    @Test
    void whatIsFoundInABaseStaysOut() throws IOException {
        rule("mine.yaml", "ka.verb = post");
        Run run = workspace.run("check", "-r", "vacuous.yaml", "-r", "macro.yaml", "mine.yaml");
        assertThat(run.status()).isZero();
        assertThat(run.out()).doesNotContain("vacuous-clause").contains("mine.yaml:3:24: warning: rule \"mine.yaml\"");
        Run shown = workspace.run("check", "--base-findings", "-r", "vacuous.yaml", "mine.yaml");
        assertThat(shown.status()).isEqualTo(1);
        assertThat(shown.out()).contains("vacuous-clause").contains("http-verb");
        assertThat(workspace.run("check", "-r", "vacuous.yaml").out()).contains("vacuous-clause");
        assertThat(workspace
                        .run("check", "--isolated", "-r", "vacuous.yaml", "mine.yaml")
                        .out())
                .contains("vacuous-clause");
    }

    @Test
    void aFileIsNoBaseIfItIsCheckedToo() {
        Run run = workspace.run("check", "-r", "vacuous.yaml", "good.yaml", "vacuous.yaml");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("vacuous-clause");
    }

    @Test
    void theRulesOfOneHelmFileAreOneEngineWhenFilesAreIsolated() throws IOException {
        workspace.write("values.yaml", """
                customRules:
                  a.yaml: |
                    - macro: m
                      condition: evt.type = execve
                  b.yaml: |
                    - rule: R
                      desc: d
                      condition: m and proc.name = a
                      output: o
                      priority: INFO
                """);
        assertThat(workspace.run("check", "--isolated", "values.yaml").out()).contains("values.yaml (b.yaml): Ok\n");
    }

    @Test
    void theWarningsOfABaseAreNotCounted() {
        Run run = workspace.run("check", "--fail-on", "warning", "-r", "macro.yaml", "good.yaml");
        assertThat(run.out()).contains("LOAD_UNUSED_MACRO");
        assertThat(run.status()).isZero();
        assertThat(workspace
                        .run("check", "--fail-on", "warning", "--base-findings", "-r", "macro.yaml", "good.yaml")
                        .status())
                .isEqualTo(1);
    }

    @Test
    void rulesOfAnUnknownSourceAreCounted() throws IOException {
        workspace.write(
                "cloud.yaml",
                IntStream.range(0, 5)
                        .mapToObj(
                                i -> "- {rule: r" + i + ", desc: d, condition: ct.name = x, output: o, priority: INFO,"
                                        + " source: aws_cloudtrail}\n")
                        .collect(Collectors.joining()));
        Run run = workspace.run("check", "good.yaml", "cloud.yaml");
        assertThat(run.status()).isZero();
        assertThat(run.out()).endsWith("\n5 rules of source aws_cloudtrail not checked\n");
        assertThat(workspace.run("check", "--fail-on", "warning", "cloud.yaml").status())
                .isEqualTo(1);
        JsonNode json = new JsonMapper()
                .readTree(workspace.run("check", "-o", "json", "cloud.yaml").out());
        assertThat(json.path("unchecked")).hasToString("[{\"source\":\"aws_cloudtrail\",\"rules\":5}]");
        assertThat(workspace.run("check", "-r", "cloud.yaml", "good.yaml").out())
                .doesNotContain("not checked");
    }

    private static final String SHELLS = """
            - rule: shell
              desc: d
              condition: evt.type = execve and proc.name in (sh, bash)
              output: o
              priority: INFO
            - rule: sh
              desc: d
              condition: evt.type = execve and proc.name = sh
              output: o
              priority: INFO
            """;

    @Test
    void whatIsProvedIsShownUnlessProofsAreLeftOut() throws IOException {
        workspace.write("shells.yaml", SHELLS);
        Run run = workspace.run("check", "shells.yaml");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("shells.yaml:8:14: warning: rule \"sh\": it never alerts")
                .contains("\"shell\"");
        assertThat(workspace.run("check", "--fail-on=warning", "shells.yaml").status())
                .isEqualTo(1);
        assertThat(workspace.run("check", "--no-proofs", "--fail-on=warning", "shells.yaml"))
                .isEqualTo(new Run(0, "shells.yaml: Ok\n", ""));
        JsonNode json = new JsonMapper()
                .readTree(workspace.run("check", "-o", "json", "shells.yaml").out());
        assertThat(json.at("/findings/0/code").asText()).isEqualTo("shadowed-rule");
        assertThat(json.path("undecided")).hasToString("[]");
    }

    /** A comment for a finding that was not looked for is no mistake. */
    @Test
    void commentsDisableWhatIsProved() throws IOException {
        String comment = "# falconer:disable=shadowed-rule the other one counts\n- rule: sh\n";
        workspace.write("shells.yaml", SHELLS.replace("- rule: sh\n", comment));
        assertThat(workspace.run("check", "shells.yaml").out()).isEqualTo("shells.yaml: Ok\n");
        assertThat(workspace.run("check", "--no-proofs", "shells.yaml").out()).isEqualTo("shells.yaml: Ok\n");
        workspace.write("shells.yaml", SHELLS.replace("- rule: sh\n", comment).replace("(sh, bash)", "(bash)"));
        assertThat(workspace.run("check", "shells.yaml").out()).contains("[unused-disable]");
        assertThat(workspace.run("check", "--no-proofs", "shells.yaml").out()).isEqualTo("shells.yaml: Ok\n");
    }

    /** The clause says already why the rule never fires. */
    @Test
    void aRuleIsNotDeadBesideAClauseThatIsImpossible() throws IOException {
        workspace.write("dead.yaml", SHELLS.replace("proc.name = sh", "proc.name = sh and proc.name = zsh"));
        assertThat(workspace.run("check", "dead.yaml").out())
                .contains("[impossible-clause]")
                .doesNotContain("[dead-rule]");
    }

    @Test
    void rulesAreReadOutOfHelmValues() throws IOException {
        workspace.write("values.yaml", """
                tty: true
                customRules:
                  b.yaml: |-
                    - rule: R
                      desc: d
                      condition: evt.type = execve and known and proc.nme = sh
                      output: o
                      priority: INFO
                  a.yaml: |
                    - macro: known
                      condition: proc.pid exists
                """);
        Run run = workspace.run("check", "values.yaml");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out())
                .startsWith("values.yaml (a.yaml): Ok, with warnings\n")
                .contains("\nvalues.yaml (b.yaml): Invalid\n")
                .contains("\nvalues.yaml:6:50: error: filter_check called with nonexistent field proc.nme");
    }

    @Test
    void whatIsNoVersionIsAnErrorOfUse() {
        for (String wrong : new String[] {"--plugins=json:1.0", "--falco-engine-version=0.50", "--plugin=a:x"}) {
            assertThat(workspace.run("check", wrong, "good.yaml").status())
                    .as(wrong)
                    .isEqualTo(2);
        }
    }

    @Test
    void aDirectoryThatMayNotBeSearchedIsNoEmptyOne() throws IOException {
        Path secret = Files.createDirectories(workspace.path("rules/secret"));
        assertThat(secret.toFile().setReadable(false)).isTrue();
        assumeThat(Files.isReadable(secret)).as("root may read all").isFalse();
        Run run = workspace.run("check", "rules");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo("error: cannot read rules: it cannot be searched: no permission for " + secret
                        + " [unreadable]\n");
    }

    @Test
    void theHelpNamesTheDefaultsThatAreInForce() {
        Emulation falco = Emulation.DEFAULT;
        String help = workspace.run("check", "--help").out().replaceAll("\\s+", " ");
        assertThat(help).contains("Default: " + falco.falco().release() + ".", "Default: that of the Falco.");
        falco.plugins().forEach((name, version) -> assertThat(help).contains(name + ":" + version));
    }

    @Test
    void jsonHasFalcosShapeAndTheFindings() throws IOException {
        Run run = workspace.run("check", "-o", "json", "macro.yaml", "vacuous.yaml");
        JsonNode root = new JsonMapper().readTree(run.out());
        JsonNode warning = root.at("/falco_load_results/0/warnings/0");
        assertThat(warning.path("code").asText()).isEqualTo("LOAD_UNUSED_MACRO");
        assertThat(warning.path("codedesc").asText()).startsWith("A macro is defined");
        assertThat(warning.at("/context/locations/1"))
                .hasToString("{\"item_name\":\"undefined\",\"item_type\":\"macro\",\"position\":"
                        + "{\"column\":2,\"line\":0,\"name\":\"macro.yaml\",\"offset\":2}}");
        assertThat(warning.at("/context/snippet").asText()).isEqualTo("- macro: undefined\n  ^\n");
        assertThat(root.at("/falco_load_results/1/successful").asBoolean()).isTrue();
        assertThat(root.at("/findings/0/code").asText()).isEqualTo("vacuous-clause");
        assertThat(root.at("/findings/0/location")).hasToString("{\"path\":\"vacuous.yaml\",\"line\":3,\"column\":44}");
    }

    /** What happens to a rule that is copied from an article's page. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"load-balancer\" | \u201Cload-balancer\u201D | 1 | copied.yaml:3:117: error | typographic",
                "\"load-balancer\") | \"load-balancer\")\u201D | 3 | copied.yaml:3:133: error | straight quotes",
                "container.image | container. image | 3 | copied.yaml:3:56: error | cannot contain a blank",
                "container.image | container.~    image | 3 | copied.yaml:3:56: error | cannot contain a blank",
                "container.image | container.~image | 3 | copied.yaml:5:9: error | continues on the next line",
                "'  desc' | desc | 3 | copied.yaml:3:12: error | indent all keys of a mapping equally",
                "output: This | output: \"This | 3 | copied.yaml:1:3: error | nothing closes the quote of line 4",
                "priority: | priority: ' | 3 | copied.yaml:5:13: error | nothing closes the quote of line 5"
            })
    void aRuleThatCopyingSpoiltIsToldWhere(String printed, String copied, int status, String place, String words)
            throws IOException {
        String rule = ARTICLE.replace(printed, copied.replace('~', '\n'));
        workspace.write("copied.yaml", rule);
        Run run = workspace.run("check", "copied.yaml");
        assertThat(run.out()).contains("\n" + place).contains(words);
        assertThat(run.status()).isEqualTo(status);
    }

    @Test
    void aDirectoryWithoutRulesIsAMistake() throws IOException {
        Files.createDirectory(workspace.path("none"));
        assertThat(workspace.run("check", "none"))
                .isEqualTo(new Run(
                        3, "", "error: cannot read none: it has no file that ends in .yaml or .yml [unreadable]\n"));
    }

    @Test
    void twoOutputsNeedTwoFiles() {
        assertThat(workspace.run("check", "-o", "json=a", "-o", "text=./a", "good.yaml"))
                .matches(run -> run.status() == 2 && run.err().contains("two outputs write to the file ./a"));
        assertThat(workspace.run("check", "-o", "json=", "good.yaml"))
                .matches(run -> run.status() == 2 && run.err().contains("-o json= has no file name"));
    }

    private void rule(String file, String condition) throws IOException {
        workspace.write(file, """
                - rule: %s
                  desc: d
                  condition: %s
                  output: o
                  priority: INFO
                  source: k8s_audit
                """.formatted(file, condition));
    }
}
