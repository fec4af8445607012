package io.falconer.cli;

import io.falconer.cli.file.UnloadableException;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.Diagnostic;
import io.falconer.text.SourceFile;
import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code falconer replay}: evaluates rules on events and prints alerts as Falco does. */
@Command(
        name = "replay",
        header = "Run rules on recorded events and print the alerts.",
        description = {
            "Run rules on recorded events and print the alerts that Falco would give.",
            "",
            "Events are JSON: audit events as lines, pretty-printed, in lists or in the envelopes of managed clusters;"
                    + " system call events as {\"source\":\"syscall\",\"fields\":{...}} or as Falco's own JSON alerts."
        },
        footer = {
            "  falconer replay -r rules.yaml audit.log",
            "  falconer replay -r falco_rules/ -r my_rules.yaml -o ndjson events.jsonl.gz",
            "  falconer event pod.yaml | falconer replay -r rules.yaml -",
            "  falconer replay -r rules/ -o summary --profile audit-logs/",
            "  falconer replay -r rules/ --falco 0.42..0.45 audit.log   # what differs"
        })
@Vetoed // not a bean: it gets its environment from Main
final class ReplayCommand extends FalconerCommand {
    @Option(
            names = {"-r", "--rules"},
            paramLabel = "RULES",
            required = true,
            description = "Rules files, directories or globs, loaded in this order. Repeatable.")
    private List<String> rules = List.of();

    @Parameters(
            paramLabel = "EVENTS",
            arity = "1..*",
            description = "Event files, directories, globs, or - for standard input.")
    private List<String> events = List.of();

    @Option(
            names = "--rule-matching",
            paramLabel = "WHICH",
            defaultValue = "first",
            description =
                    "first (the default of Falco too): one alert for each event; all: one for each rule that matches.")
    private RuleMatching matching = RuleMatching.FIRST;

    @Option(
            names = "--priority",
            paramLabel = "P",
            defaultValue = "debug",
            description = "Minimum priority to report. Default: debug.")
    private String priority = "debug";

    @Option(names = "--profile", description = "With -o summary, show the five rules that took longest.")
    private boolean profile;

    @Mixin
    private final EmulationOptions emulated = new EmulationOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ReplayCommand(Environment environment) {
        super(environment);
    }

    @Override
    List<Format> formats() {
        return List.of(Format.TEXT, Format.NDJSON, Format.JSON, Format.SUMMARY);
    }

    @Override
    Map<String, List<String>> choices() {
        Map<String, List<String>> choices = new HashMap<>(super.choices());
        choices.put(
                "--priority",
                Stream.of(Priority.values())
                        .map(p -> p.name().toLowerCase(Locale.ROOT))
                        .toList());
        choices.put("--rule-matching", List.of("first", "all"));
        return choices;
    }

    @Override
    ExitCode run(Console console) {
        List<Output> outputs = output.of(this);
        Priority minimum = Priority.of(priority)
                .orElseThrow(() -> usage(
                        "unknown priority \"" + priority + "\"",
                        "priorities: emergency, alert, critical, error, warning, notice, informational, debug"));
        if (rules.contains(Input.STANDARD) && events.contains(Input.STANDARD)) {
            throw usage("rules and events cannot both come from standard input", "name a file for one of them");
        }
        if (Stream.of(rules, events).anyMatch(each -> Collections.frequency(each, Input.STANDARD) > 1)) {
            throw usage("standard input can only be read once", "use - only once");
        }
        if (profile && outputs.stream().noneMatch(each -> each.format() == Format.SUMMARY)) {
            throw usage("--profile requires the summary", "add -o summary");
        }
        List<Emulation> versions = emulated.emulations(this);
        boolean compares = versions.size() > 1;
        if (compares
                && (profile
                        || outputs.stream()
                                .anyMatch(each -> each.format() == Format.NDJSON || each.format() == Format.SUMMARY))) {
            throw usage("a range of versions shows what differs between them", "use -o text or -o json");
        }
        Map<Input, SourceFile> read = new HashMap<>();
        List<RuleSet> loaded = versions.stream()
                .map(version -> load(version, read, compares, console))
                .toList();
        List<Engine> engines =
                loaded.stream().map(each -> Engine.of(each, matching, minimum)).toList();
        Inputs all = new Inputs(environment());
        List<Input> inputs = all.find(events, Inputs.Kind.EVENTS);
        new SkipNote(console).showUnread(all.unread(events, Inputs.Kind.EVENTS));
        try (AlertSinks sinks = compares
                ? AlertSinks.comparing(outputs, loaded, environment(), console)
                : AlertSinks.open(outputs, versions.getFirst().falco(), environment(), console)) {
            return Replay.run(environment(), console, options(), inputs, engines, sinks, profile);
        }
    }

    /**
     * The rules of all files. If a file is invalid, Falco does not start, and neither does a replay.
     *
     * @param read the files that were read for another version
     * @param named whether errors name the version
     */
    private RuleSet load(Emulation emulation, Map<Input, SourceFile> read, boolean named, Console console) {
        try {
            return load(emulation, read, console);
        } catch (UnloadableException e) {
            throw named
                    ? new UnloadableException(VersionRuns.in(emulation.falco().release(), e.diagnostics()))
                    : e;
        }
    }

    private RuleSet load(Emulation emulation, Map<Input, SourceFile> read, Console console) {
        List<Input> inputs = new Inputs(environment()).find(rules, Inputs.Kind.RULES);
        LoadedRules loaded = LoadedRules.of(
                inputs.stream().map(input -> read.computeIfAbsent(input, each -> each.rules(environment()))),
                emulation,
                new NeighbouringFiles(inputs));
        List<Diagnostic> problems = new ArrayList<>();
        for (LoadResult result : loaded.results()) {
            result.pluginError()
                    .ifPresent(
                            problem -> { // Falco prints only this message and stops
                                throw new UnloadableException(problem);
                            });
            problems.addAll(result.problems());
            if (options().verbose()) {
                result.warnings().forEach(issue -> problems.add(issue.diagnostic()));
            }
        }
        if (!loaded.results().stream().allMatch(LoadResult::successful)) {
            throw new UnloadableException(problems);
        }
        console.show(problems);
        return loaded.rules();
    }
}
