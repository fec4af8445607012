package io.falconer.cli;

import io.falconer.cli.file.GeneratedFiles;
import io.falconer.generate.Bundle;
import io.falconer.generate.GeneratedFile;
import io.falconer.generate.LoadedBundles;
import io.falconer.generate.PolicyFiles;
import io.falconer.generate.RuleNeeds;
import io.falconer.logic.Deadline;
import io.falconer.meaning.RuleClaim;
import io.falconer.report.InVersion;
import io.falconer.report.VersionResults;
import io.falconer.ruleset.Falco;
import io.falconer.suite.ProofRunner;
import io.falconer.suite.SharedDecisions;
import io.falconer.suite.Suite;
import io.falconer.suite.SuiteVersions;
import io.falconer.text.PrintableText;
import io.falconer.text.SourceFile;
import jakarta.enterprise.inject.Vetoed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code falconer prove}: generates the rules of policies and proves them. */
@Command(
        name = "prove",
        header = "Generate the rules of policies and prove them.",
        description = {
            "Generate the Falco rules of policies and prove that they fire on exactly what the policies forbid, for all"
                    + " events of accepted requests, where Falconer knows what a control means. Replay events that must fire"
                    + " each rule and events that must not, and run the suites (*_test.yaml) next to the policies."
        },
        footer = {
            "  falconer prove fixtures/quickstart/policy.yaml",
            "  falconer prove --fail-only policies/",
            "  falconer prove -v --as-of 2026-12-31 policy.yaml   # exceptions of that day",
            "  falconer prove policies/ -o text -o sarif=falconer.sarif",
            "  falconer prove policy.yaml --counterexamples refuted/",
            "  falconer prove --fail-on undecided policies/      # as a gate",
            "  falconer prove --no-proofs policies/              # replays only"
        })
@Vetoed // not a bean: it gets its environment from Main
final class ProveCommand extends FalconerCommand {
    /** How long it may take to decide about the rules of one policy in one version. What is left then is undecided. */
    private static final Duration PROOF_TIME = Duration.ofSeconds(20);

    @Parameters(
            paramLabel = "POLICY",
            arity = "1..*",
            description = "Policy files, directories, globs, or - for standard input.")
    private List<String> policies = List.of();

    @Option(
            names = "--counterexamples",
            paramLabel = "DIR",
            description = "Write events that rules are wrong about to this directory, with the rules and a suite.")
    private Optional<String> counterexamples = Optional.empty();

    @Option(names = "--no-proofs", description = "Only replay events: rules are tested, not proved.")
    private boolean noProofs;

    @Mixin
    private final ProofGate gate = new ProofGate();

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
    Map<String, List<String>> choices() {
        return Map.of("--output", formats().stream().map(Format::id).toList(), ProofGate.NAME, ProofGate.kinds());
    }

    @Override
    ExitCode run(Console console) {
        List<Output> outputs = report.outputs(this);
        List<Falco> chosen = emulated.releases(this);
        emulated.emulation(this, Falco.NEWEST); // a wrong option is wrong usage, whatever there is to prove
        JudgedSources judged = emulated.sources(this);
        List<GeneratorOptions.Generated> all = generator.bundles(environment(), console, policies);
        List<GeneratorOptions.Generated> generated = judged.of(all, console);
        Suites suites = new Suites(environment(), console, generator);
        Set<SourceFile> sources = all.stream()
                .map(each -> each.bundle().policy().source())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Suite> tests = judged.of(
                Stream.concat(suites.inPolicies(sources).stream(), suites.read(beside(all)).stream())
                        .toList(),
                new SuiteVersions(environment().directory()),
                console);
        VersionResults results = prove(generated, suites, tests, chosen, console);
        counterexamples.ifPresent(directory -> write(
                directory,
                new Counterexamples(results.inEach())
                        .of(generated.stream()
                                .map(GeneratorOptions.Generated::bundle)
                                .toList()),
                console));
        return gate.after(report.report(results, outputs, console), results, console.warned());
    }

    private void write(String directory, List<Bundle> refuted, Console console) {
        List<GeneratedFile> files =
                refuted.stream().flatMap(bundle -> bundle.files().stream()).toList();
        if (files.isEmpty()) {
            console.note("no counterexamples");
        } else {
            new GeneratedFiles(outputPath(directory), files).write(refuted);
            console.note("wrote counterexamples below " + PrintableText.shown(directory));
        }
    }

