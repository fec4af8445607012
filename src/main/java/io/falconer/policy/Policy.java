package io.falconer.policy;

import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Version;
import io.falconer.text.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A detection policy.
 *
 * @param source its file
 * @param name a DNS label that starts with a letter; prefixes the names of rules and macros
 * @param match the namespaces that it applies to
 * @param falco the releases of Falco that it is for, the oldest first; empty if it does not name them
 * @param plugins the versions of the plugins that the Falcos have, by name; empty if it does not name them
 * @param priority the priority of rules whose control does not set one
 * @param tags the tags of all rules
 * @param view the form of objects that rules check
 * @param targets the kinds of objects that the controls for pods check, at least one
 * @param maxContainers how many containers of each family of a pod rules check; a pod with more fires a separate rule
 */
public record Policy(
        SourceFile source,
        String name,
        NamespaceMatch match,
        List<Falco> falco,
        Map<String, Version> plugins,
        Priority priority,
        List<String> tags,
        View view,
        Set<Target> targets,
        int maxContainers,
        List<Control> controls,
        List<Team> teams,
        List<PolicyException> exceptions) {
    /** The default of {@code maxContainers}. */
    public static final int DEFAULT_MAX_CONTAINERS = 16;
    /** The maximum of {@code maxContainers}. */
    public static final int MOST_CONTAINERS = 128;

    public Policy {
        falco = List.copyOf(falco);
        plugins = Map.copyOf(plugins);
        tags = List.copyOf(tags);
        targets = Set.copyOf(targets);
        controls = List.copyOf(controls);
        teams = List.copyOf(teams);
        exceptions = List.copyOf(exceptions);
    }
}
