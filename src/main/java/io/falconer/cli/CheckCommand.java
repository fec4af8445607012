package io.falconer.cli;

import io.falconer.lint.Findings;
import io.falconer.report.LoadJson;
import io.falconer.report.LoadText;
import io.falconer.report.VersionMatrix;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.LoadedRules;
import io.falconer.text.Snippet;
import io.falconer.text.SourceFile;
import io.falconer.text.Style;
import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code falconer check}: what Falco says when it loads rules, and what it does not say. */
@Command(
        name = "check",
        header = "Load rules as Falco does and report what is wrong.",
        description = {
            "Load rules exactly as falco -V does, and report what Falco does not.",
            "",
            "The files are loaded one after the other into one engine: later ones see what earlier ones define."
        },
        footer = {
            "  falconer check falco_rules.yaml my_rules.yaml",
            "  falconer check --isolated rules/",
            "  falconer check --falco 0.42..0.45 rules/      # what differs between versions",
            "  falconer check --fail-on warning rules.yaml   # Falco's warnings count too",
            "  falconer check --falco-engine-version 0.50.0 --plugin json:0.7.0 \\",
            "      --plugin k8saudit-eks:0.4.0 rules.yaml",
            "  falconer check -o json -r rules/ | jq '.findings'"
        })
@Vetoed // not a bean: it gets its environment from Main
final class CheckCommand extends FalconerCommand {
    @Parameters(paramLabel = "FILE", description = "Rules files, directories, globs, or - for standard input.")
    private List<String> files = List.of();

    @Option(
            names = {"-r", "--rules"},
            paramLabel = "RULES",
            description = "The same, as replay takes it; comes before FILE. Repeatable.")
    private List<String> rules = List.of();

    @Option(names = "--isolated", description = "Judge every file by itself.")
    private boolean isolated;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "error",
            description = "What makes the exit code 1: error (the default) or warning, Falco's included.")
    private FailOn failOn = FailOn.ERROR;

    @Mixin
    private final EmulationOptions emulated = new EmulationOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    CheckCommand(Environment environment) {
        super(environment);
    }

    @Override
    List<Format> formats() {
        return List.of(Format.TEXT, Format.JSON);
    }

    @Override
    ExitCode run(Console console) {
        List<Output> outputs = output.of(this);
        List<String> named = new ArrayList<>(rules);
        named.addAll(files);
        if (named.isEmpty()) {
            throw usage("no rules to check", "name files or directories");
        }
        Map<Input, SourceFile> read = new HashMap<>();
        List<VersionMatrix.Loaded> versions = emulated.emulations(this).stream()
                .map(emulation -> load(named, emulation, read))
                .toList();
        VersionMatrix.Loaded newest = versions.getLast();
        VersionMatrix matrix = new VersionMatrix(versions);
        boolean several = versions.size() > 1;
        for (Output to : outputs) {
            console.write(
                    to,
                    to.format() == Format.JSON
                            ? (several ? matrix.json() : LoadJson.of(newest.results(), newest.findings())) + "\n"
                            : text(newest, to.style(console)) + (several ? "\n" + matrix.text(to.style(console)) : ""));
        }
        return verdict(versions);
    }

    /**
     * What one Falco loaded, or one for each file.
     *
     * @param read the files that were read for another version; those that are read now are added
     */
    private VersionMatrix.Loaded load(List<String> named, Emulation emulation, Map<Input, SourceFile> read) {
        Stream<SourceFile> texts = new Inputs(environment())
                .find(named, Inputs.Kind.RULES).stream()
                        .map(input -> read.computeIfAbsent(input, each -> each.rules(environment())));
        List<LoadedRules> loaded = isolated
                ? texts.map(text -> LoadedRules.of(Stream.of(text), emulation)).toList()
                : List.of(LoadedRules.of(texts, emulation));
        return new VersionMatrix.Loaded(
                emulation.falco().release(),
                loaded.stream().flatMap(each -> each.results().stream()).toList(),
                loaded.stream()
                        .flatMap(each -> Findings.of(each.rules()).stream())
                        .toList());
    }

    private static String text(VersionMatrix.Loaded loaded, Style style) {
        StringBuilder text = new StringBuilder();
        loaded.results().forEach(result -> text.append(new LoadText(style).of(result)));
        loaded.findings().forEach(finding -> text.append(Snippet.of(finding, style)));
        return text.toString();
    }

    private ExitCode verdict(List<VersionMatrix.Loaded> versions) {
        List<LoadResult> results =
                versions.stream().flatMap(each -> each.results().stream()).toList();
        if (!results.stream().allMatch(LoadResult::successful)) {
            return ExitCode.UNLOADABLE;
        }
        boolean warned = failOn == FailOn.WARNING
                && results.stream().anyMatch(result -> !result.warnings().isEmpty());
        return warned || versions.stream().anyMatch(each -> failOn.isReached(each.findings()))
                ? ExitCode.DOES_NOT_HOLD
                : ExitCode.HOLDS;
    }
}
