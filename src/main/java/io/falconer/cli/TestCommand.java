package io.falconer.cli;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.falconer.generate.LoadedBundles;
import io.falconer.generate.PolicyFiles;
import io.falconer.report.InVersion;
import io.falconer.report.VersionResults;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.suite.CoverageRequest;
import io.falconer.suite.MutationRequest;
import io.falconer.suite.Regexes;
import io.falconer.suite.Results;
import io.falconer.suite.Suite;
import io.falconer.suite.SuiteResult;
import io.falconer.suite.SuiteVersions;
import io.falconer.suite.TestCase;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import jakarta.enterprise.inject.Vetoed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code falconer test}: runs suites. */
@Command(
        name = "test",
        header = "Run suites.",
        description = {
            "Run suites: replay the events of each test with the rules that the suite names, and compare the alerts"
                    + " with the expectations. In directories, find *_test.yaml and policies with tests."
                    + " An alert that a test does not expect is a failure."
        },
        footer = {
            "  falconer test",
            "  falconer test tests/limits_test.yaml --run 'second container'",
            "  falconer test --require-coverage tests/   # in CI: no rule untested",
            "  falconer test -o text -o junit=report.xml -o markdown=summary.md tests/"
        })
@Vetoed // not a bean: it gets its environment from Main
final class TestCommand extends FalconerCommand {
    @Parameters(
            paramLabel = "PATH",
            description = "Suites, directories, globs, or - for standard input. Default: the current directory.")
    private List<String> paths = List.of();

    @Option(
            names = "--run",
            paramLabel = "REGEX",
            description = "Run only the tests whose name contains a match (RE2 syntax). Report no coverage.")
    private Optional<String> run = Optional.empty();

    @Mixin
    private final CoverageOptions coverage = new CoverageOptions();

    @Mixin
    private final MutationOptions mutation = new MutationOptions();

    @Mixin
    private final EmulationOptions emulated = new EmulationOptions();

    @Mixin
    private final GeneratorOptions generator = new GeneratorOptions();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    TestCommand(Environment environment) {
        super(environment);
    }

    @Override
    List<Format> formats() {
        List<Format> formats = new ArrayList<>(Reports.formats());
        formats.addAll(List.of(Format.LCOV, Format.COBERTURA, Format.MUTATION));
        return formats;
    }

    @Override
    ExitCode run(Console console) {
        List<Output> outputs = report.outputs(this);
        Optional<Pattern> wanted = run.map(this::pattern);
        CoverageRequest request = coverage.request(this, outputs);
        Optional<String> partial =
                wanted.map(regex -> "--run").or(() -> mutation.since().map(revision -> "--since"));
        partial.ifPresent(some -> coverage.requiringAllTests().ifPresent(option -> {
            throw usage(option + " requires all tests, but " + some + " leaves some out", "use only one of the two");
        }));
        Optional<ChangedFiles> changed = mutation.changed(environment());
        List<String> where = paths.isEmpty() ? List.of(".") : paths;
        List<Falco> chosen = emulated.releases(this);
        emulated.emulation(this, Falco.NEWEST); // a wrong option is wrong usage, whatever there is to test
        Suites suites = new Suites(environment(), console, generator);
        Suites.Read read = suites.readEach(new Inputs(environment()).find(where, Inputs.Kind.TESTS));
        console.show(read.errors());
        List<Suite> all = read.suites().stream()
                .flatMap(suite -> suite.only(test -> isWanted(test, wanted)).stream())
                .toList();
        Optional<MutationRequest> mutations = mutation.request(this, outputs, request, changed, all);
        List<Suite> tests = changed.map(
                        files -> all.stream().filter(files::touches).toList())
                .orElse(all);
        boolean isUnchanged = tests.isEmpty() && !all.isEmpty() && read.broken().isEmpty();
        if (isUnchanged) {
            console.note("no suite, and no file that one names, changed since "
                    + mutation.since().orElseThrow());
        }
        if (isUnchanged || (!read.broken().isEmpty() && tests.isEmpty())) {
            InVersion nothing = new InVersion(Falco.NEWEST.release(), Results.of(List.of(), List.of()));
            return report.report(
                    new VersionResults(List.of(nothing)).withBroken(read.broken()), withoutText(outputs), console);
        }
        if (tests.isEmpty()) {
            console.show(List.of(noTests(where)));
            return ExitCode.DOES_NOT_HOLD;
        }
        SuiteVersions named = new SuiteVersions(environment().directory());
        Map<Suite, List<Falco>> plan = new LinkedHashMap<>();
        tests.forEach(suite -> plan.put(suite, chosen.isEmpty() ? orNewest(named.of(suite)) : chosen));
        VersionResults results = results(
                        suites, plan, partial.isEmpty() ? Optional.of(request) : Optional.empty(), mutations, console)
                .withBroken(read.broken());
        requireCovered(request, results);
        boolean isNothing = !results.load() && results.all().suites().isEmpty();
        return report.report(results, isNothing ? withoutText(outputs) : outputs, console);
    }

