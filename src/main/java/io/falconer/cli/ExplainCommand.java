package io.falconer.cli;

import io.falconer.cli.file.UnloadableException;
import io.falconer.event.reader.EventReader;
import io.falconer.explain.EventExplainer;
import io.falconer.explain.RuleExplanation;
import io.falconer.generate.Bundle;
import io.falconer.generate.GeneratedFile;
import io.falconer.generate.LoadedBundles;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.TextFile;
import jakarta.enterprise.inject.Vetoed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code falconer explain}: says why rules fire on events or stay silent. */
@Command(
        name = "explain",
        header = "Show why rules fire on events or stay silent.",
        description = {
            "Show for each event and rule whether the rule fires, and why: the parts that decide, and the condition as a tree"
                    + " with the value that each part read.",
            "",
            "Without -r, the rules are those of policies: arguments that are YAML files or directories with policies. All other"
                    + " arguments are events, in the forms that replay reads."
        },
        footer = {
            "  falconer explain -r rules.yaml --rule \"Shell in container\" events.jsonl",
            "  falconer explain -r falco_rules.yaml -r my_rules.yaml alerts.json",
            "  falconer explain policy.yaml audit.log",
            "  falconer event pod.yaml | falconer explain -v policy.yaml -",
            "  falconer explain -r rules/ -o ndjson audit.log"
        })
@Vetoed // not a bean: it gets its environment from Main
final class ExplainCommand extends FalconerCommand {
    @Option(
            names = {"-r", "--rules"},
            paramLabel = "RULES",
            description = "Rules files, directories or globs, loaded in this order. Repeatable.")
    private List<String> rules = List.of();

    @Option(
            names = "--rule",
            paramLabel = "NAME",
            description = "Explain only this rule. Repeatable. Default: the rules that match, and the nearest others.")
    private List<String> names = List.of();

    @Parameters(
            paramLabel = "POLICY|EVENTS",
            arity = "1..*",
            description = "Event files, directories, globs, or - for standard input; without -r, policies too.")
    private List<String> arguments = List.of();

    @Mixin
    private final MatchingOptions settings = new MatchingOptions();

    @Mixin
    private final EmulationOptions emulated = new EmulationOptions();

    @Mixin
    private final GeneratorOptions generator = new GeneratorOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ExplainCommand(Environment environment) {
        super(environment);
    }

    @Override
    List<Format> formats() {
        return List.of(Format.TEXT, Format.JSON, Format.NDJSON);
    }

    @Override
    Map<String, List<String>> choices() {
        return MatchingOptions.choices(super.choices());
    }

    @Override
    ExitCode run(Console console) {
        List<Output> outputs = output.of(this);
        Priority minimum = settings.minimum(this);
        List<Emulation> versions = emulated.emulations(this);
        List<String> policies =
                rules.isEmpty() ? arguments.stream().filter(this::isPolicy).toList() : List.of();
        List<String> events =
                arguments.stream().filter(each -> !policies.contains(each)).toList();
        requireInputs(policies, events);
        Map<String, EventExplainer> explainers = new LinkedHashMap<>();
        for (RuleSet each : ruleSets(policies, versions, console)) {
            requireRules(each, console);
            explainers.put(each.falco().release(), new EventExplainer(each, settings.matching(), minimum));
        }
        Inputs all = new Inputs(environment());
        List<Input> inputs = all.find(events, Inputs.Kind.EVENTS);
        new SkipNote(console).showUnread(all.unread(events, Inputs.Kind.EVENTS));
        List<ExplanationOutput> opened = new ArrayList<>();
        try {
            outputs.forEach(each ->
                    opened.add(ExplanationOutput.open(each, console, options().verbose())));
            ExitCode code = explain(inputs, explainers, opened, console);
            opened.forEach(ExplanationOutput::finish);
            return code;
        } finally {
            opened.forEach(ExplanationOutput::close);
        }
    }

