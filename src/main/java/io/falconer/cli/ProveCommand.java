package io.falconer.cli;

import io.falconer.engine.RulesInForce;
import io.falconer.generate.Bundle;
import io.falconer.generate.LoadedBundles;
import io.falconer.ruleset.Emulation;
import io.falconer.suite.PolicyProof;
import io.falconer.suite.ProofRunner;
import io.falconer.suite.Results;
import io.falconer.suite.Suite;
import io.falconer.text.SourceFile;
import jakarta.enterprise.inject.Vetoed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code falconer prove}: generates the rules of policies and proves them. */
@Command(
        name = "prove",
        header = "Generate the rules of policies and prove them.",
        description = {
            "Generate the Falco rules of policies and prove them: replay events that must fire each rule and events that"
                    + " must not, and run the suites (*_test.yaml) next to the policies. Write no files."
        },
        footer = {
            "  falconer prove fixtures/quickstart/policy.yaml",
            "  falconer prove --fail-only policies/",
            "  falconer prove -v --as-of 2026-12-31 policy.yaml   # exceptions of that day",
            "  falconer prove policies/ -o text -o sarif=falconer.sarif"
        })
@Vetoed // not a bean: it gets its environment from Main
final class ProveCommand extends FalconerCommand {
    @Parameters(
            paramLabel = "POLICY",
            arity = "1..*",
            description = "Policy files, directories, globs, or - for standard input.")
    private List<String> policies = List.of();

    @Mixin
    private final EmulationOptions emulated = new EmulationOptions();

    @Mixin
    private final GeneratorOptions generator = new GeneratorOptions();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    ProveCommand(Environment environment) {
        super(environment);
    }

    @Override
    List<Format> formats() {
        return Reports.formats();
    }

    @Override
    ExitCode run(Console console) {
        List<Output> outputs = report.outputs(this);
        Emulation emulation = emulated.emulation(this);
        List<GeneratorOptions.Generated> generated = generator.bundles(environment(), console, policies);
        LoadedBundles bundles = new LoadedBundles(
                emulation,
                generated.stream().map(GeneratorOptions.Generated::bundle).toList());
        Suites suites = new Suites(environment(), console, generator, bundles);
        Set<SourceFile> sources = generated.stream()
                .map(each -> each.bundle().policy().source())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Suite> tests = Stream.concat(suites.inPolicies(sources).stream(), suites.read(beside(generated)).stream())
                .toList();
        return report.report(prove(generated, bundles, suites, tests, console), outputs, console);
    }

    private Results prove(
            List<GeneratorOptions.Generated> generated,
            LoadedBundles bundles,
            Suites suites,
            List<Suite> tests,
            Console console) {
        long fixtures = generated.stream()
                .mapToLong(each -> each.bundle().proofs().size())
                .sum();
        long all = fixtures + tests.stream().mapToLong(t -> t.tests().size()).sum();
        try (Progress progress = new Progress(environment(), options(), "proving", all)) {
            ProofRunner runner = new ProofRunner(progress);
            List<PolicyProof> proofs = new ArrayList<>();
            for (GeneratorOptions.Generated each : generated) {
                Bundle bundle = each.bundle();
                RulesInForce rules = console.loaded(bundles.load(bundle));
                proofs.add(console.loaded(
                        runner.prove(bundle.policy(), each.input().name(), rules, bundle.proofs())));
            }
            return Results.of(proofs, suites.run(tests, progress));
        }
    }

    /** The suites in the directories of the policies. */
    private List<Input> beside(List<GeneratorOptions.Generated> generated) {
        Set<Input> suites = new LinkedHashSet<>();
        Set<Path> directories = new LinkedHashSet<>();
        for (GeneratorOptions.Generated each : generated) {
            Optional<Path> directory =
                    each.input().path().map(path -> path.toAbsolutePath().getParent());
            if (directory.isPresent() && Files.isDirectory(directory.get()) && directories.add(directory.get())) {
                int slash = each.input().name().lastIndexOf('/');
                String name = each.input().name().substring(0, slash + 1);
                suites.addAll(Inputs.in(directory.get(), name, Inputs.Kind.SUITES));
            }
        }
        return List.copyOf(suites);
    }
}
