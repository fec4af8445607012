package io.falconer.model;

import java.util.Map;
import java.util.Set;

/** Which type the value at a place of an audit event has, by the types of the audit log's and the API's objects. */
final class LeafPlaces {
    private static final Set<String> CONTAINERS = Set.of("containers", "initContainers", "ephemeralContainers");
    /** Places by their last two steps; an element of a list of containers is {@code *}. */
    private static final Map<String, LeafType> PLACES = Map.ofEntries(
            Map.entry("*/image", LeafType.IMAGE),
            Map.entry("*/ports", LeafType.PORTS),
            Map.entry("*/livenessProbe", LeafType.PROBE),
            Map.entry("*/readinessProbe", LeafType.PROBE),
            Map.entry("*/startupProbe", LeafType.PROBE),
            Map.entry("*/lifecycle", LeafType.LIFECYCLE),
            Map.entry("securityContext/privileged", LeafType.FLAG),
            Map.entry("securityContext/readOnlyRootFilesystem", LeafType.FLAG),
            Map.entry("securityContext/allowPrivilegeEscalation", LeafType.FLAG),
            Map.entry("securityContext/runAsNonRoot", LeafType.FLAG),
            Map.entry("securityContext/runAsUser", LeafType.ID),
            Map.entry("securityContext/procMount", LeafType.PROC_MOUNT),
            Map.entry("securityContext/sysctls", LeafType.SYSCTLS),
            Map.entry("windowsOptions/hostProcess", LeafType.FLAG),
            Map.entry("seccompProfile/type", LeafType.PROFILE),
            Map.entry("appArmorProfile/type", LeafType.PROFILE),
            Map.entry("seLinuxOptions/type", LeafType.SELINUX),
            Map.entry("seLinuxOptions/user", LeafType.SELINUX),
            Map.entry("seLinuxOptions/role", LeafType.SELINUX),
            Map.entry("capabilities/add", LeafType.TEXTS),
            Map.entry("capabilities/drop", LeafType.TEXTS),
            Map.entry("spec/hostNetwork", LeafType.FLAG),
            Map.entry("spec/hostPID", LeafType.FLAG),
            Map.entry("spec/hostIPC", LeafType.FLAG),
            Map.entry("spec/hostUsers", LeafType.FLAG),
            Map.entry("spec/automountServiceAccountToken", LeafType.FLAG),
            Map.entry("spec/serviceAccountName", LeafType.ACCOUNT),
            Map.entry("spec/serviceAccount", LeafType.ACCOUNT),
            Map.entry("spec/volumes", LeafType.VOLUMES),
            Map.entry("metadata/annotations", LeafType.ANNOTATIONS));

    private LeafPlaces() {}

    /** The type of a leaf; {@link LeafType#TEXT} where nothing is known. */
    static LeafType type(Leaf leaf) {
        return switch (leaf.pointer()) {
            case "/responseStatus/code" -> LeafType.STATUS;
            case "/objectRef/subresource", "/objectRef/apiGroup" -> LeafType.NOT_EMPTY;
            case "/objectRef/namespace" -> LeafType.NAMESPACE;
            case "/user/username" -> LeafType.USER;
            case "/requestObject/handler", "/responseObject/handler" -> LeafType.HANDLER;
            case "/requestObject/spec", "/responseObject/spec" -> LeafType.OBJECT;
            case "/requestObject/subjects", "/responseObject/subjects" -> LeafType.SUBJECTS;
            case "/requestObject/rules", "/responseObject/rules" -> LeafType.RULES;
            default -> inside(leaf);
        };
    }

    private static LeafType inside(Leaf leaf) {
        String parent = leaf.parent().map(Leaf::last).orElse("");
        String above = leaf.parent().flatMap(Leaf::parent).map(Leaf::last).orElse("");
        LeafType known = PLACES.get((CONTAINERS.contains(above) ? "*" : parent) + "/" + leaf.last());
        if (known != null) {
            return known;
        }
        return above.equals("resources") && (parent.equals("limits") || parent.equals("requests"))
                ? LeafType.QUANTITY
                : LeafType.TEXT;
    }
}
