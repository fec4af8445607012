package io.falconer.cli;

import io.falconer.cli.file.GeneratedFiles;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.event.Event;
import io.falconer.event.SyscallEvent;
import io.falconer.generate.GeneratedFile;
import io.falconer.report.Plural;
import io.falconer.report.TuningText;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.text.PrintableText;
import io.falconer.tune.Tuning;
import io.falconer.tune.TuningFiles;
import io.falconer.tune.TuningResult;
import io.falconer.yaml.Nearest;
import jakarta.enterprise.inject.Vetoed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code falconer tune}: finds exceptions that silence false positives and keep true ones. */
@Command(
        name = "tune",
        header = "Find exceptions that silence false positives and keep true ones.",
        description = {
            "Find the smallest exceptions from a rule that silence all false positives and none of the true positives. Each is"
                    + " loaded and tried on all events, and shown with what else it silences.",
            "",
            "Events are in the forms that replay reads. Exceptions compare two to four fields, and none whose values are"
                    + " random, such as process ids."
        },
        footer = {
            "  falconer tune -r rules.yaml --false-positives noise.jsonl \\",
            "      --true-positives attacks.jsonl",
            "  falconer tune -r falco_rules.yaml --rule \"Read sensitive file untrusted\" \\",
            "      --false-positives alerts.json --true-positives attacks.jsonl -d tuned/"
        })
@Vetoed // not a bean: it gets its environment from Main
final class TuneCommand extends FalconerCommand {
    /** How long proofs may take in all. */
    private static final Duration PROOF_TIME = Duration.ofSeconds(20);

    @Option(
            names = {"-r", "--rules"},
            paramLabel = "RULES",
            required = true,
            description = "Rules files, directories or globs, loaded in this order. Repeatable.")
    private List<String> rules = List.of();

    @Option(
            names = "--false-positives",
            paramLabel = "FILE",
            required = true,
            description = "Events that the rule should not fire on. Repeatable.")
    private List<String> falsePositives = List.of();

    @Option(
            names = "--true-positives",
            paramLabel = "FILE",
            description = "Events that the rule must still fire on. Repeatable.")
    private List<String> truePositives = List.of();

    @Option(
            names = "--rule",
            paramLabel = "NAME",
            description = "The rule. Default: the one that fires on all false positives.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--from-one", description = "Accept a single false positive.")
    private boolean fromOne;

    @Option(names = "--without-true-positives", description = "Accept that there are no true positives.")
    private boolean withoutTruePositives;

    @Option(
            names = {"-d", "--directory"},
            paramLabel = "DIR",
            description = "Write the first exception to this directory, with a suite that tests it.")
    private Optional<String> directory = Optional.empty();

