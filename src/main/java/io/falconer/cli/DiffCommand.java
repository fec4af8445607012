package io.falconer.cli;

import io.falconer.compare.RuleChange;
import io.falconer.compare.RuleSetChanges;
import io.falconer.compare.RuleSetComparison;
import io.falconer.generate.PolicyFiles;
import io.falconer.logic.Deadline;
import io.falconer.report.ChangesJson;
import io.falconer.report.ChangesMarkdown;
import io.falconer.report.ChangesText;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadedRules;
import jakarta.enterprise.inject.Vetoed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
            "  falconer diff --fail-on looser,different old/ new/"
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
        return List.of(Format.TEXT, Format.MARKDOWN, Format.JSON);
    }

    @Override
    Map<String, List<String>> choices() {
        return Map.of(
                "--output",
                formats().stream().map(Format::id).toList(),
                "--fail-on",
                Stream.of(RuleChange.Kind.values())
                        .filter(kind -> kind != RuleChange.Kind.SAME)
                        .map(RuleChange.Kind::word)
                        .toList());
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
        ComparedRules rules = new ComparedRules(
                environment(),
                () -> new PolicyFiles(generator.templates(environment(), console), generator.asOf(environment())));
        LoadedRules before = rules.of(old, versions.getFirst());
        LoadedRules after = rules.of(next, versions.getFirst());
        RuleSetChanges changes = RuleSetComparison.of(before, after, Deadline.after(PROOF_TIME));
        for (Output to : outputs) {
            console.write(to, text(changes, to, console));
        }
        boolean refused = (noNewSilence && changes.maySilence())
                || changes.rules().stream().map(RuleChange::kind).anyMatch(failOn::contains);
        return refused ? ExitCode.DOES_NOT_HOLD : ExitCode.HOLDS;
    }

    private static String text(RuleSetChanges changes, Output to, Console console) {
        return switch (to.format()) {
            case JSON -> ChangesJson.of(changes) + "\n";
            case MARKDOWN -> ChangesMarkdown.of(changes);
            case TEXT, NDJSON, SUMMARY, HTML, JUNIT, SARIF, TAP, GITHUB, LCOV, COBERTURA, CSV, ICS, MUTATION ->
                new ChangesText(to.style(console), console.detail()).of(changes);
        };
    }
}
