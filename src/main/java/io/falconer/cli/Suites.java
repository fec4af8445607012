package io.falconer.cli;

import io.falconer.ruleset.Emulation;
import io.falconer.suite.Suite;
import io.falconer.suite.SuiteReader;
import io.falconer.suite.SuiteResult;
import io.falconer.suite.SuiteRunner;
import io.falconer.suite.TestCase;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads and runs suites. */
final class Suites {
    private final Environment environment;
    private final Console console;
    private final GeneratorOptions generator;

    Suites(Environment environment, Console console, GeneratorOptions generator) {
        this.environment = environment;
        this.console = console;
        this.generator = generator;
    }

    /** The results of all suites of all files. */
    List<SuiteResult> run(List<Input> files) {
        return run(files, test -> true);
    }

    /** The results of the tests that are wanted; suites without any such are left out. */
    List<SuiteResult> run(List<Input> files, Predicate<TestCase> wanted) {
        if (files.isEmpty()) {
            return List.of();
        }
        SuiteRunner runner = new SuiteRunner(
                Emulation.DEFAULT,
                generator.templates(environment, console),
                generator.asOf(environment),
                environment.directory());
        List<SuiteResult> results = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        for (Input file : files) {
            Outcome<List<Suite>> read = SuiteReader.read(file.text(environment));
            problems.addAll(read.diagnostics());
            for (Suite suite : read.value().orElse(List.of())) {
                List<TestCase> tests = suite.tests().stream().filter(wanted).toList();
                if (!tests.isEmpty()) {
                    Outcome<SuiteResult> result =
                            runner.run(new Suite(suite.name(), suite.rules(), tests, suite.location()));
                    problems.addAll(result.diagnostics());
                    result.value().ifPresent(results::add);
                }
            }
        }
        if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
            throw new UnloadableException(
                    problems.stream().sorted(Diagnostic.ORDER).toList());
        }
        console.show(problems);
        return results;
    }
}
