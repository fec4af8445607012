package io.falconer.cli;

import io.falconer.cli.file.UnloadableException;
import io.falconer.exception.ExceptionLimits;
import io.falconer.exception.ExceptionReview;
import io.falconer.exception.ExceptionSource;
import io.falconer.exception.ListedException;
import io.falconer.exception.PolicyExceptionSource;
import io.falconer.exception.RuleExceptionSource;
import io.falconer.generate.Bundle;
import io.falconer.generate.LoadedBundles;
import io.falconer.generate.PolicyFiles;
import io.falconer.logic.Deadline;
import io.falconer.report.ExceptionsCalendar;
import io.falconer.report.ExceptionsCsv;
import io.falconer.report.ExceptionsJson;
import io.falconer.report.ExceptionsMarkdown;
import io.falconer.report.ExceptionsText;
import io.falconer.ruleset.Emulation;
import io.falconer.template.Templates;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import jakarta.enterprise.inject.Vetoed;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code falconer exceptions}: lists what is excepted, by whom, until when, and what it silences. */
@Command(
        name = "exceptions",
        header = "List the exceptions of policies or rules, and what is wrong with them.",
        description = {
            "List the exceptions of policies, or with -r of rules files: owner, reason, days left, what each silences, and how"
                    + " many alerts of recorded events it silenced.",
            "",
            "Report exceptions that have expired or soon will, that silenced nothing, that have no effect or lie inside others,"
                    + " that overlap those of another team, and that are wider than a reason can be."
        },
        footer = {
            "  falconer exceptions policy.yaml",
            "  falconer exceptions policies/ --events audit.log --events alerts.json",
            "  falconer exceptions -r falco_rules.yaml -r my_rules.yaml -o csv",
            "  falconer exceptions policies/ --warn-before 30d -o ics=exceptions.ics",
            "  falconer exceptions policies/ --max-age 90d --fail-on warning    # in CI"
        })
@Vetoed // not a bean: it gets its environment from Main
final class ExceptionsCommand extends FalconerCommand {
    /** How long proofs may take in all. */
    private static final Duration PROOF_TIME = Duration.ofSeconds(30);

    private static final String DEFAULT_AGE = "365d";

    @Parameters(
            paramLabel = "POLICY",
            arity = "0..*",
            description = "Policy files, directories, globs, or - for standard input.")
    private List<String> policies = List.of();

    @Option(
            names = {"-r", "--rules"},
            paramLabel = "RULES",
            description = "Rules files, directories or globs, in place of policies, loaded in this order. Repeatable.")
    private List<String> rules = List.of();

    @Option(
            names = "--events",
            paramLabel = "LOG",
            description =
                    "Recorded events, in the forms that replay reads: count the alerts that each exception silenced."
                            + " Repeatable.")
    private List<String> events = List.of();

    @Option(
            names = "--warn-before",
            paramLabel = "DAYS",
            defaultValue = "14d",
            description = "How long before its last day an exception is about to expire. Default: 14d.")
    private String warnBefore = "14d";

    @Option(
            names = "--max-age",
            paramLabel = "DAYS",
            description =
                    "How long from today an exception may be valid. Default: 365d for policies, no limit for rules files.")
    private Optional<String> maxAge = Optional.empty();

    @Option(names = "--no-proofs", description = "Leave out what takes a proof: exceptions without effect.")
    private boolean noProofs;

    @Mixin
    private final WarningGate gate = new WarningGate();

    @Mixin
    private final EmulationOptions emulated = new EmulationOptions();

    @Mixin
    private final GeneratorOptions generator = new GeneratorOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ExceptionsCommand(Environment environment) {
        super(environment);
    }

    @Override
    List<Format> formats() {
        return List.of(Format.TEXT, Format.JSON, Format.MARKDOWN, Format.CSV, Format.ICS);
    }

