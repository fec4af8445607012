package io.falconer.plan;

import io.falconer.policy.Policy;
import io.falconer.policy.TemplateControl;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that no rule is lost: Falco keeps only the second of two rules with one name, and a check may give no rule at all. */
public final class RuleNames {
    private RuleNames() {}

    /** The errors in the names of a policy's rules. */
    public static List<Diagnostic> problems(
            Policy policy, List<PlannedControl> controls, List<GeneratedRule> overflow) {
        List<Diagnostic> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        overflow.forEach(rule -> names.add(rule.name()));
        for (PlannedControl planned : controls) {
            Location place = planned.control().scope().place();
            planned.rules().stream()
                    .filter(rule -> !names.add(rule.name()))
                    .forEach(rule -> problems.add(Diagnostic.error(
                                    "duplicate-rule", "two rules are named \"" + rule.name() + "\"", place)
                            .withHint("Falco would keep only one of them; change a name in the rule templates")));
            Set<String> made = new HashSet<>();
            planned.rules().forEach(rule -> made.add(rule.bound().check()));
            if (planned.control() instanceof TemplateControl template) {
                template.checks().stream()
                        .filter(check -> !made.contains(check))
                        .forEach(check -> problems.add(Diagnostic.warning(
                                        "judges-nothing",
                                        "the check " + check + " of " + policy.name() + " has no effect",
                                        place)
                                .withHint("with the values of the policy, its rule can never fire")));
            }
        }
        return problems;
    }
}
