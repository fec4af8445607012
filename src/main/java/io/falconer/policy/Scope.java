package io.falconer.policy;

import io.falconer.ruleset.Priority;
import io.falconer.text.Location;
import java.util.List;
import java.util.Optional;

/**
 * Keys that every control may have.
 *
 * @param match narrows the policy's namespaces
 * @param priority the priority of its rules, if it differs from the policy's
 * @param tags added to the policy's
 * @param place the control's place
 */
public record Scope(NamespaceMatch match, Optional<Priority> priority, List<String> tags, Location place) {
    public Scope {
        tags = List.copyOf(tags);
    }
}
