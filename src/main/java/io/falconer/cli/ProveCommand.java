package io.falconer.cli;

import io.falconer.ruleset.Emulation;
import io.falconer.suite.PolicyProof;
import io.falconer.suite.ProofRunner;
import io.falconer.suite.Results;
import io.falconer.text.Outcome;
import jakarta.enterprise.inject.Vetoed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code falconer prove}: the main job. */
@Command(
        name = "prove",
        header = "Generate the rules of policies and prove them.",
        description = {
            "Generate the Falco rules of policies and prove them: replay events made to fire each rule and events made to"
                    + " leave it silent, and run the suites (*_test.yaml) beside the policies. Writes no files."
        },
        footer = {
            "  falconer prove fixtures/quickstart/policy.yaml",
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
    private final GeneratorOptions generator = new GeneratorOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ProveCommand(Environment environment) {
        super(environment);
    }

    @Override
    ExitCode run(Console console) {
        List<Output> outputs = output.among(this, Reports.formats());
        List<GeneratorOptions.Generated> generated = generator.bundles(environment(), console, policies);
        ProofRunner runner = new ProofRunner(Emulation.DEFAULT);
        List<PolicyProof> proofs = new ArrayList<>();
        for (GeneratorOptions.Generated each : generated) {
            Outcome<PolicyProof> proof =
                    runner.prove(each.bundle(), each.input().name());
            proofs.add(console.loaded(proof));
        }
        Suites suites = new Suites(environment(), console, generator);
        Results results = Results.of(proofs, suites.run(beside(generated)));
        Reports.write(results, outputs, console);
        return results.hold() ? ExitCode.HOLDS : ExitCode.FINDINGS;
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