    @Mixin
    private final EmulationOptions emulated = new EmulationOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    TuneCommand(Environment environment) {
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
            throw usage("exceptions are found for one version of Falco", "name one: --falco 0.45");
        }
        StandardInput.requireOnce(this, List.of(rules, falsePositives, truePositives));
        if (truePositives.isEmpty() && !withoutTruePositives) {
            throw usage("no true positives given", "add --true-positives FILE, or --without-true-positives");
        }
        Emulation emulation = versions.getFirst();
        LoadedRules loaded =
                new RulesFiles(rules, environment(), console, options().verbose()).loaded(emulation);
        EventInputs inputs = new EventInputs(environment(), options(), console);
        List<Event> noise = new ArrayList<>();
        List<Event> real = new ArrayList<>();
        boolean readNoise = inputs.<Event>judge(falsePositives, Optional::of, noise::add);
        boolean readReal = truePositives.isEmpty() || inputs.<Event>judge(truePositives, Optional::of, real::add);
        if (!readNoise || !readReal) {
            return ExitCode.UNLOADABLE;
        }
        Engine engine = engine(loaded);
        Rule rule = rule(loaded, engine, noise);
        noise = relevant("false", noise, rule, engine, console);
        real = relevant("true", real, rule, engine, console);
        requireEnough(rule, noise, real);
        long end = System.nanoTime() + PROOF_TIME.toNanos();
        Tuning tuning = new Tuning(loaded, emulation, rule, noise, real, () -> System.nanoTime() - end > 0);
        TuningResult result = tuning.find();
        for (Output to : outputs) {
            console.write(
                    to,
                    to.format() == Format.JSON
                            ? TuningText.json(rule.name(), result) + "\n"
                            : TuningText.of(rule.name(), result, to.style(console)));
        }
        if (result instanceof TuningResult.Found found) {
            List<Event> silenced = noise;
            List<Event> kept = real;
            directory.ifPresent(to -> console.note("wrote "
                    + write(
                            to,
                            rule,
                            found,
                            silenced,
                            kept,
                            tuning.firing(found.alternatives().getFirst()))
                    + " files below " + PrintableText.shown(to)));
            return ExitCode.HOLDS;
        }
        return ExitCode.DOES_NOT_HOLD;
    }

    private static Engine engine(LoadedRules loaded) {
        return Engine.of(loaded.rules(), RuleMatching.ALL, Priority.DEBUG);
    }

    /** The rule with the name; without one, the only rule that fires on all false positives. */
    private Rule rule(LoadedRules loaded, Engine engine, List<Event> noise) {
        List<Rule> all = loaded.rules().rules();
        if (name.isPresent()) {
            String wanted = name.get();
            List<String> known = all.stream().map(Rule::name).toList();
            return all.stream()
                    .filter(rule -> rule.name().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> usage("there is no rule \"" + wanted + "\"", Nearest.hint(wanted, known)));
        }
        List<Rule> firing = all.stream()
                .filter(rule ->
                        !noise.isEmpty() && noise.stream().allMatch(event -> engine.fires(rule, List.of(event))))
                .toList();
        if (firing.size() != 1) {
            throw usage(
                    (firing.isEmpty() ? "no rule fires" : firing.size() + " rules fire") + " on all false positives",
                    "name the rule: --rule NAME");
        }
        return firing.getFirst();
    }

    /** The events on which the rule fires, and its alerts, which may not have recorded what it reads. */
    private static List<Event> relevant(String kind, List<Event> events, Rule rule, Engine engine, Console console) {
        List<Event> own =
                events.stream().filter(event -> !isOfOther(event, rule)).toList();
        if (own.size() < events.size()) {
            console.note("left out " + Plural.of(events.size() - own.size(), kind + " positive")
                    + ", because alerts of other rules recorded them: "
                    + events.stream()
                            .filter(event -> isOfOther(event, rule))
                            .flatMap(event ->
                                    event instanceof SyscallEvent alert ? alert.alert().stream() : Stream.empty())
                            .distinct()
                            .map(PrintableText::shown)
                            .collect(Collectors.joining(", ")));
        }
        List<Event> relevant = own.stream()
                .filter(event -> event.source() == rule.source())
                .filter(event -> (event instanceof SyscallEvent syscall && syscall.recorded())
                        || engine.fires(rule, List.of(event)))
                .toList();
        if (relevant.size() < own.size()) {
            console.note("left out " + Plural.of(own.size() - relevant.size(), kind + " positive")
                    + ", because the rule does not fire on them");
        }
        return relevant;
    }

    /** Whether the event is an alert of another rule. */
    private static boolean isOfOther(Event event, Rule rule) {
        return event instanceof SyscallEvent syscall
                && syscall.alert().filter(of -> !of.equals(rule.name())).isPresent();
    }

    private void requireEnough(Rule rule, List<Event> noise, List<Event> real) {
        if (noise.isEmpty()) {
            throw usage(
                    "the rule \"" + rule.name() + "\" fires on no false positive", "name other events or another rule");
        }
        if (noise.size() == 1 && !fromOne) {
            throw usage(
                    "there is only one false positive",
                    "give more, so that they show what they have in common, or" + " add --from-one");
        }
        if (real.isEmpty() && !withoutTruePositives) {
            throw usage(
                    "the rule \"" + rule.name() + "\" fires on no true positive",
                    "name other events, or add --without-true-positives");
        }
    }

    private int write(
            String to,
            Rule rule,
            TuningResult.Found found,
            List<Event> noise,
            List<Event> real,
            Predicate<Event> fires) {
        Path root = outputPath(to).path().toAbsolutePath().normalize();
        List<String> files = new Inputs(environment())
                .find(rules, Inputs.Kind.RULES).stream()
                        .flatMap(input -> input.path().stream())
                        .map(path -> root.relativize(path.toAbsolutePath().normalize())
                                .toString()
                                .replace('\\', '/'))
                        .toList();
        List<GeneratedFile> written =
                TuningFiles.of(rule.name(), found.alternatives().getFirst(), files, noise, real, fires);
        new GeneratedFiles(outputPath(to), written).write(List.of());
        return written.size();
    }
}
