package io.falconer.plan;

import io.falconer.policy.Policy;
import io.falconer.policy.TemplateControl;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sees to it that no rule is lost: of two with one name Falco keeps the second, and a check may come to nothing. */
public final class RuleNames {
    private RuleNames() {}

    /** What is wrong with the names of a policy's rules. */
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
                                    "duplicate-rule", "another rule is called \"" + rule.name() + "\" too", place)
                            .withHint("Falco would keep one of the two; change a name in the rule templates")));
            Set<String> made = new HashSet<>();
            planned.rules().forEach(rule -> made.add(rule.bound().check()));
            if (planned.control() instanceof TemplateControl template) {
                template.checks().stream()
                        .filter(check -> !made.contains(check))
                        .forEach(check -> problems.add(Diagnostic.warning(
                                        "judges-nothing",
                                        "the check " + check + " of " + policy.name() + " comes to nothing",
                                        place)
                                .withHint("with what the policy gives its rule could never fire")));
            }
        }
        return problems;
    }
}
