package io.falconer.cli;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.falconer.suite.Results;
import io.falconer.suite.SuiteResult;
import io.falconer.text.Diagnostic;
import jakarta.enterprise.inject.Vetoed;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code falconer test}: runs suites. */
@Command(
        name = "test",
        header = "Run suites.",
        description = {
            "Run suites: replay the events of each test through the rules that the suite names, and compare the alerts"
                    + " with what it expects. Directories are searched for *_test.yaml."
        },
        footer = {
            "  falconer test",
            "  falconer test tests/limits_test.yaml --run 'second container'",
            "  falconer test -o text -o junit=report.xml -o markdown=summary.md tests/"
        })
@Vetoed // not a bean: it gets its environment from Main
final class TestCommand extends FalconerCommand {
    @Parameters(
            paramLabel = "PATH",
            description = "Suites, directories, globs, or - for standard input. Default: here.")
    private List<String> paths = List.of();

    @Option(names = "--run", paramLabel = "REGEX", description = "Only the tests whose name it is found in.")
    private Optional<String> run = Optional.empty();

    @Mixin
    private final GeneratorOptions generator = new GeneratorOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    TestCommand(Environment environment) {
        super(environment);
    }

    @Override
    ExitCode run(Console console) {
        List<Output> outputs = output.among(this, Reports.formats());
        Optional<Pattern> wanted = run.map(this::pattern);
        List<Input> files = new Inputs(environment()).find(paths.isEmpty() ? List.of(".") : paths, Inputs.Kind.SUITES);
        List<SuiteResult> suites = new Suites(environment(), console, generator)
                .run(files, test -> wanted.map(w -> w.matcher(test.name()).find())
                        .orElse(true));
        if (suites.isEmpty()) {
            console.show(List.of(Diagnostic.fileError(
                            "no-tests",
                            run.map(regex -> "no test matches " + regex)
                                    .orElse("no *_test.yaml in "
                                            + String.join(" ", paths.isEmpty() ? List.of("here") : paths)))
                    .withHint("a run without tests proves nothing, so it counts as failed")));
            return ExitCode.FINDINGS;
        }
        Results results = Results.of(List.of(), suites);
        Reports.write(results, outputs, console);
        return results.hold() ? ExitCode.HOLDS : ExitCode.FINDINGS;
    }

    private Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw usage("--run is no regular expression: " + e.getDescription(), "it is RE2's syntax");
        }
    }
}