    private void requireInputs(List<String> policies, List<String> events) {
        if (rules.isEmpty() && policies.isEmpty()) {
            throw usage("no rules given", "add -r RULES, or name a policy");
        }
        if (events.isEmpty()) {
            throw usage("no events given", "name a file with events, or - for standard input");
        }
        if (rules.contains(Input.STANDARD) && events.contains(Input.STANDARD)) {
            throw usage("rules and events cannot both come from standard input", "name a file for one of them");
        }
        if (Stream.of(rules, events).anyMatch(each -> Collections.frequency(each, Input.STANDARD) > 1)) {
            throw usage("standard input can only be read once", "use - only once");
        }
    }

    private void requireRules(RuleSet loaded, Console console) {
        if (loaded.rules().isEmpty()) {
            console.note("no rules");
        }
        WantedRules.require(names, loaded, this);
    }

    /** Whether an argument names a policy: a YAML file, or a directory with one. */
    private boolean isPolicy(String argument) {
        boolean isDirectory =
                environment().path(argument).filter(Files::isDirectory).isPresent();
        return isDirectory
                ? !new Inputs(environment())
                        .find(List.of(argument), Inputs.Kind.POLICIES)
                        .isEmpty()
                : argument.matches(".*\\.ya?ml(\\.gz)?");
    }

    private List<RuleSet> ruleSets(List<String> policies, List<Emulation> versions, Console console) {
        if (!rules.isEmpty()) {
            RulesFiles files =
                    new RulesFiles(rules, environment(), console, options().verbose());
            return versions.stream()
                    .map(version -> files.load(version, versions.size() > 1))
                    .toList();
        }
        List<Bundle> bundles = generator.bundles(environment(), console, policies).stream()
                .map(GeneratorOptions.Generated::bundle)
                .toList();
        noteUnwritten(bundles, console);
        return versions.stream()
                .map(version -> generated(bundles, version, console))
                .toList();
    }

    /** Says where the files are that the places name, if they are not here. */
    private void noteUnwritten(List<Bundle> bundles, Console console) {
        bundles.stream()
                .flatMap(bundle -> bundle.rulesFiles().stream())
                .map(GeneratedFile::path)
                .filter(path -> environment().path(path).filter(Files::exists).isEmpty())
                .findFirst()
                .ifPresent(path -> console.note("places in " + path + ": \"falconer generate\" writes this file"));
    }

    private static RuleSet generated(List<Bundle> bundles, Emulation version, Console console) {
        LoadedBundles loaded = new LoadedBundles(version, bundles);
        List<RuleSet> sets = bundles.stream()
                .map(bundle -> console.loaded(loaded.load(bundle)).ruleSet())
                .toList();
        return new RuleSet(
                sets.stream().flatMap(each -> each.rules().stream()).toList(),
                sets.getFirst().falco());
    }

    private ExitCode explain(
            List<Input> inputs,
            Map<String, EventExplainer> explainers,
            List<ExplanationOutput> opened,
            Console console) {
        EventReader reader = new EventReader();
        boolean unreadable = false;
        long[] events = new long[1];
        for (Input input : inputs) {
            try (InputStream in = input.open(environment())) {
                reader.read(
                        input.name(),
                        in,
                        event -> explainers.forEach((release, explainer) -> {
                            events[0]++;
                            List<RuleExplanation> explanations =
                                    explainer.explain(event, rule -> names.isEmpty() || names.contains(rule.name()));
                            Optional<String> version = explainers.size() > 1 ? Optional.of(release) : Optional.empty();
                            opened.forEach(each -> each.accept(explanations, !names.isEmpty(), version));
                        }));
            } catch (UnloadableException e) {
                unreadable = true;
                console.show(e.diagnostics());
            } catch (IOException e) {
                unreadable = true;
                console.show(List.of(TextFile.unreadable("all of " + input.name(), e)));
            }
        }
        new SkipNote(console).show(reader.skips());
        if (events[0] == 0) {
            console.note("no events");
        }
        return unreadable ? ExitCode.UNLOADABLE : ExitCode.HOLDS;
    }
}
