package io.falconer.cover;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.ruleset.DefinitionFinder;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.RuleSet;
import io.falconer.suite.AssertedEvent;
import io.falconer.suite.ReferencedFiles;
import io.falconer.suite.Status;
import io.falconer.suite.Suite;
import io.falconer.suite.SuiteReader;
import io.falconer.suite.SuiteResult;
import io.falconer.suite.SuiteRunner;
import io.falconer.suite.TestResult;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Rules in a file of their own, the events that their tests lack, and the suite with these events next to the rules. */
record CoverRun(Path directory, RuleSet rules, List<CoveredRule> covered, String suite) {
    static CoverRun of(Path directory, String text) throws IOException {
        Files.writeString(directory.resolve("rules.yaml"), text);
        LoadedRules loaded = LoadedRules.of(
                Stream.of(SourceFile.of("rules.yaml", text)), Emulation.DEFAULT, DefinitionFinder.NOWHERE);
        assertThat(loaded.results()).allMatch(LoadResult::successful);
        List<CoveredRule> covered = cover(loaded.rules(), List.of());
        return new CoverRun(directory, loaded.rules(), covered, CoverSuite.of("c", List.of("rules.yaml"), covered));
    }

    private static List<CoveredRule> cover(RuleSet rules, List<AssertedEvent> existing) {
        return new RuleSetCover(rules, () -> false).of(rule -> true, existing);
    }

    /** What a suite next to the rules leaves uncovered. */
    List<CoveredRule> after(String suite) {
        return cover(rules, AssertedEvent.of(result(suite), new ReferencedFiles(directory)));
    }

    /** The written events, and the changes of each: those that fire the rule, then those that do not. */
    List<String> events() {
        CoverDocument base =
                CoverDocument.of(covered.getFirst().events().getFirst().draft());
        return covered.getFirst().events().stream()
                .map(event ->
                        (event.fires() ? "fires " : "silent ") + event.goal().text() + ": "
                                + (base.changes(CoverDocument.of(event.draft())).isEmpty()
                                        ? YamlEvent.flow(base.shown())
                                        : YamlEvent.flow(base.changes(CoverDocument.of(event.draft()))
                                                .getFirst())))
                .toList();
    }

    /** The suite's tests that did not pass. */
    List<String> failed() {
        return result(suite).tests().stream()
                .filter(result -> result.status() != Status.PASSED)
                .map(TestResult::test)
                .map(test -> test.name())
                .toList();
    }

    private SuiteResult result(String suite) {
        return new SuiteRunner(
                        Emulation.DEFAULT,
                        (policy, wanted) -> Outcome.failed(List.of()),
                        new ReferencedFiles(directory),
                        () -> {})
                .run(read(suite))
                .value()
                .orElseThrow();
    }

    private Suite read(String text) {
        Outcome<List<Suite>> suites = SuiteReader.read(SourceFile.of("c_test.yaml", text));
        assertThat(suites.diagnostics()).isEmpty();
        return suites.value().orElseThrow().getFirst();
    }
}
