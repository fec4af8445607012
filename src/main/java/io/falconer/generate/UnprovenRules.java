package io.falconer.generate;

import io.falconer.plan.GeneratedRule;
import io.falconer.plan.PlannedControl;
import io.falconer.proof.ProofCase;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import java.util.ArrayList;
import java.util.List;

/** Rules that a policy leaves with nothing to fire on, or with nothing to be silent on: nobody could tell whether they work. */
final class UnprovenRules {
    private UnprovenRules() {}

    /** A warning for each of them, unless {@code said} has one of its control already. */
    static List<Diagnostic> warnings(List<PlannedControl> controls, List<ProofCase> proofs, List<Diagnostic> said) {
        List<Diagnostic> warnings = new ArrayList<>();
        for (PlannedControl planned : controls) {
            Location place = planned.control().scope().place();
            boolean known = said.stream()
                    .anyMatch(d -> d.code().equals("judges-nothing")
                            && d.location().filter(place::equals).isPresent());
            if (!known) {
                planned.rules().forEach(rule -> rule(rule, proofs, place, warnings));
            }
        }
        return warnings;
    }

    private static void rule(GeneratedRule rule, List<ProofCase> proofs, Location place, List<Diagnostic> warnings) {
        boolean fires = proofs.stream().anyMatch(proof -> isOf(rule, proof) && proof.fires());
        boolean silent = proofs.stream().anyMatch(proof -> isOf(rule, proof) && !proof.fires());
        if (!fires || !silent) {
            warnings.add(
                    Diagnostic.warning(
                                    "judges-nothing",
                                    "no event was found on which \"" + rule.name() + "\" "
                                            + (fires ? "stays silent" : "could fire"),
                                    place)
                            .withHint(
                                    fires
                                            ? "nothing of what the control allows is allowed anywhere that it judges"
                                            : "exceptions cover all that it judges, or what it names is always or never there"));
        }
    }

    private static boolean isOf(GeneratedRule rule, ProofCase proof) {
        return proof.rule().equals(rule.name());
    }
}
