package io.falconer.policy;

import io.falconer.ruleset.Priority;
import io.falconer.text.SourceFile;
import java.util.List;
import java.util.Set;

/**
 * A detection policy.
 *
 * @param source the file it stands in
 * @param name a DNS label that begins with a letter; prefixes the names of rules and macros
 * @param match which namespaces it judges
 * @param priority of the rules whose control names none
 * @param tags of all rules
 * @param view which form of an object is judged
 * @param targets which kinds of objects the controls over pods judge, at least one
 * @param maxContainers how many containers of each family of a pod are judged; a pod with more fires a rule of its own
 */
public record Policy(
        SourceFile source,
        String name,
        NamespaceMatch match,
        Priority priority,
        List<String> tags,
        View view,
        Set<Target> targets,
        int maxContainers,
        List<Control> controls,
        List<Team> teams,
        List<PolicyException> exceptions) {
    /** The bound of {@code maxContainers} where the policy names none. */
    public static final int DEFAULT_MAX_CONTAINERS = 16;
    /** The highest bound that {@code maxContainers} takes. */
    public static final int MOST_CONTAINERS = 128;

    public Policy {
        tags = List.copyOf(tags);
        targets = Set.copyOf(targets);
        controls = List.copyOf(controls);
        teams = List.copyOf(teams);
        exceptions = List.copyOf(exceptions);
    }
}
