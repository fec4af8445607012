package io.falconer.cli;

import io.falconer.cli.file.GeneratedFiles;
import io.falconer.cli.file.KilledRuns;
import io.falconer.cli.file.LeftoverFiles;
import io.falconer.cli.file.OutputPath;
import io.falconer.cli.file.UnloadableException;
import io.falconer.engine.RulesInForce;
import io.falconer.generate.Bundle;
import io.falconer.generate.GeneratedFile;
import io.falconer.generate.LoadedBundles;
import io.falconer.report.CapabilityJson;
import io.falconer.report.CapabilityTable;
import io.falconer.report.FindingReports;
import io.falconer.ruleset.Falco;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.PrintableText;
import io.falconer.text.Style;
import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code falconer generate}: turns policies into files that Falco loads. */
@Command(
        name = "generate",
        header = "Write the rules of policies and print how exact they are.",
        description = {
            "Write the Falco rules of policies, an exceptions file for each team that has exceptions, and suites that"
                    + " prove the rules. Print how exactly the rules express the policy."
        },
        footer = {
            "  falconer generate policy.yaml -d falco/",
            "  falconer generate policies/ -d falco/ --check   # in CI: up to date?",
            "  falconer generate policies/ --check --fail-on warning  # exceptions end soon?",
            "  falconer generate policies/ -d falco/ --check -o github",
            "  falconer generate policy.yaml -d falco/ -o json=capabilities.json"
        })
@Vetoed // not a bean: it gets its environment from Main
final class GenerateCommand extends FalconerCommand {
    private static final String CLAIM = "up to date";

    @Parameters(
            paramLabel = "POLICY",
            arity = "1..*",
            description = "Policy files, directories, globs, or - for standard input.")
    private List<String> policies = List.of();

    @Option(
            names = {"-d", "--directory"},
            paramLabel = "DIR",
            defaultValue = OutputPath.HERE,
            description = "Output directory. Default: the current directory.")
    private String directory = OutputPath.HERE;

    @Option(
            names = "--check",
            description = "Write nothing. If the files are not up to date, show the differences and exit with 1.")
    private boolean check;

    @Mixin
    private final WarningGate gate = new WarningGate();

    @Mixin
    private final EmulationOptions emulated = new EmulationOptions();

    @Mixin
    private final GeneratorOptions generator = new GeneratorOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    GenerateCommand(Environment environment) {
        super(environment);
    }

    @Override
    List<Format> formats() {
        return List.of(Format.TEXT, Format.JSON, Format.SARIF, Format.JUNIT, Format.GITHUB);
    }

    @Override
    ExitCode run(Console console) {
        List<Output> outputs = output.of(this);
        if (!check && outputs.stream().anyMatch(to -> FindingOutput.FORMATS.contains(to.format()))) {
            throw usage("sarif, junit and github are formats of --check", "add --check, or use -o json");
        }
        try {
            return run(outputs, console);
        } catch (UnloadableException e) {
            FindingOutput.write(FindingReports.ofUnloadable(e.diagnostics(), CLAIM), false, outputs, console);
            throw e;
        }
    }

