package io.falconer.cli;

import io.falconer.cli.file.UnloadableException;
import io.falconer.lint.KnownFindings;
import io.falconer.logic.Deadline;
import io.falconer.report.FindingReports;
import io.falconer.report.LoadJson;
import io.falconer.report.LoadText;
import io.falconer.report.VersionMatrix;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.RuleSet;
import io.falconer.ruleset.RulesDocuments;
import io.falconer.text.Snippet;
import io.falconer.text.SourceFile;
import io.falconer.text.Style;
import io.falconer.verify.ProofFindings;
import jakarta.enterprise.inject.Vetoed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code falconer check}: reports what Falco says when it loads rules, and what Falco does not say. */
@Command(
        name = "check",
        header = "Load rules as Falco does and report problems.",
        description = {
            "Load rules exactly as falco -V does, and report problems that Falco loads silently.",
            "",
            "One engine loads the files in order: later files see what earlier ones define.",
            "",
            "If both -r and FILE are given, the rules of -r are the base of FILE. Findings in the base are not shown.",
            "",
            "Helm values (customRules), ConfigMaps and Rulesfile resources are read as the rules that they contain."
        },
        footer = {
            "  falconer check falco_rules.yaml my_rules.yaml",
            "  falconer check -r falco_rules.yaml mine.yaml   # findings in mine.yaml only",
            "  falconer check --isolated rules/",
            "  falconer check --falco 0.42..0.45 rules/      # what differs between versions",
            "  falconer check --fail-on warning rules.yaml   # Falco's warnings count too",
            "  falconer check --plugins k8saudit-eks:0.9.0,json rules.yaml",
            "  falconer check -o json -r rules/ | jq '.findings'",
            "  falconer check -o text -o sarif=check.sarif -o junit=check.xml rules/"
        })
@Vetoed // not a bean: it gets its environment from Main
final class CheckCommand extends FalconerCommand {
    /** How long proofs may take in all. */
    private static final Duration PROOF_TIME = Duration.ofSeconds(10);

    @Parameters(paramLabel = "FILE", description = "Rules files, directories, globs, or - for standard input.")
    private List<String> files = List.of();

    @Option(
            names = {"-r", "--rules"},
            paramLabel = "RULES",
            description = "The same as FILE, loaded before FILE; the base of FILE if both are given. Repeatable.")
    private List<String> rules = List.of();

    @Option(names = "--base-findings", description = "Show findings in the base, too.")
    private boolean baseFindings;

    @Option(
            names = "--no-proofs",
            description =
                    "Leave out what takes a proof: rules that never or always fire or that earlier ones hide, and clauses,"
                            + " items and exceptions without effect.")
    private boolean noProofs;

