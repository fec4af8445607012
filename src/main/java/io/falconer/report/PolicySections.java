package io.falconer.report;

import io.falconer.report.RuleTable.Wording;
import io.falconer.suite.Observation;
import io.falconer.suite.PolicyProof;
import io.falconer.suite.RuleDecision.Counterexample;
import io.falconer.suite.RuleProof;
import io.falconer.suite.RuleProof.Verdict;
import io.falconer.suite.Status;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proofs of policies as sections of reports: a case for each rule. */
final class PolicySections {
    private final ReportedProblems reported = new ReportedProblems();

    Section of(PolicyProof policy) {
        return new Section(
                Section.Kind.POLICY,
                policy.policy(),
                policy.path(),
                policy.rules().stream().map(r -> rule(r, policy.path())).toList());
    }

    private ReportedCase rule(RuleProof proof, String path) {
        List<ReportedProblem> problems = new ArrayList<>();
        for (Observation observation : proof.observations()) {
            if (observation.place().isEmpty()) {
                String subject = "  counter-fixture: " + observation.subject() + "\n";
                observation
                        .failures()
                        .forEach(f ->
                                problems.add(reported.of(f, Severity.ERROR, observation.subject(), subject, path)));
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
                .append(shown.explained())
                .append(":\n  ")
                .append(shown.event()));
        return text.append('\n').toString();
    }

    /** A field that a rule of a policy reads wrongly. It is reported at the policy, because no file contains the rule. */
    private static ReportedProblem unreliable(Diagnostic field, String rule, String policy) {
        return ReportedProblems.unreliable(field, Optional.of(rule), "", policy, Optional.empty());
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
}
