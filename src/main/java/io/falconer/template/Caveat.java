package io.falconer.template;

import io.falconer.policy.Argument;
import io.falconer.policy.View;
import io.falconer.text.Span;
import io.falconer.yaml.Located;
import java.util.Map;
import java.util.Optional;

/**
 * Something to know about how exactly a rule says what its check means.
 *
 * @param what the thing that no rule can say, where {@code exactness} is that
 * @param exactness how exact the rule is because of it
 * @param view the view for which it holds; empty: for both
 * @param when what a policy must ask for, or not ask for, so that it holds; empty: it holds for all
 * @param reason what it is, in a sentence
 * @param narrows what brings the rule closer to the policy
 */
public record Caveat(
        String what,
        Exactness exactness,
        Optional<View> view,
        Optional<When> when,
        String reason,
        Optional<String> narrows) {
    /**
     * Whether a policy asks for something.
     *
     * @param name a parameter or a profile
     * @param asked whether it must be asked for, or must not
     * @param place where the template says so
     */
    public record When(String name, boolean asked, Span place) {
        static When of(Located<String> text) {
            return text.value().startsWith("not ")
                    ? new When(text.value().substring(4), false, text.span())
                    : new When(text.value(), true, text.span());
        }
    }

    /** Whether it holds for what a policy says. */
    boolean holds(Map<String, Argument> arguments) {
        return when.map(each -> each.asked()
                        == Optional.ofNullable(arguments.get(each.name()))
                                .map(Argument::asks)
                                .orElse(false))
                .orElse(true);
    }
}
