package io.falconer.cli;

import io.falconer.cli.file.DifferenceDirectory;
import io.falconer.compare.AlertComparer;
import io.falconer.compare.RuleChange;
import io.falconer.compare.RuleSetChanges;
import io.falconer.compare.RuleSetComparison;
import io.falconer.generate.DifferenceFiles;
import io.falconer.generate.GeneratedFile;
import io.falconer.generate.PolicyFiles;
import io.falconer.logic.Deadline;
import io.falconer.report.ChangesJson;
import io.falconer.report.ChangesMarkdown;
import io.falconer.report.ChangesSarif;
import io.falconer.report.ChangesText;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.Priority;
import io.falconer.text.PrintableText;
import jakarta.enterprise.inject.Vetoed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code falconer diff}: says what a change of rules changes in their behaviour. */
@Command(
        name = "diff",
        header = "Show which rules fire on other events after a change.",
        description = {
            "Compare two versions of rules. Each rule is proved to fire on the same events, or is shown with an event that makes"
                    + " the difference, which both versions have judged.",
            "",
            "OLD and NEW are rules files, directories, policies, or git:REV[:PATH], the same in a revision of Git."
        },
        footer = {
            "  falconer diff old_rules.yaml new_rules.yaml",
            "  falconer diff git:main rules/",
            "  falconer diff git:v1.2.0:rules git:HEAD:rules -o markdown",
            "  falconer diff --no-new-silence git:main .       # no rule loses an event",
            "  falconer diff --fail-on looser,different old/ new/",
            "  falconer diff git:main . --events audit.log     # alerts lost and gained",
            "  falconer diff git:main . --counterexamples differences/"
        })
@Vetoed // not a bean: it gets its environment from Main
final class DiffCommand extends FalconerCommand {
    /** How long proofs may take in all. */
    private static final Duration PROOF_TIME = Duration.ofSeconds(30);

    @Parameters(index = "0", paramLabel = "OLD", description = "The rules as they were.")
    private String old = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The rules as they are.")
    private String next = "";

    @Option(
            names = "--fail-on",
            paramLabel = "CHANGE",
            split = ",",
            description = "Changes of rules that give exit code 1: ${COMPLETION-CANDIDATES}. Repeatable.")
    private List<RuleChange.Kind> failOn = List.of();

    @Option(
            names = "--no-new-silence",
            description = "Exit code 1 unless it is proved that each rule still fires on all events that fired it.")
    private boolean noNewSilence;

    @Option(
            names = "--events",
            paramLabel = "LOG",
            description =
                    "Recorded events, in the forms that replay reads: show the alerts that are lost, gained, or given by"
                            + " another rule. Repeatable.")
    private List<String> events = List.of();

    @Mixin
    private final MatchingOptions settings = new MatchingOptions();

    @Option(
            names = "--counterexamples",
            paramLabel = "DIR",
            description =
                    "Write the events that show differences to this directory, with both versions of the rules and a suite"
                            + " for each.")
    private Optional<String> counterexamples = Optional.empty();

    @Mixin
    private final EmulationOptions emulated = new EmulationOptions();

    @Mixin
    private final GeneratorOptions generator = new GeneratorOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    DiffCommand(Environment environment) {
        super(environment);
    }

    @Override
    List<Format> formats() {
        return List.of(Format.TEXT, Format.MARKDOWN, Format.JSON, Format.SARIF);
    }

    @Override
    Map<String, List<String>> choices() {
        Map<String, List<String>> choices = new HashMap<>(MatchingOptions.choices(super.choices()));
        choices.put(
                "--fail-on",
                Stream.of(RuleChange.Kind.values())
                        .filter(kind -> kind != RuleChange.Kind.SAME)
                        .map(RuleChange.Kind::word)
                        .toList());
        return choices;
    }

    @Override
    ExitCode run(Console console) {
        List<Output> outputs = output.of(this);
        List<Emulation> versions = emulated.emulations(this);
        if (versions.size() > 1) {
            throw usage("diff compares rules in one version of Falco", "name one: --falco 0.45");
        }
        if (failOn.contains(RuleChange.Kind.SAME)) {
            throw usage("--fail-on same: rules that fire on the same events are no change", "name a change");
        }
        Priority minimum = settings.minimum(this);
        StandardInput.requireOnce(this, List.of(List.of(old, next), events));
        ComparedRules rules = new ComparedRules(
                environment(),
                () -> new PolicyFiles(generator.templates(environment(), console), generator.asOf(environment())));
        LoadedRules before = rules.of(old, versions.getFirst());
        LoadedRules after = rules.of(next, versions.getFirst());
        RuleSetChanges proved = RuleSetComparison.of(before, after, Deadline.after(PROOF_TIME));
        counterexamples.ifPresent(directory -> write(directory, DifferenceFiles.of(proved, before, after), console));
        AlertComparer alerts = new AlertComparer(before, after, proved, settings.matching(), minimum);
        EventInputs recorded = new EventInputs(environment(), options(), console);
        boolean complete = events.isEmpty() || recorded.judge(events, alerts::compare, alerts::add);
        RuleSetChanges changes = events.isEmpty() ? proved : proved.with(alerts.result(recorded.events()));
        for (Output to : outputs) {
            console.write(to, text(changes, to, console));
        }
        if (!complete) {
            return ExitCode.UNLOADABLE;
        }
        boolean refused = (noNewSilence && changes.maySilence())
                || changes.rules().stream().map(RuleChange::kind).anyMatch(failOn::contains);
        return refused ? ExitCode.DOES_NOT_HOLD : ExitCode.HOLDS;
    }

    private void write(String directory, List<GeneratedFile> files, Console console) {
        int removed =
                new DifferenceDirectory(outputPath(directory)).write(files).size();
        if (removed > 0) {
            console.note("removed " + removed + (removed == 1 ? " file" : " files") + " of an earlier run");
        }
        console.note(
                files.isEmpty()
                        ? "no counterexamples"
                        : "wrote counterexamples below " + PrintableText.shown(directory));
        if (!files.isEmpty() && emulated.areGiven()) { // suites do not name the Falco that they are for
            console.note("test them with: falconer test" + emulated.given() + " " + PrintableText.shown(directory));
        }
    }

    private static String text(RuleSetChanges changes, Output to, Console console) {
        return switch (to.format()) {
            case JSON -> ChangesJson.of(changes) + "\n";
            case MARKDOWN -> ChangesMarkdown.of(changes);
            case SARIF -> ChangesSarif.of(changes, FalconerVersion.number());
            case TEXT, NDJSON, SUMMARY, HTML, JUNIT, TAP, GITHUB, LCOV, COBERTURA, CSV, ICS, MUTATION ->
                new ChangesText(to.style(console), console.detail()).of(changes);
        };
    }
}
