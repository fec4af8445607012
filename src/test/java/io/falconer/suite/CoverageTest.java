package io.falconer.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.generate.BuiltInRules;
import io.falconer.ruleset.Emulation;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        assertThat(results.withCoverage(true).hold()).isFalse();
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
        assertThat(results.withCoverage(true).hold()).isTrue();
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

    private static String suite(String rules, String... tests) {
        return "{apiVersion: falconer/v1alpha1, kind: RuleTest, metadata: {name: s}, rules: [" + rules + "], tests: ["
                + String.join(", ", tests) + "]}";
    }

    private Results run(String... suites) throws IOException {
        Files.writeString(directory.resolve("r.yaml"), RULES);
        List<Suite> read = SuiteReader.read(SourceFile.of("s_test.yaml", String.join("\n---\n", suites)))
                .value()
                .orElseThrow();
        Outcome<List<SuiteResult>> results = new SuiteRunner(
                        Emulation.DEFAULT, BuiltInRules::of, new ReferencedFiles(directory), () -> {})
                .run(read);
        return Results.of(List.of(), results.value().orElseThrow()).withCoverage(false);
    }
}
