package io.falconer.cli;

import io.falconer.engine.Engine;
import io.falconer.explain.EventExplainer;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.RuleSet;
import jakarta.enterprise.inject.Vetoed;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Mixin
    private final MatchingOptions settings = new MatchingOptions();

    @Option(names = "--profile", description = "With -o summary, show the five rules that took longest.")
    private boolean profile;

    @Option(names = "--explain", description = "With -o text, show below each alert why its rule fired.")
    private boolean explain;

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
        return MatchingOptions.choices(super.choices());
    }

    @Override
    ExitCode run(Console console) {
        List<Output> outputs = output.of(this);
        Priority minimum = settings.minimum(this);
        if (rules.contains(Input.STANDARD) && events.contains(Input.STANDARD)) {
            throw usage("rules and events cannot both come from standard input", "name a file for one of them");
        }
        if (Stream.of(rules, events).anyMatch(each -> Collections.frequency(each, Input.STANDARD) > 1)) {
            throw usage("standard input can only be read once", "use - only once");
        }
        if (profile && outputs.stream().noneMatch(each -> each.format() == Format.SUMMARY)) {
            throw usage("--profile requires the summary", "add -o summary");
        }
        if (explain && outputs.stream().noneMatch(each -> each.format() == Format.TEXT)) {
            throw usage("--explain requires text", "use -o text, or falconer explain -o json");
        }
        List<Emulation> versions = emulated.emulations(this);
        boolean compares = versions.size() > 1;
        if (compares && explain) {
            throw usage("--explain requires one version of Falco", "name one, or use falconer explain");
        }
        if (compares
                && (profile
                        || outputs.stream()
                                .anyMatch(each -> each.format() == Format.NDJSON || each.format() == Format.SUMMARY))) {
            throw usage("a range of versions shows what differs between them", "use -o text or -o json");
        }
        RulesFiles files =
                new RulesFiles(rules, environment(), console, options().verbose());
        List<RuleSet> loaded =
                versions.stream().map(version -> files.load(version, compares)).toList();
        List<Engine> engines = loaded.stream()
                .map(each -> Engine.of(each, settings.matching(), minimum))
                .toList();
        Inputs all = new Inputs(environment());
        List<Input> inputs = all.find(events, Inputs.Kind.EVENTS);
        new SkipNote(console).showUnread(all.unread(events, Inputs.Kind.EVENTS));
        try (AlertSinks sinks = compares
                ? AlertSinks.comparing(outputs, loaded, environment(), console)
                : AlertSinks.open(
                        outputs,
                        versions.getFirst().falco(),
                        explain
                                ? Optional.of(new EventExplainer(loaded.getFirst(), settings.matching(), minimum))
                                : Optional.empty(),
                        options().verbose(),
                        environment(),
                        console)) {
            return Replay.run(environment(), console, options(), inputs, engines, sinks, profile, explain);
        }
    }
}
