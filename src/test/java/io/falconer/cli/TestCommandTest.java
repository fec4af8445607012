package io.falconer.cli;

import static io.falconer.cli.ExampleFiles.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falconer.Tool;
import io.falconer.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestCommandTest {
    @RegisterExtension
    final Workspace workspace = new Workspace();

    @BeforeEach
    void rules() throws IOException {
        workspace.write("rules.yaml", """
                - rule: Created
                  desc: d
                  condition: ka.verb = create
                  output: created by %ka.user.name
                  priority: WARNING
                  source: k8s_audit
                - rule: Deleted
                  desc: d
                  condition: ka.verb = delete
                  output: o
                  priority: WARNING
                  source: k8s_audit
                """);
    }

    @Test
    void aPluginThatRulesNeedMustBeThere() throws IOException {
        workspace.write("new.yaml", "- required_plugin_versions: [{name: k8saudit, version: 0.99.0}]\n");
        workspace.write(
                "a_test.yaml", suite("a", test("creation", "create", "none")).replace("rules.yaml", "new.yaml"));
        Run run = workspace.run("test");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("new.yaml:1:30: error: Plugin 'k8saudit' version '0.18.0' is not compatible with required"
                        + " plugin version '0.99.0' [plugin-version]\n")
                .endsWith("hint: if Falco has it, declare it with --plugins k8saudit:0.99.0; declared plugins"
                        + " replace the default ones\n");
    }

    @Test
    void onlyTheTestsWhoseNameMatchesRun() throws IOException {
        workspace.write(
                "a_test.yaml", suite("a", test("creation", "create", "[{rule: Created}]"), failing("deletion")));
        assertThat(workspace.run("test", "--run", "^creat")).isEqualTo(new Run(0, """
                suite a a_test.yaml

                  passed  creation

                1 test passed, 0 failed in 1 suite; 1 event replayed
                """, ""));
        assertThat(workspace.run("test", "--run", "tion").status()).isEqualTo(1);
    }

    @Test
    void aBadRegularExpressionIsWrongUsage() {
        Run run = workspace.run("test", "--run", "(");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("falconer: --run is not a regular expression: missing closing )");
    }

    @Test
    void noTestsAreAFailure() throws IOException {
        Files.createDirectory(workspace.path("empty"));
        Run run = workspace.run("test", "empty");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error: no *_test.yaml and no policy with tests in empty [no-tests]\n");
    }

    @Test
    void coverageNamesTheRulesThatNoTestSpeaksOf() throws IOException {
        workspace.write("a_test.yaml", suite("a", test("creation", "create", "[{rule: Created}]")));
        Run run = workspace.run("test");
        assertThat(run.status()).isZero();
        assertThat(run.out()).endsWith("""
                1 rule not fired by any test:
                  Deleted rules.yaml:7:3
                1 rule not kept silent by any test:
                  Created rules.yaml:1:3

                1 test passed, 0 failed in 1 suite; 1 event replayed
                2 rules: 1 fired by a test, 1 kept silent by a test
                """);
        assertThat(workspace.run("test", "--require-coverage").status()).isEqualTo(1);
        workspace.write(
                "b_test.yaml",
                suite("b", test("creation", "create", "[{rule: Created}]"), test("d", "delete", "[{rule: Deleted}]")));
        Run complete = workspace.run("test", "--require-coverage");
        assertThat(complete.status()).isZero();
        assertThat(complete.out()).endsWith("\n2 rules: 2 fired by a test, 2 kept silent by a test\n");
    }

    @Test
    void coverageOfSomeTestsWouldMeanNothing() {
        Run run = workspace.run("test", "--run", "x", "--require-coverage");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--run leaves some out");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --coverage-min 101                 | --coverage-min is a percentage, not 101
            --coverage-min -1                  | --coverage-min is a percentage, not -1
            --coverage --run x                 | --coverage requires all tests
            --coverage-min 1 --run x           | --coverage-min requires all tests
            --coverage --since HEAD            | --coverage requires all tests
            --mutation-min 101                 | --mutation-min is a percentage, not 101
            --coverage --cover other.yaml      | no suite loads an enabled rule of other.yaml
            """)
    void aWrongRequestForCoverageIsWrongUsage(String options, String message) throws IOException {
        workspace.write("a_test.yaml", suite("a", test("creation", "create", "[{rule: Created}]")));
        Run run = workspace.run(
                Stream.concat(Stream.of("test"), Stream.of(options.split(" "))).toArray(String[]::new));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    @Test
    void aReportOfCoverageMeasuresIt() throws IOException {
        workspace.write("a_test.yaml", suite("a", test("creation", "create", "[{rule: Created}]")));
        Run run = workspace.run("test", "-o", "cobertura", "-o", "json=report.json");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("branch-rate=\"0.5000\"");
        assertThat(workspace.read("report.json")).contains("\"percent\" : 50");
    }

    @Test
    void aShortPartBehindALongNameIsShownWhole() throws IOException {
        String macro = "user_known_read_sensitive_files_activities_of_the_platform_team";
        workspace.write("long.yaml", """
                - macro: %s
                  condition: evt.num=0
                - rule: Opened
                  desc: d
                  condition: evt.type = open and not %s
                  output: o
                  priority: INFO
                """.formatted(macro, macro));
        workspace.write("long_test.yaml", """
                apiVersion: falconer/v1alpha1
                kind: RuleTest
                metadata: {name: long}
                rules: [long.yaml]
                tests:
                  - {name: open, event: {syscall: {evt.type: open}}, expect: [{rule: Opened}]}
                """);
        Run run = workspace.run("test", "--coverage", "long_test.yaml");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("never true   evt.num=0  line 2, " + macro + "\n");
    }

    @Test
    void tooFewNoticedChangesFail() throws IOException {
        workspace.write("a_test.yaml", suite("a", test("creation", "create", "[{rule: Created}]")));
        assertThat(workspace.run("test", "--mutate").status()).isZero();
        Run run = workspace.run("test", "--mutation-min", "100", "-o", "text", "-o", "mutation=m.json");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("changes of rules that no test notices:", "; at least 100 % is required");
        assertThat(workspace.read("m.json")).contains("\"status\" : \"Killed\"", "\"status\" : \"Survived\"");
    }

    @Test
    void sinceARevisionOutsideARepositoryIsAShortError() throws IOException {
        Tool.requireOne("git");
        workspace.write("a_test.yaml", suite("a", test("creation", "create", "[{rule: Created}]")));
        Run run = workspace.run("test", "--since", "HEAD");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("error: cannot read git:HEAD: fatal: not a git repository")
                .hasLineCount(1);
    }

    @Test
    void aMinimumOfNothingIsNotReached() throws IOException {
        workspace.write("off.yaml", """
                - rule: Off
                  desc: d
                  condition: evt.type = open
                  output: o
                  priority: INFO
                  enabled: false
                """);
        workspace.write("off_test.yaml", """
                apiVersion: falconer/v1alpha1
                kind: RuleTest
                metadata: {name: off}
                rules: [off.yaml]
                tests:
                  - {name: open, event: {syscall: {evt.type: open}}, expect: none}
                """);
        Run measured = workspace.run("test", "--coverage", "--mutate", "off_test.yaml");
        assertThat(measured.status()).isZero();
        assertThat(measured.out())
                .contains("coverage with effect: nothing to measure\n", "mutation score: nothing to measure\n")
                .doesNotContain("100 %");
        Run covered = workspace.run("test", "--coverage-min", "50", "off_test.yaml");
        assertThat(covered.status()).isEqualTo(1);
        assertThat(covered.out()).contains("coverage with effect: nothing to measure; at least 50 % is required");
        Run mutated = workspace.run("test", "--mutation-min", "50", "off_test.yaml");
        assertThat(mutated.status()).isEqualTo(1);
        assertThat(mutated.out()).contains("mutation score: nothing to measure; at least 50 % is required");
    }

    @Test
    void aMinimumOfRulesThatDidNotChangeIsNoFailure() throws IOException, InterruptedException {
        Tool.requireOne("git");
        workspace.write("a_test.yaml", suite("a", test("creation", "create", "[{rule: Created}]")));
        String git = "git -c user.name=n -c user.email=e@example.com ";
        String commit = "git init -q . && git add -A && " + git + "commit -q -m one";
        assertThat(Tool.run(workspace.path(), "sh", "-c", commit).status()).isZero();
        workspace.write("c_test.yaml", suite("c", test("reading", "get", "none")));
        Run run = workspace.run("test", "--since", "HEAD", "--mutation-min", "100");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("passed  reading", "mutation score: nothing to measure\n");
    }

    @Test
    void sinceARevisionOnlyWhatChangedRuns() throws IOException, InterruptedException {
        Tool.requireOne("git");
        workspace.write("a_test.yaml", suite("a", test("creation", "create", "[{rule: Created}]")));
        workspace.write("b_test.yaml", suite("b", test("deletion", "delete", "[{rule: Deleted}]")));
        String git = "git -c user.name=n -c user.email=e@example.com ";
        String commit = "git init -q . && git add -A && " + git + "commit -q -m one";
        assertThat(Tool.run(workspace.path(), "sh", "-c", commit).status()).isZero();
        Run none = workspace.run("test", "--since", "HEAD", "-o", "text", "-o", "junit=j.xml", "-o", "mutation=m.json");
        assertThat(none.out()).isEmpty();
        assertThat(workspace.read("j.xml")).contains("<testsuites").doesNotContain("<testcase");
        assertThat(workspace.read("m.json")).contains("\"files\" : { }");
        assertThat(none.status()).isZero();
        assertThat(none.err()).contains("no suite, and no file that one names, changed since HEAD");
        workspace.write("b_test.yaml", suite("b", test("another", "delete", "[{rule: Deleted}]")));
        Run some = workspace.run("test", "--since", "HEAD", "--mutate", "-o", "text", "-o", "json=r.json");
        assertThat(some.out()).contains("passed  another").doesNotContain("creation");
        assertThat(workspace.read("r.json"))
                .contains("\"mutation\"")
                .doesNotContain("\"rule\" : \"Created\",\n      \"location\"");
        Run unknown = workspace.run("test", "--since", "nowhere");
        assertThat(unknown.status()).isEqualTo(3);
        assertThat(unknown.err()).startsWith("error: cannot read git:nowhere: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "junit", "sarif", "tap", "github", "markdown"})
    void aBrokenSuiteIsAResultAndTheOthersRun(String format) throws IOException {
        workspace.write("a_test.yaml", suite("a", test("creation", "create", "[{rule: Created}]")));
        workspace.write("b_test.yaml", "kind: RuleTest\n");
        workspace.write("c_test.yaml", suite("c", test("creation", "create", "[{rule: Crated}]")));
        workspace.write("d_test.yaml", suite("d", failing("deletion")));
        Run run = workspace.run("test", "-o", format);
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out())
                .contains("b_test.yaml", "deletion")
                .containsPattern("unknown rule \\\\?(\"|&quot;)Crated|unknown-rule");
        assertThat(run.err())
                .contains("b_test.yaml:1:1: error: ", "c_test.yaml:6:61: error: ", "did you mean \"Created\"?");
    }

    @Test
    void failOnlyLeavesOutWhatIsAsItShouldBe() throws IOException {
        workspace.write(
                "a_test.yaml", suite("a", test("creation", "create", "[{rule: Created}]"), failing("deletion")));
        workspace.write("b_test.yaml", suite("b", test("another", "create", "[{rule: Created}]")));
        Run run = workspace.run("test", "--fail-only");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("FAILED deletion").doesNotContain("creation", "suite b");
    }

    @Test
    void testsOfAPolicyRunByTestAndByProve() throws IOException {
        workspace.write("policy.yaml", POLICY + """
                defaults: {unexpected: fail}
                tests:
                - name: no limit
                  event:
                    audit:
                      verb: create
                      objectRef: {resource: pods, namespace: x, name: p}
                      responseStatus: {code: 201}
                      requestObject: {spec: {containers: [{name: a, image: b}]}}
                  expect: [{rule: "limits: Container without memory limit"}]
                - {name: another verb, event: {audit: {verb: get}}, expect: none}
                """);
        Run run = workspace.run("test", "policy.yaml");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("suite limits policy.yaml\n\n  passed  no limit\n  passed  another verb\n");
        assertThat(run.status()).isZero();
        assertThat(workspace.run("test").out()).as("found in the directory").isEqualTo(run.out());
        assertThat(workspace.run("prove", "policy.yaml").out()).contains("2 tests passed, 0 failed in 1 suite");
    }

    @Test
    void aTestOfAPolicyCanFailBoth() throws IOException {
        workspace.write("policy.yaml", POLICY + """
                tests:
                - {name: t, event: {audit: {verb: get}}, expect: [{rule: "limits: Container without memory limit"}]}
                """);
        assertThat(workspace.run("test", "policy.yaml").status()).isEqualTo(1);
        assertThat(workspace.run("prove", "policy.yaml").status()).isEqualTo(1);
    }

    @Test
    void mistakesInTestsOfAPolicyAreErrors() throws IOException {
        workspace.write("policy.yaml", POLICY + "tests:\n- {name: t, event: {audit: {verb: get}}, expekt: none}\n");
        Run prove = workspace.run("prove", "policy.yaml");
        assertThat(prove.status()).isEqualTo(3);
        assertThat(prove.err()).contains("policy.yaml:9:", "unknown key \"expekt\"");
        assertThat(workspace.run("test").status()).isEqualTo(3);
    }

    @Test
    void aPolicyWithoutTestsIsNoSuite() throws IOException {
        workspace.write("policy.yaml", POLICY);
        assertThat(workspace.run("test").err()).contains("[no-tests]");
        Run run = workspace.run("test", "policy.yaml");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).startsWith("error: policy.yaml does not contain a suite [no-tests]");
    }

    @Test
    void manySuitesAtOnceGiveTheSameReportEachTime() throws IOException {
        for (int i = 0; i < 40; i++) {
            String tests = IntStream.range(0, 20)
                    .mapToObj(t -> t % 7 == 3 ? failing("t" + t) : test("t" + t, "create", "[{rule: Created}]"))
                    .collect(Collectors.joining());
            workspace.write(String.format("s%02d_test.yaml", i), suite("s" + i, tests));
        }
        String first = workspace.run("test", "-o", "json").out();
        JsonNode report = new JsonMapper().readTree(first);
        assertThat(report.path("tests").findValuesAsText("suite").stream().distinct())
                .isEqualTo(IntStream.range(0, 40).mapToObj(i -> "s" + i).toList());
        for (int i = 0; i < 5; i++) {
            assertThat(workspace.run("test", "-o", "json").out()).isEqualTo(first);
        }
    }

    @Test
    void aShortfallTellsWhyTheOtherEventsDidNotFire() throws IOException {
        workspace.write("a_test.yaml", suite("a", """
                - name: twice
                  event: [{audit: {verb: create, user: {username: jo}}}, {audit: {verb: update}}]
                  expect: [{rule: Created, count: 2}]
                """));
        assertThat(workspace.run("test").out()).contains("""
                FAILED twice a_test.yaml:6:3
                  Created fired more or less often than expected
                    expectation at a_test.yaml:8:12
                    8 |   expect: [{rule: Created, count: 2}]
                    alerts
                      expected  2
                      actual    1
                    on a_test.yaml:7
                      Warning: created by jo
                    on a_test.yaml:7: these parts of its condition did not hold:
                      ✗ ka.verb = create  saw "update"  rules.yaml:3
                """);
    }

    @Test
    void longTextsShowWhereTheyDiffer() throws IOException {
        workspace.write("a_test.yaml", suite("a", """
                - name: who
                  event: {audit: {verb: create, user: {username: "system:node:one"}}}
                  expect: [{rule: Created, output: "created by system:node:two"}]
                """));
        assertThat(workspace.run("test").out()).contains("""
                      expected  created by system:node:two
                      actual    created by system:node:one
                      at character 12: expected "system:node:two", got "system:node:one"
                """);
    }

    @Test
    void testsOfPoliciesAreFoundHoweverTheyAreWritten() throws IOException {
        String tests = "[{name: t, event: {audit: {verb: get}}, expect: none}]";
        workspace.write("first.yaml", "tests: " + tests + "\n" + POLICY.replace("name: limits", "name: first"));
        workspace.write("quoted.yaml", POLICY.replace("name: limits", "name: quoted") + "\"tests\": " + tests + "\n");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(workspace.path("packed.yaml.gz")))) {
            out.write((POLICY.replace("name: limits", "name: packed") + "tests: " + tests)
                    .getBytes(StandardCharsets.UTF_8));
        }
        workspace.write("untested.yaml", POLICY + "tests:\n");
        assertThat(workspace.run("test").out())
                .contains("suite first ", "suite quoted ", "suite packed ", "3 tests passed, 0 failed in 3 suites");
    }

    @Test
    void whatCannotBeReadInADirectoryIsTold() throws IOException {
        Files.createSymbolicLink(workspace.path("x_test.yaml"), Path.of("gone.yaml"));
        Files.createSymbolicLink(workspace.path(".#y_test.yaml"), Path.of("jane@host.1234"));
        Run run = workspace.run("test");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("error: cannot read x_test.yaml: the file does not exist")
                .doesNotContain(".#y");
        Run empty = workspace.run("test", "");
        assertThat(empty.status()).isEqualTo(3);
        assertThat(empty.err()).contains("an argument is empty");
    }

    @Test
    void standardInputIsReadOnce() {
        String suite = suite("a", test("creation", "create", "[{rule: Created}]"));
        Run run = workspace.runWithInput(suite, "test", "-", "-");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("1 test passed, 0 failed in 1 suite");
    }

    @Test
    void expressionsThatAreTooDeepAreMistakes() throws IOException {
        String deep = "(".repeat(5000) + "a" + ")".repeat(5000);
        assertThat(workspace.run("test", "--run", deep).status()).isEqualTo(2);
        workspace.write(
                "a_test.yaml",
                suite(
                        "a",
                        "- name: t\n  event: {audit: {verb: create}}\n  expect: [{rule: Created, output: {regex: \""
                                + deep + "\"}}]\n"));
        Run run = workspace.run("test");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("[bad-regex]");
    }

    @Test
    void warningsOfAPolicyAreShown() throws IOException {
        workspace.write("policy.yaml", POLICY + """
                  exceptions:
                  - {name: old, controls: [ResourceLimits], match: {namespace: x}, reason: r, expires: 2020-01-01}
                tests: [{name: t, event: {audit: {verb: get}}, expect: none}]
                """);
        Run run = workspace.run("test");
        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("[expired-exception]");
    }

    @Test
    void whatAnEventSaysCannotSpeakToTheTerminalOrTheCi() throws IOException {
        workspace.write("a_test.yaml", suite("a", """
                - name: "x\\e[31m"
                  event: {audit: {verb: create, user: {username: "a\\n::error::b\\e[2J"}}}
                  expect: none
                """));
        String out = workspace.run("test", "--color", "never").out();
        assertThat(out).doesNotContain("\u001B", "\n::error::").contains("created by a\\n::error::b\\u001b[2J");
    }

    @Test
    void suitesOfOneNameAreToldApart() throws IOException {
        workspace.write("a_test.yaml", suite("same", failing("t")));
        workspace.write("b/a_test.yaml", suite("same", failing("t")).replace("rules.yaml", "../rules.yaml"));
        assertThat(workspace.run("test", "-o", "junit").out())
                .contains("<testsuite name=\"same (a_test.yaml)\"", "<testsuite name=\"same (b/a_test.yaml)\"");
        String sarif = workspace.run("test", "-o", "sarif").out();
        assertThat(sarif.lines().filter(line -> line.contains("finding/v1")).distinct())
                .as("two findings in each suite")
                .hasSize(4);
    }

    @Test
    void aRunThatSkipsEveryTestProvesNothing() throws IOException {
        workspace.write(
                "a_test.yaml", suite("a", "- {name: t, event: {audit: {verb: get}}, expect: none, skip: later}\n"));
        assertThat(workspace.run("test").status()).isEqualTo(1);
    }

    @Test
    void requiredCoverageThatIsMissingReadsAsAFailure() throws IOException {
        workspace.write("a_test.yaml", suite("a", test("creation", "create", "[{rule: Created}]")));
        assertThat(workspace.run("test", "--require-coverage").out())
                .contains("FAILED 1 rule not fired by any test:", "; coverage is required\n");
    }

    @Test
    void aNameOfStandardOutputIsStandardOutput() throws IOException {
        workspace.write("a_test.yaml", suite("a", test("creation", "create", "[{rule: Created}]")));
        assertThat(workspace.run("test", "-o", "text=/dev/stdout", "-o", "json").status())
                .isEqualTo(2);
        assertThat(workspace.run("test", "-o", "json=/dev/stdout").out()).startsWith("{");
    }

    /** Mistakes in tests, and their messages. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            event: {audit: {verb: create}}, expect: [{rule: Created, output_fields: {ka.user.nmae: x}}] | did you mean "ka.user.name"?
            event: {audit: {verb: create}}, expect: [{rule: Created}], silent: [Created] | both to fire and to stay silent
            event: {audit: {verb: "${verb}"}}, expect: none | the test has no cases
            event: {syscall: {evt.type: listen, fd.sport: eighty}}, expect: none | its type is PORT
            event: {syscall: {evt.type: listen, fd.sport: 99999999}}, expect: none | "fd.sport" cannot be 99999999
            event: {audit: {verb: create}}, expect: none, skip: " " | "skip" is empty
            """)
    void mistakesInATestAreErrors(String test, String message) throws IOException {
        workspace.write("a_test.yaml", suite("a", "- {name: t, " + test + "}\n"));
        Run run = workspace.run("test");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains(message);
    }

    @Test
    void twoDollarSignsAreOneThatBeginsNoVariable() throws IOException {
        workspace.write("a_test.yaml", suite("a", """
                - name: home
                  event: {audit: {verb: create, user: {username: "$${HOME}"}}}
                  expect: [{rule: Created, output: "created by $${HOME}"}]
                """));
        Run run = workspace.run("test", "-o", "json");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("created by ${HOME}");
    }

    private static String failing(String name) {
        return test(name, "delete", "[{rule: Created}]");
    }

    private static String test(String name, String verb, String expect) {
        return "- {name: %s, event: {audit: {verb: %s}}, expect: %s}\n".formatted(name, verb, expect);
    }

    private static String suite(String name, String... tests) {
        return "apiVersion: falconer/v1alpha1\nkind: RuleTest\nmetadata: {name: %s}\nrules: [rules.yaml]\ntests:\n%s"
                .formatted(name, String.join("", tests));
    }

    @Test
    void thePageShowsPartsAndChangesOfRules() {
        workspace.write("rules.yaml", """
                - macro: started
                  condition: evt.type in (execve, execveat)
                - rule: Shell
                  desc: A shell started
                  condition: started and proc.name = sh
                  output: o
                  priority: NOTICE
                """);
        workspace.write("shell_test.yaml", """
                apiVersion: falconer/v1alpha1
                kind: RuleTest
                metadata: {name: shell}
                rules: [rules.yaml]
                tests:
                - name: sh
                  event: {syscall: {evt.type: execve, proc.name: sh}}
                  expect: [{rule: Shell}]
                - name: ls
                  event: {syscall: {evt.type: execve, proc.name: ls}}
                  expect: none
                """);
        Run run = workspace.run("test", "--coverage", "--mutate", "-o", "html", "shell_test.yaml");
        assertThat(run.out())
                .contains("<p>A shell started</p>")
                .contains(
                        "<li>started<ul class=\"parts\"><li><code class=\"incomplete\">evt.type in (execve, execveat)</code>"
                                + "<span class=\"note\">holds: 1 test, does not hold: no test</span>"
                                + "<p class=\"note\">1 of 2 items decide in a test; missing: execveat</p></li></ul></li>")
                .contains(
                        "<code class=\"good\">proc.name = sh</code><span class=\"note\">holds: 1 test, does not hold: 1 test</span>")
                .contains("<span class=\"note\">remove list item, survived</span>");
    }
}
