package io.falconer.policy;

import io.falconer.ruleset.Priority;
import io.falconer.text.Location;
import java.util.List;
import java.util.Optional;

/**
 * What every control may say about itself.
 *
 * @param match narrows the policy's namespaces
 * @param priority of its rules, where it differs from the policy's
 * @param tags added to the policy's
 * @param place where the control stands
 */
public record Scope(NamespaceMatch match, Optional<Priority> priority, List<String> tags, Location place) {
    public Scope {
        tags = List.copyOf(tags);
    }
}
