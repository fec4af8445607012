package io.falconer.suite;

import java.util.ArrayList;
import java.util.List;

/** All that was seen of one rule. */
public record RuleProof(String rule, List<Observation> observations) {
    public RuleProof {
        observations = List.copyOf(observations);
    }

    /** What the observations say about a rule. */
    public enum Verdict {
        /** It fired on all that it was to fire on, of which there is some, and was silent on the rest, of which there is some. */
        PROVEN,
        /** Something was otherwise than expected. */
        FAILED,
        /** Nothing was, but either no event was to fire the rule or none was to keep it silent. */
        UNPROVEN
    }

    /** The verdict. */
    public Verdict verdict() {
        if (!observations.stream().allMatch(Observation::holds)) {
            return Verdict.FAILED;
        }
        return expected(true).isEmpty() || expected(false).isEmpty() ? Verdict.UNPROVEN : Verdict.PROVEN;
    }

    /** The observations in which the rule was to fire ({@code true}) or to stay silent. */
    public List<Observation> expected(boolean toFire) {
        return observations.stream().filter(o -> o.mustFire() == toFire).toList();
    }

    /** This proof with other observations before its own. */
    RuleProof after(List<Observation> others) {
        List<Observation> all = new ArrayList<>(others);
        all.addAll(observations);
        return new RuleProof(rule, all);
    }
}
