package io.falconer.generate;

import io.falconer.meaning.PolicyMeaning;
import io.falconer.meaning.RuleClaim;
import io.falconer.plan.GeneratedRule;
import io.falconer.plan.PlannedControl;
import io.falconer.policy.Control;
import io.falconer.policy.TemplateControl;
import io.falconer.template.Exactness;
import io.falconer.template.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each rule of a bundle must mean, next to what the capability table says of it. */
final class Claims {
    private Claims() {}

    static List<RuleClaim> of(
            PolicyMeaning meaning,
            List<PlannedControl> controls,
            List<GeneratedRule> overflow,
            List<Capability> capabilities,
            Templates templates) {
        Optional<String> beyond = overflow.stream().map(GeneratedRule::name).findFirst();
        List<RuleClaim> claims = new ArrayList<>();
        for (PlannedControl planned : controls) {
            for (GeneratedRule rule : planned.rules()) {
                Control control = planned.control();
                String check = rule.bound().check();
                claims.add(new RuleClaim(
                        rule.name(),
                        () -> isKnown(control, templates) ? meaning.of(control, check) : Optional.empty(),
                        beyond.filter(name -> !rule.bound().families().isEmpty()),
                        reasons(capabilities, control, check, Exactness.OVER),
                        reasons(capabilities, control, check, Exactness.UNDER)));
            }
        }
        boolean known = templates.isBuiltIn(Templates.OVERFLOW)
                && controls.stream().allMatch(planned -> isKnown(planned.control(), templates));
        beyond.filter(name -> known)
                .ifPresent(name ->
                        claims.add(new RuleClaim(name, meaning::overflow, Optional.empty(), List.of(), List.of())));
        return claims;
    }

    /** A template of a user that replaces one of Falconer's has no meaning that Falconer knows, unless Falconer reads the kind itself. */
    private static boolean isKnown(Control control, Templates templates) {
        return !(control instanceof TemplateControl) || templates.isBuiltIn(control.kind());
    }

    /** Why a rule differs from its policy in one direction, as the capability table says. */
    private static List<String> reasons(
            List<Capability> capabilities, Control control, String check, Exactness exactness) {
        return capabilities.stream()
                .filter(capability -> capability.control().equals(control.kind())
                        && capability.check().equals(check))
                .flatMap(capability -> capability.notes().stream())
                .filter(note -> note.exactness() == exactness)
                .map(Capability.Note::reason)
                .toList();
    }
}