    private ExitCode run(List<Output> outputs, Console console) {
        List<Falco> chosen = emulated.releases(this);
        emulated.emulation(this, Falco.NEWEST); // a wrong option is wrong usage, whatever there is to generate
        List<Bundle> bundles = generator.bundles(environment(), console, policies).stream()
                .map(GeneratorOptions.Generated::bundle)
                .toList();
        for (Falco falco : Falco.ALL) {
            LoadedBundles loaded = emulated.bundles(this, falco, bundles);
            bundles.stream()
                    .filter(bundle -> releases(bundle, chosen).contains(falco))
                    .forEach(bundle -> console.loaded(in(falco, loaded.load(bundle))));
        }
        List<GeneratedFile> files =
                bundles.stream().flatMap(bundle -> bundle.files().stream()).toList();
        OutputPath root = outputPath(directory);
        GeneratedFiles generated = new GeneratedFiles(root, files);
        if (check) {
            KilledRuns.finish(root.path(), directory);
            List<String> leftover = LeftoverFiles.below(root, bundles);
            List<Diagnostic> outdated = new ArrayList<>(generated.outdated());
            leftover.forEach(path -> outdated.add(
                    GeneratedFiles.outdated(path, "", path + ": no longer generated" + replaced(path, bundles), 0)));
            FindingOutput.write(
                    new FindingReports(
                            files.stream()
                                    .map(file -> root.resolve(file.path()).name())
                                    .toList(),
                            outdated,
                            CLAIM),
                    false,
                    outputs,
                    console);
            return gate.after(compare(generated, leftover, bundles, outputs, console), console.warned());
        }
        List<String> deleted = generated.write(bundles);
        for (Output to : outputs) {
            console.write(
                    to,
                    to.format() == Format.JSON
                            ? CapabilityJson.of(bundles)
                            : new CapabilityTable(to.style(console)).text(bundles));
        }
        files.forEach(file -> console.detail(
                "wrote " + PrintableText.shown(root.resolve(file.path()).name())));
        deleted.forEach(path -> console.note("deleted " + PrintableText.shown(path)
                + ": the policy no longer produces this file" + replaced(path, bundles)));
        console.note("wrote " + counted(files.size()) + " below " + PrintableText.shown(directory));
        return gate.after(ExitCode.HOLDS, console.warned());
    }

    /** Where the rules must load. That they load in the newest Falco is tested. */
    private List<Falco> releases(Bundle bundle, List<Falco> chosen) {
        if (!chosen.isEmpty()) {
            return chosen;
        }
        List<Falco> named = bundle.policy().falco();
        boolean checked = emulated.areGiven() || !bundle.policy().plugins().isEmpty();
        return named.isEmpty() && checked ? List.of(Falco.NEWEST) : named;
    }

    /** The rules. Errors name the version, because a policy may name several. */
    private static Outcome<RulesInForce> in(Falco falco, Outcome<RulesInForce> rules) {
        return rules.value().isPresent() ? rules : Outcome.failed(VersionRuns.in(falco.release(), rules.diagnostics()));
    }

    private static ExitCode compare(
            GeneratedFiles files, List<String> leftover, List<Bundle> bundles, List<Output> outputs, Console console) {
        Style style = console.outStyle();
        StringBuilder difference = new StringBuilder(files.difference(style));
        leftover.forEach(path -> difference
                .append(style.bold(PrintableText.shown(path)))
                .append(": no longer generated" + replaced(path, bundles) + "\n"));
        if (difference.isEmpty()) {
            console.note(counted(files.count()) + " up to date");
            return ExitCode.HOLDS;
        }
        for (Output to : outputs) {
            switch (to.format()) {
                case TEXT -> console.write(to, difference.toString());
                case JSON -> console.write(new Output(Format.TEXT, Optional.empty()), difference.toString());
                case SARIF, JUNIT, GITHUB -> {} // written already
                case NDJSON, SUMMARY, MARKDOWN, HTML, TAP, LCOV, COBERTURA, MUTATION, CSV, ICS ->
                    throw new IllegalArgumentException(to.format().id());
            }
        }
        console.note("not up to date; run the same command without --check to write the files");
        return ExitCode.DOES_NOT_HOLD;
    }

    /** Earlier versions of Falconer wrote one file for all sources: what to load in its place. */
    private static String replaced(String path, List<Bundle> bundles) {
        List<String> now = bundles.stream()
                .flatMap(bundle -> bundle.replacing(path).stream())
                .toList();
        return now.isEmpty() ? "" : "; load " + String.join(" and ", now) + " instead";
    }

    private static String counted(int files) {
        return files == 1 ? "1 file" : files + " files";
    }
}
