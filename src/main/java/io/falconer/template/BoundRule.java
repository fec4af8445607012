package io.falconer.template;

import io.falconer.field.EventSource;
import io.falconer.policy.PolicyException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A rule of a template with its holes filled, except for the pod's place.
 *
 * @param control the control's kind
 * @param check the check's name as exceptions spell it: {@code memoryLimit}
 * @param seen what the rule has seen; the policy's name goes before it
 * @param families the families whose containers the rule checks; empty if it checks no containers
 * @param examples what must fire it and what must not, as the template says, in a namespace
 * @param caveats how exactly it expresses the check
 * @param condition the condition for an object at a place
 */
public record BoundRule(
        String control,
        String check,
        String seen,
        String desc,
        String output,
        List<String> tags,
        EventSource source,
        RuleSubject judged,
        Set<ContainerFamily> families,
        Function<String, Examples> examples,
        List<Caveat> caveats,
        Function<ObjectPlace, Term> condition) {
    public BoundRule {
        tags = List.copyOf(tags);
        families = Set.copyOf(families);
    }

    /** Whether an exception applies to this rule, and its events contain what the exception names. */
    public boolean isExceptedBy(PolicyException exception) {
        return exception.covers(control, check)
                && judged.exceptionKeys(source).containsAll(exception.match().keys());
    }

    /** Whether the pod's own settings can fire it, whatever its containers contain. */
    public boolean looksAtPods() {
        return judged == RuleSubject.PODS && conditionFor(List.of()) != Term.Constant.FALSE;
    }

    /** Whether what its containers contain decides if it fires. */
    public boolean looksAtContainers() {
        return judged == RuleSubject.PODS
                && !conditionFor(List.copyOf(families)).equals(conditionFor(List.of()));
    }

    private Term conditionFor(List<ContainerFamily> some) {
        return condition.apply(ObjectPlace.of("/requestObject", new PodPlace("/requestObject/spec", some, 1)));
    }

    /** The same rule for other containers. */
    public BoundRule withFamilies(Set<ContainerFamily> others) {
        return new BoundRule(
                control, check, seen, desc, output, tags, source, judged, others, examples, caveats, condition);
    }

    /** The check as tags spell it: {@code memory_limit}. */
    public String snakeCheck() {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < check.length(); i++) {
            char c = check.charAt(i);
            if (Character.isUpperCase(c)) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(c));
        }
        return snake.toString();
    }
}