    @Option(names = "--isolated", description = "Load each file separately.")
    private boolean isolated;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "error",
            description =
                    "Minimum severity for exit code 1: error (the default) or warning, which includes Falco's warnings.")
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
        return List.of(Format.TEXT, Format.JSON, Format.SARIF, Format.JUNIT, Format.GITHUB);
    }

    @Override
    ExitCode run(Console console) {
        List<Output> outputs = output.of(this);
        try {
            return check(outputs, console);
        } catch (UnloadableException e) {
            FindingOutput.write(
                    FindingReports.ofUnloadable(e.diagnostics(), claim()), failOn == FailOn.WARNING, outputs, console);
            throw e;
        }
    }

    private ExitCode check(List<Output> outputs, Console console) {
        List<String> named = new ArrayList<>(rules);
        named.addAll(files);
        if (named.isEmpty()) {
            throw usage("no rules to check", "name files or directories");
        }
        Inputs search = new Inputs(environment());
        List<Input> inputs = search.find(named, Inputs.Kind.RULES);
        Set<String> base = base(search);
        List<Emulation> emulations = emulated.emulations(this);
        boolean several = emulations.size() > 1;
        Map<Input, SourceFile> read = new ConcurrentHashMap<>();
        if (several) {
            inputs.forEach(input -> read(input, read)); // before several threads need them
        }
        Function<RuleSet, ProofFindings> proofs = proofs();
        RulesDocuments documents = new RulesDocuments();
        List<List<LoadedRules>> loaded = emulations.parallelStream()
                .map(emulation -> load(inputs, emulation, read, documents))
                .toList();
        List<KnownFindings> known =
                loaded.getLast().stream().map(KnownFindings::in).toList();
        List<CheckedVersion> versions = IntStream.range(0, emulations.size())
                .parallel()
                .mapToObj(i -> CheckedVersion.of(emulations.get(i), loaded.get(i), known, base, proofs))
                .toList();
        CheckedVersion newest = versions.getLast();
        VersionMatrix matrix =
                new VersionMatrix(versions.stream().map(CheckedVersion::loaded).toList());
        FindingOutput.write(newest.reports(claim()), failOn == FailOn.WARNING, outputs, console);
        for (Output to : outputs) {
            if (FindingOutput.FORMATS.contains(to.format())) {
                continue;
            }
            console.write(
                    to,
                    to.format() == Format.JSON
                            ? (several ? matrix.json() : json(newest.loaded())) + "\n"
                            : text(newest.loaded(), to.style(console))
                                    + (several ? "\n" + matrix.text(to.style(console)) : ""));
        }
        return verdict(versions);
    }

    /**
     * What one Falco loaded, or one engine for each file.
     *
     * @param read the files that were read for another version; newly read files are added
     * @param documents the same of what they contain
     */
    private List<LoadedRules> load(
            List<Input> inputs, Emulation emulation, Map<Input, SourceFile> read, RulesDocuments documents) {
        return isolated
                ? inputs.stream()
                        .map(input -> loaded(List.of(input), emulation, read, documents))
                        .toList()
                : List.of(loaded(inputs, emulation, read, documents));
    }

    private LoadedRules loaded(
            List<Input> inputs, Emulation emulation, Map<Input, SourceFile> read, RulesDocuments documents) {
        return LoadedRules.of(
                inputs.stream().map(input -> read(input, read)), emulation, new NeighbouringFiles(inputs), documents);
    }

    private SourceFile read(Input input, Map<Input, SourceFile> read) {
        return read.computeIfAbsent(input, each -> each.rules(environment()));
    }

    /** How to prove what can be proved about rules, within a time for all of them together. */
    private Function<RuleSet, ProofFindings> proofs() {
        Deadline deadline = Deadline.after(PROOF_TIME);
        return noProofs ? rules -> ProofFindings.NONE : rules -> ProofFindings.of(rules, deadline);
    }

    /** The names of the files that are only the base of others. */
    private Set<String> base(Inputs search) {
        if (isolated || baseFindings || files.isEmpty()) {
            return Set.of();
        }
        Set<String> base = names(search.find(rules, Inputs.Kind.RULES));
        base.removeAll(names(search.find(files, Inputs.Kind.RULES)));
        return base;
    }

    private static Set<String> names(List<Input> inputs) {
        return inputs.stream().map(Input::name).collect(Collectors.toCollection(HashSet::new));
    }

    private static String json(VersionMatrix.Loaded loaded) {
        return LoadJson.of(loaded.results(), loaded.findings(), loaded.unchecked(), loaded.undecided());
    }

    private static String text(VersionMatrix.Loaded loaded, Style style) {
        StringBuilder text = new StringBuilder();
        loaded.results().forEach(result -> text.append(new LoadText(style).of(result)));
        loaded.findings().forEach(finding -> text.append(Snippet.of(finding, style)));
        text.append(new LoadText(style).summary(loaded.unchecked()));
        text.append(new LoadText(style).summary(loaded.undecided()));
        return text.toString();
    }

    /** What holds of a file that does not fail. */
    private String claim() {
        return failOn == FailOn.WARNING ? "loads without findings" : "loads";
    }

    private ExitCode verdict(List<CheckedVersion> versions) {
        boolean loaded = versions.stream()
                .flatMap(each -> each.loaded().results().stream())
                .allMatch(LoadResult::successful);
        if (!loaded) {
            return ExitCode.UNLOADABLE;
        }
        boolean warned = failOn == FailOn.WARNING && !versions.stream().allMatch(CheckedVersion::isSilent);
        return warned
                        || versions.stream()
                                .anyMatch(each -> failOn.isReached(each.loaded().findings()))
                ? ExitCode.DOES_NOT_HOLD
                : ExitCode.HOLDS;
    }
}
