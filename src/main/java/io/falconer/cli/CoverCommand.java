package io.falconer.cli;

import io.falconer.cli.file.GeneratedFiles;
import io.falconer.cli.file.OutputPath;
import io.falconer.cover.CoverSuite;
import io.falconer.cover.CoveredRule;
import io.falconer.cover.RuleSetCover;
import io.falconer.generate.GeneratedFile;
import io.falconer.logic.Deadline;
import io.falconer.report.CoverJson;
import io.falconer.report.CoverText;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.PrintableText;
import jakarta.enterprise.inject.Vetoed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code falconer cover}: writes the tests that rules lack. */
@Command(
        name = "cover",
        header = "Write the tests that rules lack.",
        description = {
            "Write suites with events that show each part of each condition at work: a change of this part alone makes the"
                    + " rule fire or stay silent. Prove of the rest that no event shows it.",
            "",
            "The suites in the output directory are counted first, and only what they lack is written."
        },
        footer = {
            "  falconer cover -r rules.yaml -d tests/",
            "  falconer cover -r falco_rules.yaml -r my_rules.yaml --rule \"My rule\"",
            "  falconer cover -r rules/ -d tests/ --check   # in CI: is a test missing?"
        })
@Vetoed // not a bean: it gets its environment from Main
final class CoverCommand extends FalconerCommand {
    /** How long the search for events may take in all. */
    private static final Duration SEARCH_TIME = Duration.ofMinutes(5);

    @Option(
            names = {"-r", "--rules"},
            paramLabel = "RULES",
            required = true,
            description = "Rules files, directories or globs, loaded in this order. Repeatable.")
    private List<String> rules = List.of();

    @Option(
            names = "--rule",
            paramLabel = "NAME",
            description = "Cover only this rule. Repeatable. Default: all enabled rules.")
    private List<String> names = List.of();

    @Option(
            names = {"-d", "--directory"},
            paramLabel = "DIR",
            defaultValue = OutputPath.HERE,
            description = "Output directory, with existing suites. Default: the current directory.")
    private String directory = OutputPath.HERE;

    @Option(names = "--check", description = "Write nothing. If a test is missing, exit with 1.")
    private boolean check;

    @Mixin
    private final EmulationOptions emulated = new EmulationOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    CoverCommand(Environment environment) {
        super(environment);
    }

    @Override
    List<Format> formats() {
        return List.of(Format.TEXT, Format.JSON);
    }

    @Override
    ExitCode run(Console console) {
        List<Output> outputs = output.of(this);
        List<Emulation> versions = emulated.emulations(this);
        if (versions.size() > 1) {
            throw usage("cover writes tests for one version of Falco", "name one: --falco 0.45");
        }
        List<Input> inputs = new Inputs(environment()).find(rules, Inputs.Kind.RULES);
        if (inputs.stream().anyMatch(input -> input.path().isEmpty())) {
            throw usage("the suites must name the rules files", "name a file instead of standard input");
        }
        RuleSet loaded =
                new RulesFiles(rules, environment(), console, options().verbose()).load(versions.getFirst(), false);
        WantedRules.require(names, loaded, this);
        OutputPath root = outputPath(directory);
        CoverSuites suites = CoverSuites.in(root, inputs, versions.getFirst(), environment(), console);
        RuleSetCover cover = new RuleSetCover(loaded, Deadline.after(SEARCH_TIME));
        List<CoveredRule> covered = cover.of(this::isWanted, suites.events());
        suites.warn(console);
        boolean isMissing = !suites.outdated().isEmpty()
                || covered.stream().anyMatch(rule -> !rule.events().isEmpty());
        if (check) {
            console.show(suites.outdated().stream()
                    .map(file -> GeneratedFiles.outdated(root.resolve(file).name(), "", file + " is not up to date", 0))
                    .toList());
        }
        if (isMissing && !check) {
            Set<String> replaced = suites.replacedRules();
            List<CoveredRule> all =
                    cover.of(rule -> isWanted(rule) || replaced.contains(rule.name()), suites.keptEvents());
            write(all, loaded, suites, root, inputs, console);
            covered = all.stream().filter(each -> isWanted(each.rule())).toList();
        }
        for (Output to : outputs) {
            console.write(to, text(covered, to, console));
        }
        return check && isMissing ? ExitCode.DOES_NOT_HOLD : ExitCode.HOLDS;
    }

    private String text(List<CoveredRule> covered, Output to, Console console) {
        return to.format() == Format.JSON
                ? CoverJson.of(covered) + "\n"
                : new CoverText(to.style(console), console.detail(), check ? "missing" : "written").of(covered);
    }

    private boolean isWanted(Rule rule) {
        return names.isEmpty() || names.contains(rule.name());
    }

    private Path absolute(Path path) {
        return environment().directory().resolve(path).toAbsolutePath().normalize();
    }

    /** One suite for each rules file. */
    private void write(
            List<CoveredRule> covered,
            RuleSet loaded,
            CoverSuites suites,
            OutputPath root,
            List<Input> inputs,
            Console console) {
        Path from = absolute(root.path());
        List<String> rulesFiles = inputs.stream()
                .map(input -> from.relativize(absolute(input.path().orElseThrow()))
                        .toString()
                        .replace('\\', '/'))
                .toList();
        List<String> sources = loaded.rules().stream()
                .map(rule -> rule.place().source().name())
                .distinct()
                .toList();
        List<CoverSuites.Name> suiteNames = suites.names(sources);
        List<GeneratedFile> files = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            String source = sources.get(i);
            CoverSuites.Name name = suiteNames.get(i);
            List<CoveredRule> lacking = covered.stream()
                    .filter(rule -> !rule.events().isEmpty()
                            && rule.rule().place().source().name().equals(source))
                    .toList();
            if (!lacking.isEmpty()) {
                files.add(new GeneratedFile(name.file(), CoverSuite.of(name.suite(), rulesFiles, lacking)));
            }
        }
        List<String> deleted = new GeneratedFiles(root, files).replace(suites.outdated());
        deleted.forEach(file ->
                console.note("deleted " + PrintableText.shown(root.resolve(file).name())));
        files.forEach(file -> console.note(
                "wrote " + PrintableText.shown(root.resolve(file.path()).name())));
    }
}
