package io.falconer.plan;

import io.falconer.condition.Expr;
import io.falconer.policy.PolicyException;
import io.falconer.ruleset.Priority;
import io.falconer.template.BoundRule;
import io.falconer.template.PodRequestKind;
import java.util.List;
import java.util.Set;

/**
 * A rule that is ready to be written.
 *
 * @param requestKinds those whose macros the condition names
 * @param exceptions the exceptions that it declares, with all their values
 * @param excepted the exceptions that its condition expresses
 */
public record GeneratedRule(
        String name,
        BoundRule bound,
        Expr condition,
        Priority priority,
        List<String> tags,
        Set<PodRequestKind> requestKinds,
        List<RuleException> exceptions,
        List<PolicyException> excepted) {
    public GeneratedRule {
        tags = List.copyOf(tags);
        requestKinds = Set.copyOf(requestKinds);
        exceptions = List.copyOf(exceptions);
        excepted = List.copyOf(excepted);
    }
}