    /** If nothing runs, the errors, which are shown anyway, are all there is to say to people. */
    private static List<Output> withoutText(List<Output> outputs) {
        return outputs.stream()
                .filter(to -> to.format() != Format.TEXT || to.file().isPresent())
                .toList();
    }

    /** A file without rules would count as covered. */
    private void requireCovered(CoverageRequest request, VersionResults results) {
        boolean nothing = results.load()
                && !request.files().isEmpty()
                && results.all().coverage().filter(found -> found.rules() == 0).isPresent();
        if (nothing) {
            throw usage(
                    "no suite loads an enabled rule of "
                            + request.files().stream().map(Path::toString).collect(Collectors.joining(", ")),
                    "give --cover a file that a suite names");
        }
    }

    /** @param coverage what is asked of it; empty if some tests are left out */
    private VersionResults results(
            Suites suites,
            Map<Suite, List<Falco>> plan,
            Optional<CoverageRequest> coverage,
            Optional<MutationRequest> mutations,
            Console console) {
        boolean measured = mutations.isPresent()
                || coverage.filter(CoverageRequest::measured).isPresent();
        List<Emulation> versions = Falco.ALL.stream()
                .filter(falco -> plan.values().stream().anyMatch(releases -> releases.contains(falco)))
                .map(falco -> emulated.emulation(this, falco))
                .toList();
        long count = plan.entrySet().stream()
                .mapToLong(each ->
                        (long) each.getKey().tests().size() * each.getValue().size())
                .sum();
        PolicyFiles files = suites.policies(List.copyOf(plan.keySet()));
        try (Progress progress = new Progress(environment(), options(), "testing", count)) {
            return VersionRuns.of(
                    versions,
                    version -> {
                        List<Suite> tests = plan.keySet().stream()
                                .filter(suite ->
                                        plan.getOrDefault(suite, List.of()).contains(version.falco()))
                                .toList();
                        LoadedBundles bundles = emulated.bundles(this, version.falco(), List.of());
                        List<Outcome<SuiteResult>> outcomes = suites.run(tests, bundles, files, measured, progress);
                        VersionRuns.Done all = VersionRuns.Done.of(
                                new InVersion.Planned(Set.of(), tests), Outcome.of(List.of()), outcomes);
                        VersionRuns.Done done = versions.size() == 1 ? all.withBroken(tests, outcomes) : all;
                        VersionRuns.Done covered =
                                coverage.map(done::withCoverage).orElse(done);
                        return mutations
                                .filter(asked -> version.equals(versions.getLast()))
                                .map(asked -> covered.withMutation(
                                        suites.mutate(covered.results().suites(), bundles, files, asked)))
                                .orElse(covered);
                    },
                    console,
                    true);
        }
    }

    private static List<Falco> orNewest(List<Falco> named) {
        return named.isEmpty() ? List.of(Falco.NEWEST) : named;
    }

    private static boolean isWanted(TestCase test, Optional<Pattern> wanted) {
        return wanted.map(pattern -> pattern.matcher(test.name()).find()).orElse(true);
    }

    private Diagnostic noTests(List<String> where) {
        String places = where.equals(List.of(".")) ? "here" : String.join(" ", where);
        String message = run.map(regex -> "no test matches " + regex)
                .orElse("no *_test.yaml and no policy with tests in " + places);
        return Diagnostic.fileError("no-tests", message)
                .withHint("a run without tests proves nothing, so it counts as failed");
    }

    private Pattern pattern(String regex) {
        try {
            return Regexes.compile(regex);
        } catch (PatternSyntaxException e) {
            throw usage("--run is not a regular expression: " + e.getDescription(), "use the syntax of RE2");
        }
    }
}
