package io.falconer.cli;

import io.falconer.cli.file.KilledRuns;
import io.falconer.cli.file.UnloadableException;
import io.falconer.generate.LoadedBundles;
import io.falconer.generate.PolicyFiles;
import io.falconer.suite.BrokenSuite;
import io.falconer.suite.MutationRequest;
import io.falconer.suite.MutationResult;
import io.falconer.suite.ReferencedFiles;
import io.falconer.suite.RulesUnderTest;
import io.falconer.suite.Suite;
import io.falconer.suite.SuiteReader;
import io.falconer.suite.SuiteResult;
import io.falconer.suite.SuiteRunner;
import io.falconer.template.Templates;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads and runs suites. */
final class Suites {
    private final Environment environment;
    private final Console console;
    private final GeneratorOptions generator;
    private final ReferencedFiles files;

    /** Suites of a command with these options for generating rules. */
    Suites(Environment environment, Console console, GeneratorOptions generator) {
        this.environment = environment;
        this.console = console;
        this.generator = generator;
        this.files = new ReferencedFiles(environment.directory());
    }

    /** All suites of all files. The errors of all files are shown before the command fails. */
    List<Suite> read(List<Input> files) {
        List<SourceFile> texts =
                files.stream().map(file -> file.text(environment)).toList();
        return loaded(texts.parallelStream().map(SuiteReader::read).toList());
    }

    /**
     * What was read.
     *
     * @param broken the files that are not suites
     */
    record Read(List<Suite> suites, List<BrokenSuite> broken) {
        Read {
            suites = List.copyOf(suites);
            broken = List.copyOf(broken);
        }

        /** The errors of all files. */
        List<Diagnostic> errors() {
            return broken.stream()
                    .flatMap(file -> file.errors().stream())
                    .sorted(Diagnostic.ORDER)
                    .toList();
        }
    }

    /** The suites of all files. A file with errors does not keep the others from being read. */
    Read readEach(List<Input> files) {
        List<Suite> suites = new ArrayList<>();
        List<BrokenSuite> broken = new ArrayList<>();
        for (Input file : files) {
            Outcome<List<Suite>> read = read(file);
            if (read.value().isPresent()) {
                console.show(read.diagnostics());
                suites.addAll(read.value().get());
            } else {
                broken.add(new BrokenSuite(file.name(), file.name(), read.diagnostics()));
            }
        }
        finishKilledRuns(suites);
        return new Read(suites, broken);
    }

    private Outcome<List<Suite>> read(Input file) {
        try {
            return SuiteReader.read(file.text(environment));
        } catch (UnloadableException e) {
            return Outcome.failed(e.diagnostics());
        }
    }

    /** The suites in policies. */
    List<Suite> inPolicies(Collection<SourceFile> policies) {
        return loaded(policies.stream().map(SuiteReader::ofPolicies).toList());
    }

    private List<Suite> loaded(List<Outcome<List<Suite>>> outcomes) {
        List<Suite> suites = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        outcomes.forEach(outcome -> {
            problems.addAll(outcome.diagnostics());
            outcome.value().ifPresent(suites::addAll);
        });
        List<Suite> read = console.loaded(Outcome.unlessErrors(
                suites, problems.stream().sorted(Diagnostic.ORDER).toList()));
        finishKilledRuns(read);
        return read;
    }

    private void finishKilledRuns(List<Suite> read) {
        read.stream()
                .flatMap(Suite::files)
                .flatMap(file -> file.resolved().stream())
                .distinct()
                .forEach(file -> KilledRuns.finish(environment.directory().resolve(file), file.toString()));
    }

    /** What generates the rules of the suites' policies. It reads templates, so it is made once, for all versions of Falco. */
    PolicyFiles policies(List<Suite> suites) {
        return new PolicyFiles(templates(suites), generator.asOf(environment));
    }

    /**
     * The result of each suite in their order. Several threads may call this.
     *
     * @param bundles the Falco that loads rules, and what was generated before
     * @param policies makes what was not
     * @param measured whether the parts of rules that tests show are measured
     * @param afterEach runs after each test, in any thread
     */
    List<Outcome<SuiteResult>> run(
            List<Suite> suites, LoadedBundles bundles, PolicyFiles policies, boolean measured, Runnable afterEach) {
        SuiteRunner runner = new SuiteRunner(
                bundles.emulation(), (policy, wanted) -> bundles.load(policy, wanted, policies), files, afterEach);
        return (measured ? runner.measuring() : runner).each(suites);
    }

    /** What becomes of changed rules of suites, whose results were measured. */
    MutationResult mutate(
            List<SuiteResult> results, LoadedBundles bundles, PolicyFiles policies, MutationRequest request) {
        return new SuiteRunner(
                        bundles.emulation(),
                        (policy, wanted) -> bundles.load(policy, wanted, policies),
                        files,
                        () -> {})
                .mutate(results, request);
    }

    /** Only suites of policies need templates, so templates are read when the first suite needs them. */
    private Templates templates(List<Suite> suites) {
        boolean generates = suites.stream().anyMatch(suite -> !(suite.rules() instanceof RulesUnderTest.RulesFiles));
        return generates || (!suites.isEmpty() && generator.namesTemplates())
                ? generator.templates(environment, console)
                : Templates.none();
    }
}
