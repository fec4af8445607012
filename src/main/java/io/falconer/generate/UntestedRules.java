package io.falconer.generate;

import io.falconer.plan.GeneratedRule;
import io.falconer.plan.PlannedControl;
import io.falconer.proof.ProofCase;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules for which a policy leaves no event to fire on, or no event to stay silent on, so that their effect cannot be tested.
 */
final class UntestedRules {
    private UntestedRules() {}

    /** A warning for each of them, unless {@code said} already has one about its control. */
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
                                            ? "the control allows nothing in the namespaces that it applies to"
                                            : "exceptions cover everything that it applies to, or what it names always or never exists"));
        }
    }

    private static boolean isOf(GeneratedRule rule, ProofCase proof) {
        return proof.rule().equals(rule.name());
    }
}
