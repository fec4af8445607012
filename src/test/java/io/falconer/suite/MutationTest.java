package io.falconer.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconer.generate.BuiltInRules;
import io.falconer.report.MutationReport;
import io.falconer.ruleset.Emulation;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which changes of rules tests notice. */
class MutationTest {
    private static final String RULES = """
            - rule: R
              desc: d
              condition: evt.type = open and (fd.name startswith /etc or fd.name startswith /etc/x)
              output: o
              priority: INFO
            """;
    private static final String OPEN =
            "{name: a, event: {syscall: {evt.type: open, fd.name: /etc/a}}, expect: [{rule: R}]}";
    private static final String CLOSE = "{name: b, event: {syscall: {evt.type: close, fd.name: /etc/a}}, expect: none}";
    private static final String ELSEWHERE = "{name: c, event: {syscall: {evt.type: open, fd.name: /x}}, expect: none}";
    private static final String INSIDE = "{name: d, event: {syscall: {evt.type: open, fd.name: /a/etc}}, expect: none}";

    @TempDir
    Path directory;

    @Test
    void testsKillWhatTheyNotice() throws IOException {
        assertThat(states(OPEN, CLOSE, ELSEWHERE, INSIDE))
                .containsExactly(
                        "killed swap and/or: evt.type = open and (fd.name startswith /etc or fd.name startswith /etc/x)",
                        "killed drop clause: evt.type = open",
                        "killed negate: evt.type = open",
                        "killed no value: evt.type = open",
                        "killed drop clause: (fd.name startswith /etc or fd.name startswith /etc/x)",
                        "killed swap and/or: (fd.name startswith /etc or fd.name startswith /etc/x)",
                        "killed drop clause: fd.name startswith /etc",
                        "killed negate: fd.name startswith /etc",
                        "killed no value: fd.name startswith /etc",
                        "killed other operator: fd.name startswith /etc",
                        "equivalent drop clause: fd.name startswith /etc/x",
                        "killed negate: fd.name startswith /etc/x",
                        "equivalent no value: fd.name startswith /etc/x",
                        "survived other operator: fd.name startswith /etc/x");
    }

    @Test
    void withoutTestsThereIsNoCoverage() throws IOException {
        String other = "{name: a, event: {audit: {verb: get}}, expect: none}";
        assertThat(states(other)).allMatch(state -> state.startsWith("no coverage") || state.startsWith("equivalent"));
    }

    @Test
    void theEventThatIsShownKillsTheMutant() throws IOException {
        for (MutantResult alive : mutate(OPEN).alive()) {
            String event = alive.event().orElseThrow();
            Files.writeString(directory.resolve("event.json"), event);
            boolean fires = mutate("{name: e, event: {file: event.json}, expect: [{rule: R}]}").mutants().stream()
                    .anyMatch(each -> each.state() == MutantState.KILLED);
            String test = "{name: e, event: {file: event.json}, expect: " + (fires ? "[{rule: R}]}" : "none}");
            assertThat(mutate(test).mutants())
                    .filteredOn(
                            each -> each.mutant().key().equals(alive.mutant().key()))
                    .singleElement()
                    .satisfies(each -> assertThat(each.state()).isEqualTo(MutantState.KILLED));
        }
    }

    @Test
    void theScoreLeavesOutEquivalentOnes() throws IOException {
        MutationResult result = mutate(OPEN, CLOSE, ELSEWHERE, INSIDE);
        assertThat(result.killable()).isEqualTo(12);
        assertThat(result.score()).isEqualTo(91);
        assertThat(new MutationResult(result.mutants(), OptionalInt.of(91)).isEnough())
                .isTrue();
        assertThat(new MutationResult(result.mutants(), OptionalInt.of(92)).isEnough())
                .isFalse();
    }

    @Test
    void theFormatOfMutationTestingElementsIsComplete() throws IOException {
        List<SuiteResult> suites = suites(OPEN, CLOSE);
        JsonNode report = new ObjectMapper()
                .readTree(new MutationReport().of(Results.of(List.of(), suites).withMutation(mutate(OPEN, CLOSE))));
        assertThat(report.get("schemaVersion").textValue()).matches("[12](\\.[0-9]+)*");
        assertThat(report.at("/thresholds/high").intValue()).isBetween(0, 100);
        assertThat(report.at("/thresholds/low").intValue()).isBetween(0, 100);
        JsonNode file = report.get("files").get("r.yaml");
        assertThat(file.get("language").textValue()).isEqualTo("yaml");
        assertThat(file.get("source").textValue()).isEqualTo(RULES);
        assertThat(file.get("mutants")).isNotEmpty().allSatisfy(mutant -> {
            assertThat(mutant.get("id").textValue()).isNotEmpty();
            assertThat(mutant.get("mutatorName").textValue()).isNotEmpty();
            assertThat(mutant.get("status").textValue()).isIn("Killed", "Survived", "NoCoverage", "Ignored");
            for (String end : List.of("start", "end")) {
                assertThat(mutant.get("location").get(end).get("line").intValue())
                        .isPositive();
                assertThat(mutant.get("location").get(end).get("column").intValue())
                        .isPositive();
            }
            assertThat(mutant.get("status").textValue().equals("Killed")).isEqualTo(mutant.has("killedBy"));
        });
        assertThat(report.get("testFiles").get("s_test.yaml").get("tests")).hasSize(2);
    }

    private List<String> states(String... tests) throws IOException {
        return mutate(tests).mutants().stream()
                .map(each -> each.state().word() + " " + each.mutant().mutator().words() + ": "
                        + each.mutant().clause())
                .toList();
    }

    private MutationResult mutate(String... tests) throws IOException {
        return runner().mutate(
                        suites(tests),
                        new MutationRequest(CoverageRequest.NONE, rule -> true, OptionalInt.empty(), () -> false));
    }

    private List<SuiteResult> suites(String... tests) throws IOException {
        Files.writeString(directory.resolve("r.yaml"), RULES);
        String suite = "{apiVersion: falconer/v1alpha1, kind: RuleTest, metadata: {name: s}, rules: [r.yaml], tests: ["
                + String.join(", ", tests) + "]}";
        return runner().run(SuiteReader.read(SourceFile.of("s_test.yaml", suite))
                        .value()
                        .orElseThrow())
                .value()
                .orElseThrow();
    }

    private SuiteRunner runner() {
        return new SuiteRunner(Emulation.DEFAULT, BuiltInRules::of, new ReferencedFiles(directory), () -> {})
                .measuring();
    }
}
