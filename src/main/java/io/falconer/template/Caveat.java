package io.falconer.template;

import io.falconer.policy.Argument;
import io.falconer.policy.Policy;
import io.falconer.policy.Target;
import io.falconer.policy.View;
import io.falconer.text.Span;
import io.falconer.yaml.Located;
import java.util.Map;
import java.util.Optional;

/**
 * A note about how exactly a rule expresses its check.
 *
 * @param what the thing that no rule can express, if {@code exactness} says so
 * @param exactness how exact the rule is because of it
 * @param view the view that it applies to; empty: both
 * @param target what the policy must check so that it applies; empty: anything
 * @param when what a policy must request, or must not request, so that it applies; empty: it always applies
 * @param reason the note, as a sentence
 * @param narrows what brings the rule closer to the policy
 */
public record Caveat(
        String what,
        Exactness exactness,
        Optional<View> view,
        Optional<Target> target,
        Optional<When> when,
        String reason,
        Optional<String> narrows) {
    /**
     * Whether a policy requests something.
     *
     * @param name a parameter or a profile
     * @param asked whether the policy must request it, or must not
     * @param place the place in the template
     */
    public record When(String name, boolean asked, Span place) {
        static When of(Located<String> text) {
            return text.value().startsWith("not ")
                    ? new When(text.value().substring(4), false, text.span())
                    : new When(text.value(), true, text.span());
        }
    }

    /** Whether it applies to the view and the targets of a policy. */
    public boolean concerns(Policy policy) {
        return view.map(policy.view()::equals).orElse(true)
                && target.map(policy.targets()::contains).orElse(true);
    }

    /** Whether it applies to the policy's values. */
    boolean holds(Map<String, Argument> arguments) {
        return when.map(each -> each.asked()
                        == Optional.ofNullable(arguments.get(each.name()))
                                .map(Argument::asks)
                                .orElse(false))
                .orElse(true);
    }
}