    @Override
    ExitCode run(Console console) {
        List<Output> outputs = output.of(this);
        ExceptionLimits limits = limits();
        requireInputs();
        List<Emulation> versions = emulated.emulations(this);
        if (versions.size() > 1) {
            throw usage("exceptions are listed for one version of Falco", "name one: --falco 0.45");
        }
        List<ExceptionSource> sources = rules.isEmpty()
                ? ofPolicies(versions.getFirst(), limits.today(), console)
                : List.of(new RuleExceptionSource(
                        new RulesFiles(rules, environment(), console, options().verbose())
                                .load(versions.getFirst(), false)));
        SilencedAlerts counts = new SilencedAlerts(environment(), options(), console, sources);
        boolean complete = events.isEmpty() || counts.count(events);
        ExceptionReview review = review(sources, counts, limits);
        outputs.forEach(to -> console.write(to, text(review, to, console)));
        return complete ? gate.after(ExitCode.HOLDS, review.hasFindings()) : ExitCode.UNLOADABLE;
    }

    private void requireInputs() {
        if (rules.isEmpty() == policies.isEmpty()) {
            throw usage(
                    rules.isEmpty() ? "no exceptions to list" : "exceptions are those of policies or of rules files",
                    "name policies, or rules files with -r");
        }
        StandardInput.requireOnce(this, List.of(policies, rules, events));
    }

    private ExceptionLimits limits() {
        Optional<String> age = maxAge.or(() -> rules.isEmpty() ? Optional.of(DEFAULT_AGE) : Optional.empty());
        return new ExceptionLimits(
                generator.asOf(environment()),
                days("--warn-before", warnBefore),
                age.map(text -> OptionalInt.of(days("--max-age", text))).orElse(OptionalInt.empty()),
                !rules.isEmpty());
    }

    private int days(String option, String text) {
        return DayCount.of(text)
                .orElseThrow(
                        () -> usage(option + ": \"" + text + "\" is not a number of days", "write it as in 14d or 2w"));
    }

    private List<ExceptionSource> ofPolicies(Emulation version, LocalDate today, Console console) {
        Templates templates = generator.templates(environment(), console);
        LoadedBundles loader = emulated.bundles(this, version.falco(), List.of());
        List<SourceFile> files = new Inputs(environment())
                .find(policies, Inputs.Kind.POLICIES).stream()
                        .map(input -> input.text(environment()))
                        .toList();
        if (files.isEmpty()) {
            throw new UnloadableException(
                    Diagnostic.fileError("no-policy", "no policy in " + String.join(" ", policies)));
        }
        Outcome<List<Bundle>> bundles = new PolicyFiles(templates, today).bundles(files);
        return bundles.value().orElseThrow(() -> new UnloadableException(bundles.diagnostics())).stream()
                .<ExceptionSource>map(bundle -> new PolicyExceptionSource(
                        bundle, bundles.diagnostics(), templates, today, each -> console.loaded(loader.load(each))))
                .toList();
    }

    private ExceptionReview review(List<ExceptionSource> sources, SilencedAlerts counts, ExceptionLimits limits) {
        Deadline deadline = Deadline.after(PROOF_TIME);
        List<ListedException> all = new ArrayList<>();
        int undecided = 0;
        for (int i = 0; i < sources.size(); i++) {
            ExceptionSource source = sources.get(i);
            ExceptionSource.Proved proved = noProofs ? ExceptionSource.Proved.NOTHING : source.prove(deadline);
            undecided += proved.undecided();
            List<ListedException> listed = source.exceptions();
            for (int number = 0; number < listed.size(); number++) {
                ListedException one = listed.get(number).with(proved.findings().getOrDefault(number, List.of()));
                boolean seen = counts.events() > 0
                        && counts.sawAll(source.eventSources().get(number));
                all.add(limits.judge(events.isEmpty() ? one : one.with(counts.use(i, number)), seen));
            }
        }
        return new ExceptionReview(
                limits.today(),
                limits.warnBefore(),
                all,
                events.isEmpty() ? OptionalLong.empty() : OptionalLong.of(counts.events()),
                undecided);
    }

    private static String text(ExceptionReview review, Output to, Console console) {
        return switch (to.format()) {
            case JSON -> ExceptionsJson.of(review) + "\n";
            case MARKDOWN -> ExceptionsMarkdown.of(review);
            case CSV -> ExceptionsCsv.of(review);
            case ICS -> ExceptionsCalendar.of(review);
            case TEXT, NDJSON, SUMMARY, HTML, JUNIT, SARIF, TAP, GITHUB, LCOV, COBERTURA, MUTATION ->
                new ExceptionsText(to.style(console)).of(review);
        };
    }
}
