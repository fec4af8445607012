package io.falconer.suite;

import io.falconer.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one rule.
 *
 * @param unreliable the fields that this Falco may read wrongly for the rule
 * @param decision what was decided for all events; empty if nothing says what the rule means
 */
public record RuleProof(
        String rule, List<Observation> observations, List<Diagnostic> unreliable, Optional<RuleDecision> decision) {
    public RuleProof {
        observations = List.copyOf(observations);
        unreliable = List.copyOf(unreliable);
    }

    /** A rule that this Falco reads right, and of which there are only observations. */
    public RuleProof(String rule, List<Observation> observations) {
        this(rule, observations, List.of(), Optional.empty());
    }

    /** The same with what was decided for all events. */
    RuleProof with(Optional<RuleDecision> decided) {
        return new RuleProof(rule, observations, unreliable, decided);
    }

    /** The verdict on a rule. Those that are good rest on observations of both kinds that hold. */
    public enum Verdict {
        /** An observation differs from the expectation. */
        FAILED,
        /** No observation differs, but this Falco may read wrong values for the rule. */
        UNRELIABLE,
        /** An event shows that the rule does not fire on exactly what its policy forbids. */
        REFUTED,
        /** Falconer neither proves nor refutes that the rule fires on exactly what its policy forbids. */
        UNDECIDED,
        /**
         * An event shows that the rule differs from its policy in a direction that the capability table names. Other differences
         * in this direction are not excluded.
         */
        ANNOUNCED,
        /** For all events of accepted requests, the rule fires on exactly what its policy forbids. */
        PROVED,
        /** Observations hold, and nothing says what the rule means for other events. */
        TESTED,
        /** No observation differs, but no event had to fire the rule, or none had to leave it silent. */
        UNTESTED;

        /** Whether no result contradicts the rule and some result supports it. */
        public boolean isGood() {
            return switch (this) {
                case UNDECIDED, ANNOUNCED, PROVED, TESTED -> true;
                case FAILED, UNRELIABLE, REFUTED, UNTESTED -> false;
            };
        }
    }

    /** The verdict. */
    public Verdict verdict() {
        if (!observations.stream().allMatch(Observation::holds)) {
            return Verdict.FAILED;
        }
        if (!unreliable.isEmpty()) {
            return Verdict.UNRELIABLE;
        }
        if (counterexamples().stream().anyMatch(counterexample -> !counterexample.announced())) {
            return Verdict.REFUTED;
        }
        if (expected(true).isEmpty() || expected(false).isEmpty()) {
            return Verdict.UNTESTED;
        }
        return decision.map(RuleProof::verdict).orElse(Verdict.TESTED);
    }

    private static Verdict verdict(RuleDecision decision) {
        if (!decision.reasons().isEmpty()) {
            return Verdict.UNDECIDED;
        }
        return decision.counterexamples().isEmpty() ? Verdict.PROVED : Verdict.ANNOUNCED;
    }

    /** The events that show how the rule differs from its policy. */
    public List<RuleDecision.Counterexample> counterexamples() {
        return decision.map(RuleDecision::counterexamples).orElse(List.of());
    }

    /** Why it is undecided whether the rule does what its policy says; empty if it is decided, or if the question was not asked. */
    public List<String> reasons() {
        return decision.map(RuleDecision::reasons).orElse(List.of());
    }

    /** The observations in which the rule had to fire ({@code true}) or to stay silent. */
    public List<Observation> expected(boolean toFire) {
        return observations.stream().filter(o -> o.mustFire() == toFire).toList();
    }

    /** This proof with other observations before its own. */
    RuleProof after(List<Observation> others) {
        List<Observation> all = new ArrayList<>(others);
        all.addAll(observations);
        return new RuleProof(rule, all, unreliable, decision);
    }
}
