package io.falconer.suite;

import io.falconer.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/**
 * All observations of one rule.
 *
 * @param unreliable the fields that this Falco may read wrongly for the rule
 */
public record RuleProof(String rule, List<Observation> observations, List<Diagnostic> unreliable) {
    public RuleProof {
        observations = List.copyOf(observations);
        unreliable = List.copyOf(unreliable);
    }

    /** Observations of a rule that this Falco reads right. */
    public RuleProof(String rule, List<Observation> observations) {
        this(rule, observations, List.of());
    }

    /** The verdict on a rule. */
    public enum Verdict {
        /**
         * It fired on everything that it had to fire on and stayed silent on the rest, and there is at least one observation of
         * each.
         */
        PROVEN,
        /** An observation differs from the expectation. */
        FAILED,
        /** No observation differs, but this Falco may read wrong values for the rule. */
        UNRELIABLE,
        /** No observation differs, but no event had to fire the rule, or none had to leave it silent. */
        UNPROVEN
    }

    /** The verdict. */
    public Verdict verdict() {
        if (!observations.stream().allMatch(Observation::holds)) {
            return Verdict.FAILED;
        }
        if (!unreliable.isEmpty()) {
            return Verdict.UNRELIABLE;
        }
        return expected(true).isEmpty() || expected(false).isEmpty() ? Verdict.UNPROVEN : Verdict.PROVEN;
    }

    /** The observations in which the rule had to fire ({@code true}) or to stay silent. */
    public List<Observation> expected(boolean toFire) {
        return observations.stream().filter(o -> o.mustFire() == toFire).toList();
    }

    /** This proof with other observations before its own. */
    RuleProof after(List<Observation> others) {
        List<Observation> all = new ArrayList<>(others);
        all.addAll(observations);
        return new RuleProof(rule, all, unreliable);
    }
}
