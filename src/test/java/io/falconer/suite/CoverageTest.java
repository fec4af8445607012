package io.falconer.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.generate.BuiltInRules;
import io.falconer.ruleset.Emulation;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageTest {
    private static final String RULES = """
            - rule: Created
              desc: d
              condition: ka.verb = create
              output: o
              priority: WARNING
              source: k8s_audit
            - rule: Deleted
              desc: d
              condition: ka.verb = delete
              output: o
              priority: WARNING
              source: k8s_audit
            - rule: Listener
              desc: d
              condition: evt.type = listen
              output: o
              priority: WARNING
            - rule: Off
              desc: d
              condition: ka.verb = create
              output: o
              priority: WARNING
              source: k8s_audit
              enabled: false
            """;

    @TempDir
    Path directory;

    @Test
    void aRuleIsCoveredByATestThatFiresItAndOneThatKeepsItSilent() throws IOException {
        Results results = run(suite(
                "r.yaml",
                "{name: a, event: {audit: {verb: create}}, expect: [{rule: Created}]}",
                "{name: b, event: {audit: {verb: get}}, expect: none}"));
        Coverage coverage = results.coverage().orElseThrow();
        assertThat(coverage.rules()).as("a disabled rule does not count").isEqualTo(3);
        assertThat(coverage.unfired()).extracting(RuleName::name).containsExactly("Deleted", "Listener");
        assertThat(coverage.unsilenced()).extracting(RuleName::name).containsExactly("Listener");
        assertThat(coverage.unfired())
                .extracting(rule -> rule.location().toString())
                .containsExactly("r.yaml:7:3", "r.yaml:13:3");
        assertThat(coverage.isComplete()).isFalse();
        assertThat(results.hold()).as("no coverage is required").isTrue();
        assertThat(results.withCoverage(CoverageRequest.ofRules(true)).hold()).isFalse();
    }

    @Test
    void suitesCoverRulesTogether() throws IOException {
        Results results = run(
                suite("r.yaml", "{name: a, event: {audit: {verb: create}}, expect: [{rule: Created}]}"),
                suite("./r.yaml", "{name: a, event: {audit: {verb: delete}}, expect: [{rule: Deleted}]}"),
                suite(
                        "r.yaml",
                        "{name: a, event: {syscall: {evt.type: listen}}, expect: [{rule: Listener}]}",
                        "{name: b, event: {syscall: {evt.type: open}}, expect: none}"));
        assertThat(results.coverage().orElseThrow().rules()).isEqualTo(3);
        assertThat(results.withCoverage(CoverageRequest.ofRules(true)).hold()).isTrue();
    }

    @Test
    void rulesOfTheSameNameInOtherFilesAreOthers() throws IOException {
        Files.writeString(directory.resolve("other.yaml"), RULES);
        Results results = run(
                suite("r.yaml", "{name: a, event: {audit: {verb: create}}, expect: [{rule: Created}]}"),
                suite("other.yaml", "{name: a, event: {audit: {verb: delete}}, expect: [{rule: Deleted}]}"));
        assertThat(results.coverage().orElseThrow().unfired())
                .extracting(rule -> rule.name() + " " + rule.location().source().name())
                .containsExactly("Deleted r.yaml", "Listener r.yaml", "Created other.yaml", "Listener other.yaml");
    }

    @Test
    void aTestThatFailsCoversNothing() throws IOException {
        Coverage coverage = run(suite("r.yaml", "{name: a, event: {audit: {verb: delete}}, expect: [{rule: Created}]}"))
                .coverage()
                .orElseThrow();
        assertThat(coverage.unfired()).extracting(RuleName::name).contains("Created");
        assertThat(coverage.unsilenced()).extracting(RuleName::name).contains("Deleted");
    }

    @Test
    void aTestThatWouldTakeAnAlertKeepsNothingSilent() throws IOException {
        Coverage coverage = run(suite(
                        "r.yaml",
                        "{name: a, event: {audit: {verb: create}}, unexpected: ignore, "
                                + "expect: [{rule: Created, count: 0, priority: Debug}]}"))
                .coverage()
                .orElseThrow();
        assertThat(coverage.unsilenced()).hasSize(3);
    }

    @Test
    void aRuleThatIsNotTriedIsNotKeptSilent() throws IOException {
        Files.writeString(directory.resolve("two.yaml"), RULES + """
                - rule: Second
                  desc: d
                  condition: ka.verb = create
                  output: o
                  priority: WARNING
                  source: k8s_audit
                """);
        Coverage coverage = run(suite(
                        "two.yaml",
                        "{name: a, event: {audit: {verb: create}}, ruleMatching: first, expect: [{rule: Created}]}"))
                .coverage()
                .orElseThrow();
        assertThat(coverage.unsilenced()).extracting(RuleName::name).contains("Second", "Deleted");
    }

    @Test
    void aSkippedTestCoversNothing() throws IOException {
        Results results = run(
                suite("r.yaml", "{name: a, event: {audit: {verb: create}}, expect: [{rule: Created}], skip: not yet}"));
        assertThat(results.coverage().orElseThrow().unfired()).hasSize(3);
        assertThat(results.coverage().orElseThrow().unsilenced()).hasSize(3);
    }

    @Test
    void onlyANearMissKeepsARuleSilent() throws IOException {
        String far = "{name: far, event: {audit: {verb: get, objectRef: {resource: services}}}, expect: none}";
        String near = "{name: near, event: {audit: {verb: create, objectRef: {resource: services}}}, expect: none}";
        write("pods.yaml", "ka.verb = create and ka.target.resource = pods", "");
        assertThat(run(suite("pods.yaml", far)).coverage().orElseThrow().unsilenced())
                .hasSize(1);
        assertThat(run(suite("pods.yaml", far, near)).coverage().orElseThrow().unsilenced())
                .isEmpty();
    }

    @Test
    void anExceptionThatIsReachedKeepsARuleSilent() throws IOException {
        write("jane.yaml", "ka.verb = create", "exceptions: [{name: jane, fields: ka.user.name, values: [jane]}]");
        String silenced = "{name: a, event: {audit: {verb: create, user: {username: jane}}}, expect: none}";
        assertThat(run(suite("jane.yaml", silenced)).coverage().orElseThrow().unsilenced())
                .isEmpty();
    }

    @Test
    void aPartCountsIfTheTestWouldFailWithoutIt() throws IOException {
        write("verbs.yaml", "ka.verb in (create, update)", "");
        String events = "event: [{audit: {verb: create}}, {audit: {verb: update}}]";
        assertThat(shown("verbs.yaml", "{name: a, " + events + ", expect: [{rule: R}]}"))
                .as("one alert is enough for the test")
                .isEmpty();
        assertThat(shown("verbs.yaml", "{name: a, " + events + ", expect: [{rule: R, count: 2}]}"))
                .containsExactly("true ka.verb in (create, update)", "true create", "true update");
        assertThat(shown("verbs.yaml", "{name: a, event: {audit: {verb: get}}, expect: none}"))
                .containsExactly("false ka.verb in (create, update)");
        assertThat(shown("verbs.yaml", "{name: a, event: {audit: {verb: get}}, silent: [X], unexpected: ignore}"))
                .isEmpty();
    }

    @Test
    void onlyRulesOfTheFilesThatASuiteCoversCount() throws IOException {
        write("other.yaml", "ka.verb = get", "");
        String test = "{name: a, event: {audit: {verb: get}}, expect: [{rule: R}]}";
        Coverage coverage = run(suite("r.yaml, other.yaml], cover: [other.yaml", test))
                .coverage()
                .orElseThrow();
        assertThat(coverage.rules()).isEqualTo(1);
        assertThat(run(
                                suite("r.yaml, other.yaml], cover: [other.yaml", test),
                                suite("r.yaml", "{name: a, event: {audit: {verb: get}}, expect: none}"))
                        .coverage()
                        .orElseThrow()
                        .rules())
                .as("another suite covers all its rules")
                .isEqualTo(4);
    }

    @Test
    void aFileThatCountsMustHaveRules() throws IOException {
        Files.writeString(directory.resolve("r.yaml"), RULES);
        Outcome<List<SuiteResult>> results = runner().run(SuiteReader.read(SourceFile.of(
                        "s_test.yaml",
                        suite("r.yaml], cover: [mine.yaml", "{name: a, event: {audit: {verb: get}}, expect: none}")))
                .value()
                .orElseThrow());
        assertThat(results.diagnostics()).singleElement().satisfies(error -> assertThat(error.message())
                .isEqualTo("the suite loads no rule of \"mine.yaml\""));
    }

    @Test
    void aPercentageBelowTheMinimumFails() throws IOException {
        write("verbs.yaml", "ka.verb = create", "");
        Results results = run(suite("verbs.yaml", "{name: a, event: {audit: {verb: get}}, expect: none}"));
        for (int minimum : List.of(49, 50, 51)) {
            Results asked = results.withCoverage(new CoverageRequest(false, true, OptionalInt.of(minimum), List.of()));
            assertThat(asked.coverage().orElseThrow().percent()).isEqualTo(50);
            assertThat(asked.hold()).isEqualTo(minimum <= 50);
        }
    }

    @Test
    void whatTheFilesOfAnySuiteAddIsRequired() throws IOException {
        Files.writeString(directory.resolve("base.yaml"), """
                - list: verbs
                  items: [create, update]
                - rule: R
                  desc: d
                  condition: ka.verb in (verbs)
                  output: o
                  priority: WARNING
                  source: k8s_audit
                  exceptions: [{name: users, fields: ka.user.name, comps: in, values: [root]}]
                """);
        Files.writeString(directory.resolve("more.yaml"), """
                - list: verbs
                  append: true
                  items: [patch]
                - rule: R
                  append: true
                  exceptions: [{name: users, values: [jane]}]
                """);
        String base = suite("base.yaml", "{name: a, event: {audit: {verb: create}}, expect: [{rule: R}]}");
        String more = suite("base.yaml, more.yaml", "{name: b, event: {audit: {verb: patch}}, expect: [{rule: R}]}");
        for (List<String> order : List.of(List.of(base, more), List.of(more, base))) {
            RuleCoverage rule = run(order.toArray(String[]::new))
                    .withCoverage(new CoverageRequest(false, true, OptionalInt.empty(), List.of()))
                    .coverage()
                    .orElseThrow()
                    .parts()
                    .getFirst();
            assertThat(rule.counts())
                    .extracting(count -> count.obligation().truth() + " "
                            + count.obligation().part().text() + " " + count.tests())
                    .containsExactlyInAnyOrder(
                            "true ka.verb in (verbs) 2",
                            "false ka.verb in (verbs) 0",
                            "true create 1",
                            "true update 0",
                            "true patch 1",
                            "true exception \"users\", value 1 0",
                            "true exception \"users\", value 2 0");
        }
    }

    /** What tests show of the rule of a file. */
    private List<String> shown(String rules, String test) throws IOException {
        String also = "- {rule: X, desc: d, condition: ka.verb = x, output: o, priority: INFO, source: k8s_audit}\n";
        Files.writeString(directory.resolve(rules), also, StandardOpenOption.APPEND);
        return run(suite(rules, test))
                .withCoverage(new CoverageRequest(false, true, OptionalInt.empty(), List.of()))
                .coverage()
                .orElseThrow()
                .parts()
                .getFirst()
                .counts()
                .stream()
                .filter(count -> count.tests() > 0)
                .map(count -> count.obligation().truth() + " "
                        + count.obligation().part().text())
                .toList();
    }

    private void write(String file, String condition, String more) throws IOException {
        Files.writeString(directory.resolve(file), """
                - rule: R
                  desc: d
                  condition: %s
                  output: o
                  priority: WARNING
                  source: k8s_audit
                  %s
                """.formatted(condition, more));
    }

    private SuiteRunner runner() {
        return new SuiteRunner(Emulation.DEFAULT, BuiltInRules::of, new ReferencedFiles(directory), () -> {})
                .measuring();
    }

    private static String suite(String rules, String... tests) {
        return "{apiVersion: falconer/v1alpha1, kind: RuleTest, metadata: {name: s}, rules: [" + rules + "], tests: ["
                + String.join(", ", tests) + "]}";
    }

    private Results run(String... suites) throws IOException {
        Files.writeString(directory.resolve("r.yaml"), RULES);
        List<Suite> read = SuiteReader.read(SourceFile.of("s_test.yaml", String.join("\n---\n", suites)))
                .value()
                .orElseThrow();
        Outcome<List<SuiteResult>> results = runner().run(read);
        return Results.of(List.of(), results.value().orElseThrow()).withCoverage(CoverageRequest.ofRules(false));
    }
}
