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
import io.falconer.suite.AssertedEvent;
import io.falconer.suite.FileRef;
import io.falconer.suite.ReferencedFiles;
import io.falconer.suite.RulesUnderTest;
import io.falconer.suite.Suite;
import io.falconer.suite.SuiteReader;
import io.falconer.text.PrintableText;
import io.falconer.text.SourceFile;
import io.falconer.yaml.Nearest;
import jakarta.enterprise.inject.Vetoed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        requireRules(loaded);
        OutputPath root = outputPath(directory);
        List<SourceFile> suites = suites(root);
        RuleSetCover cover = new RuleSetCover(loaded, Deadline.after(SEARCH_TIME));
        List<CoveredRule> covered = cover.of(this::isWanted, events(suites, inputs, console));
        boolean isMissing = covered.stream().anyMatch(rule -> !rule.events().isEmpty());
        if (isMissing && !check) {
            List<SourceFile> others = suites.stream()
                    .filter(suite -> !GeneratedFile.isCover(suite.text()))
                    .toList();
            covered = others.size() == suites.size()
                    ? covered
                    : cover.of(this::isWanted, events(others, inputs, console));
            write(covered, root, inputs, console);
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

    private void requireRules(RuleSet loaded) {
        List<String> known = loaded.rules().stream().map(Rule::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw usage(
                        "there is no rule \"" + name + "\"",
                        Nearest.to(name, known)
                                .map(near -> "did you mean \"" + near + "\"?")
                                .orElse(known.size() == 1 ? "1 rule is loaded" : known.size() + " rules are loaded"));
            }
        }
    }

    /** The suites in the output directory. */
    private List<SourceFile> suites(OutputPath root) {
        return Files.isDirectory(root.path())
                ? new Inputs(environment())
                        .find(List.of(directory), Inputs.Kind.SUITES).stream()
                                .map(input -> input.text(environment()))
                                .toList()
                : List.of();
    }

    /** The events of the tests of these rules. */
    private List<AssertedEvent> events(List<SourceFile> suites, List<Input> inputs, Console console) {
        ReferencedFiles files = new ReferencedFiles(environment().directory());
        List<Path> loaded = inputs.stream()
                .map(input -> absolute(input.path().orElseThrow()))
                .toList();
        return suites.stream()
                .flatMap(suite -> console.loaded(SuiteReader.read(suite)).stream())
                .filter(suite -> tests(suite, loaded))
                .flatMap(suite -> AssertedEvent.of(suite, files).stream())
                .toList();
    }

    private boolean tests(Suite suite, List<Path> loaded) {
        return suite.rules() instanceof RulesUnderTest.RulesFiles named
                && named.files().stream().map(FileRef::resolved).allMatch(file -> file.map(this::absolute)
                        .filter(loaded::contains)
                        .isPresent());
    }

    private Path absolute(Path path) {
        return environment().directory().resolve(path).toAbsolutePath().normalize();
    }

    /** One suite for each rules file. */
    private void write(List<CoveredRule> covered, OutputPath root, List<Input> inputs, Console console) {
        Path from = absolute(root.path());
        List<String> rulesFiles = inputs.stream()
                .map(input -> from.relativize(absolute(input.path().orElseThrow()))
                        .toString()
                        .replace('\\', '/'))
                .toList();
        Map<String, List<CoveredRule>> byFile = new LinkedHashMap<>();
        covered.stream().filter(rule -> !rule.events().isEmpty()).forEach(rule -> byFile.computeIfAbsent(
                        rule.rule().place().source().name(), file -> new ArrayList<>())
                .add(rule));
        List<GeneratedFile> files = new ArrayList<>();
        Set<String> stems = new HashSet<>();
        byFile.forEach((file, rulesOfFile) -> {
            String stem = unique(file.substring(file.lastIndexOf('/') + 1).replaceAll("\\.ya?ml(\\.gz)?$", ""), stems);
            files.add(new GeneratedFile(
                    stem + "_cover_test.yaml", CoverSuite.of(stem + "-cover", rulesFiles, rulesOfFile)));
        });
        new GeneratedFiles(root, files).write(List.of());
        files.forEach(file -> console.note(
                "wrote " + PrintableText.shown(root.resolve(file.path()).name())));
    }

    /** Files in several directories may have the same name. */
    private static String unique(String stem, Set<String> stems) {
        String unique = stem;
        for (int i = 2; !stems.add(unique); i++) {
            unique = stem + "_" + i;
        }
        return unique;
    }
}