    private VersionResults prove(
            List<GeneratorOptions.Generated> generated,
            Suites suites,
            List<Suite> tests,
            List<Falco> chosen,
            Console console) {
        List<Bundle> bundles =
                generated.stream().map(GeneratorOptions.Generated::bundle).toList();
        Map<Falco, LoadedBundles> loaded = new HashMap<>();
        Falco.ALL.forEach(falco -> loaded.put(falco, emulated.bundles(this, falco, bundles)));
        ProofVersions plan = chosen.isEmpty()
                ? ProofVersions.of(
                        bundles, loaded, new SuiteVersions(environment().directory()))
                : ProofVersions.all(chosen);
        List<Falco> versions = Falco.ALL.stream()
                .filter(falco -> bundles.stream()
                                .anyMatch(bundle -> plan.of(bundle).contains(falco))
                        || tests.stream().anyMatch(suite -> plan.of(suite).contains(falco)))
                .toList();
        long all = bundles.stream()
                        .mapToLong(bundle ->
                                (long) bundle.proofs().size() * plan.of(bundle).size())
                        .sum()
                + tests.stream()
                        .mapToLong(suite ->
                                (long) suite.tests().size() * plan.of(suite).size())
                        .sum();
        PolicyFiles files = suites.policies(tests);
        load(bundles, plan, loaded);
        IdentityHashMap<Bundle, SharedDecisions> decisions = new IdentityHashMap<>();
        bundles.forEach(bundle -> shared(bundle, noProofs ? List.of() : bundle.claims(), plan.of(bundle), loaded)
                .ifPresent(decided -> decisions.put(bundle, decided)));
        try (Progress progress = new Progress(environment(), options(), "proving", all)) {
            ProofRunner runner = new ProofRunner(progress);
            // Decisions take one thread, as replays do, so neither waits for the other.
            ForkJoinTask<?> deciding =
                    ForkJoinPool.commonPool().submit(() -> decisions.values().forEach(SharedDecisions::decide));
            Map<Falco, Replays> replays = versions.parallelStream()
                    .collect(Collectors.toConcurrentMap(
                            falco -> falco,
                            falco -> Replays.of(
                                    generated.stream()
                                            .filter(each ->
                                                    plan.of(each.bundle()).contains(falco))
                                            .toList(),
                                    Objects.requireNonNull(loaded.get(falco)),
                                    runner)));
            deciding.join();
            return VersionRuns.of(
                    versions.stream()
                            .map(falco -> emulated.emulation(this, falco))
                            .toList(),
                    version -> {
                        LoadedBundles rules = Objects.requireNonNull(loaded.get(version.falco()));
                        List<Suite> wanted = tests.stream()
                                .filter(suite -> plan.of(suite).contains(version.falco()))
                                .toList();
                        Replays replayed = Objects.requireNonNull(replays.get(version.falco()));
                        return VersionRuns.Done.of(
                                new InVersion.Planned(rules(replayed.policies()), wanted),
                                replayed.with(decisions, version.falco()),
                                suites.run(wanted, rules, files, false, progress));
                    },
                    console);
        }
    }

    /** Loads the bundles in all versions that need them, side by side. */
    private static void load(List<Bundle> bundles, ProofVersions plan, Map<Falco, LoadedBundles> loaded) {
        loaded.entrySet().parallelStream().forEach(version -> bundles.stream()
                .filter(bundle -> plan.of(bundle).contains(version.getKey()))
                .forEach(version.getValue()::load));
    }

    private static Set<String> rules(List<GeneratorOptions.Generated> generated) {
        return generated.stream()
                .flatMap(each -> each.bundle().needs().stream())
                .map(RuleNeeds::rule)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The decisions about a bundle, first made in the newest version in which it loads; empty if there is none. */
    private static Optional<SharedDecisions> shared(
            Bundle bundle, List<RuleClaim> claims, List<Falco> versions, Map<Falco, LoadedBundles> loaded) {
        return versions.reversed().stream()
                .flatMap(falco -> Objects.requireNonNull(loaded.get(falco)).load(bundle).value().stream()
                        .map(rules -> new SharedDecisions(claims, rules, falco, () -> Deadline.after(PROOF_TIME))))
                .findFirst();
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
