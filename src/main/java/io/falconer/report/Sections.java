package io.falconer.report;

import io.falconer.engine.Alert;
import io.falconer.event.Origin;
import io.falconer.report.RuleTable.Wording;
import io.falconer.suite.Failure;
import io.falconer.suite.Observation;
import io.falconer.suite.PolicyProof;
import io.falconer.suite.Results;
import io.falconer.suite.RuleDecision.Counterexample;
import io.falconer.suite.RuleProof;
import io.falconer.suite.RuleProof.Verdict;
import io.falconer.suite.Silence;
import io.falconer.suite.Status;
import io.falconer.suite.SuiteResult;
import io.falconer.suite.TestResult;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Severity;
import io.falconer.text.Snippet;
import io.falconer.text.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Results as a list of sections, cases and problems. The reports for other programs are made from it. */
final class Sections {
    private final FailureText text = new FailureText(Style.PLAIN);

    /**
     * The policies, the suites, the rules without a test if coverage is required, and the versions in which rules do not load.
     */
    static List<Section> of(Results results) {
        Sections sections = new Sections();
        List<Section> all = new ArrayList<>();
        results.policies().forEach(policy -> all.add(sections.policy(policy)));
        results.suites().forEach(suite -> all.add(sections.suite(suite)));
        results.coverage().map(CoverageSections::of).ifPresent(all::addAll);
        String path = all.isEmpty() ? "" : all.getFirst().path();
        results.unloadable().forEach((version, errors) -> all.add(version(version, errors, path)));
        return distinct(all);
    }

    /** Readers of reports treat suites with the same name as one suite. */
    private static List<Section> distinct(List<Section> sections) {
        Map<List<String>, Long> counts =
                sections.stream().collect(Collectors.groupingBy(Sections::identity, Collectors.counting()));
        return sections.stream()
                .map(s -> counts.getOrDefault(identity(s), 1L) > 1 ? s.withPath() : s)
                .toList();
    }

    private static List<String> identity(Section section) {
        return List.of(section.kind().word(), section.name());
    }

    private Section policy(PolicyProof policy) {
        return new Section(
                Section.Kind.POLICY,
                policy.policy(),
                policy.path(),
                policy.rules().stream().map(r -> rule(r, policy.path())).toList());
    }

    /** @param path where problems are that have no place */
    private static Section version(String version, List<Diagnostic> errors, String path) {
        List<ReportedProblem> problems = errors.stream()
                .filter(error -> error.severity() == Severity.ERROR)
                .map(error -> error(error, error.location(), "", path))
                .toList();
        return new Section(
                Section.Kind.VERSION,
                "Falco " + version,
                problems.getFirst().path(),
                List.of(new ReportedCase(
                        "all rules load",
                        Status.ERROR,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        problems)));
    }

    private ReportedCase rule(RuleProof proof, String path) {
        List<ReportedProblem> problems = new ArrayList<>();
        for (Observation observation : proof.observations()) {
            if (observation.place().isEmpty()) {
                String subject = "  counter-fixture: " + observation.subject() + "\n";
                observation
                        .failures()
                        .forEach(f -> problems.add(problem(f, Severity.ERROR, observation.subject(), subject, path)));
            } else if (!observation.holds()) {
                String test = "  " + observation.subject() + " at "
                        + observation.place().get() + "\n";
                problems.add(
                        about(proof, ProblemKind.FAILED_TEST, observation.subject(), test, path, observation.place()));
            }
        }
        for (Counterexample counterexample : FailureText.refuting(proof)) {
            String event = "  " + counterexample.words() + ":\n  " + counterexample.event() + "\n";
            problems.add(about(proof, ProblemKind.REFUTED, "", event, path, Optional.empty()));
        }
        if (proof.verdict() == Verdict.UNRELIABLE) {
            proof.unreliable().forEach(field -> problems.add(unreliable(field, proof.rule(), path)));
        }
        if (proof.verdict() == Verdict.UNTESTED) {
            String missing = "  " + FailureText.missing(proof) + "\n";
            problems.add(about(proof, ProblemKind.NOT_TESTED, "", missing, path, Optional.empty()));
        }
        Status status = proof.verdict() == Verdict.UNRELIABLE
                ? Status.UNRELIABLE
                : proof.verdict().isGood() ? Status.PASSED : Status.FAILED;
        return new ReportedCase(
                proof.rule(), status, Optional.of(verdict(proof)), Optional.empty(), Optional.empty(), problems);
    }

