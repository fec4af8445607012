package io.falconer.template;

import io.falconer.field.EventSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A rule of a template with its holes filled, but for the pod's place.
 *
 * @param control the control's kind
 * @param check the check's name as exceptions spell it: {@code memoryLimit}
 * @param seen what the rule has seen; the policy's name goes before it
 * @param families whose containers the rule looks at; empty if it looks at none
 * @param condition the condition for pods at a place, or for events as they are
 */
public record BoundRule(
        String control,
        String check,
        String seen,
        String desc,
        String output,
        List<String> tags,
        EventSource source,
        Judged judged,
        Set<Family> families,
        Function<Optional<PodPlace>, Term> condition) {
    public BoundRule {
        tags = List.copyOf(tags);
        families = Set.copyOf(families);
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