    /** The verdict with what limits it: why it is undecided, the event that shows what is announced. */
    private static String verdict(RuleProof proof) {
        StringBuilder text = new StringBuilder(Wording.PROOF.of(proof.verdict()));
        proof.reasons().forEach(reason -> text.append("\n  because ").append(reason));
        proof.counterexamples().stream().filter(Counterexample::announced).forEach(shown -> text.append("\n  ")
                .append(shown.words())
                .append(":\n  ")
                .append(shown.event()));
        return text.append('\n').toString();
    }

    private Section suite(SuiteResult suite) {
        String path = suite.suite().location().source().name();
        return new Section(
                Section.Kind.SUITE,
                suite.suite().name(),
                path,
                suite.tests().stream().map(t -> test(t, path)).toList());
    }

    private ReportedCase test(TestResult result, String path) {
        String name = result.test().name();
        List<ReportedProblem> problems = new ArrayList<>();
        result.errors()
                .forEach(e -> problems.add(
                        error(e, e.location().or(() -> Optional.of(result.test().location())), name, path)));
        result.failures().forEach(f -> problems.add(problem(f, Severity.ERROR, name, "", path)));
        result.warnings().forEach(f -> problems.add(problem(f, Severity.WARNING, name, "", path)));
        if (result.status() == Status.UNRELIABLE) {
            result.unreliable().forEach(field -> problems.add(unreliable(field, name)));
        }
        return new ReportedCase(
                name,
                result.status(),
                Optional.empty(),
                Optional.of(result.test().location()),
                result.test().skip(),
                problems);
    }

    private static ReportedProblem error(Diagnostic error, Optional<Location> place, String name, String path) {
        return new ReportedProblem(
                error.code(),
                Severity.ERROR,
                name,
                Optional.empty(),
                error.message(),
                snippet(error),
                error.location().map(l -> l.source().name()).orElse(path),
                place,
                List.of());
    }

    /** The place, the source line and the hint; the headline contains the rest. */
    private static String snippet(Diagnostic error) {
        String shown = Snippet.of(error, Style.PLAIN);
        String place = error.location().map(l -> "at " + l + "\n").orElse("");
        return (place + shown.substring(shown.indexOf('\n') + 1)).indent(2);
    }

    /** A field that a rule of a policy reads wrongly. It is reported at the policy, because no file contains the rule. */
    private static ReportedProblem unreliable(Diagnostic field, String rule, String policy) {
        return unreliable(field, Optional.of(rule), "", policy, Optional.empty());
    }

    /** A field that a rule under test reads wrongly, where the rule reads it. */
    private static ReportedProblem unreliable(Diagnostic field, String test) {
        Location place = field.location().orElseThrow();
        return unreliable(field, Optional.empty(), test, place.source().name(), Optional.of(place));
    }

    private static ReportedProblem unreliable(
            Diagnostic field, Optional<String> rule, String test, String path, Optional<Location> place) {
        return new ReportedProblem(
                ProblemKind.UNRELIABLE_FIELD.id(),
                Severity.ERROR,
                test,
                rule,
                field.message(),
                snippet(field),
                path,
                place,
                List.of());
    }

    private static ReportedProblem about(
            RuleProof proof, ProblemKind kind, String subject, String details, String path, Optional<Location> place) {
        return new ReportedProblem(
                kind.id(),
                Severity.ERROR,
                subject,
                Optional.of(proof.rule()),
                proof.rule() + " " + kind.words(),
                details,
                place.map(p -> p.source().name()).orElse(path),
                place,
                List.of());
    }

    private ReportedProblem problem(Failure failure, Severity severity, String subject, String before, String path) {
        ProblemKind kind = ProblemKind.of(failure);
        return new ReportedProblem(
                kind.id(),
                severity,
                subject,
                Optional.of(failure.rule()),
                failure.rule() + " " + kind.words(),
                before + text.details(failure).indent(-2),
                failure.place().map(p -> p.source().name()).orElse(path),
                failure.place(),
                failure.place().isPresent()
                        ? events(failure)
                        : List.of()); // no file contains the events of counter-fixtures
    }

    private static List<Origin> events(Failure failure) {
        Stream<Origin> events =
                switch (failure) {
                    case Failure.StayedSilent f ->
                        f.silences().stream().map(Silence::event).flatMap(Optional::stream);
                    case Failure.FiredOtherwise f -> Stream.of(origin(f.closest()));
                    case Failure.FiredTimes f -> f.alerts().stream().map(Sections::origin);
                    case Failure.FiredUnasked f -> f.alerts().stream().map(Sections::origin);
                };
        return events.distinct().toList();
    }

    private static Origin origin(Alert alert) {
        return alert.event().origin();
    }
}
