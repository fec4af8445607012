package io.falconer.model;

import io.falconer.language.Automaton;
import io.falconer.language.Texts;
import io.falconer.language.TooLarge;
import java.util.List;
import java.util.Set;

/** What the value of a leaf can be in an event of an accepted request. */
enum LeafType {
    /** The digits of an HTTP status (RFC 9110, section 15). */
    STATUS,
    /** audit.k8s.io/v1 leaves out an empty subresource and an empty group. */
    NOT_EMPTY,
    /** The API server accepts names of namespaces that are labels of RFC 1123. The limit of 63 is not considered. */
    NAMESPACE,
    /** No runtime starts a container whose image is not a reference. */
    IMAGE,
    /** The type of resources.limits and resources.requests. */
    QUANTITY,
    /** A boolean of a container's securityContext, or null, which Kubernetes reads as not set. */
    FLAG,
    /** A text, or something of which nothing is known. */
    TEXT;

    private static final Set<String> FLAGS = Set.of("privileged", "readOnlyRootFilesystem");
    private static final String DIGEST = "@sha256:" + "0123456789abcdef".repeat(4);

    static LeafType of(Leaf leaf) {
        return switch (leaf.pointer()) {
            case "/responseStatus/code" -> STATUS;
            case "/objectRef/subresource", "/objectRef/apiGroup" -> NOT_EMPTY;
            case "/objectRef/namespace" -> NAMESPACE;
            default -> inside(leaf);
        };
    }

    private static LeafType inside(Leaf leaf) {
        String parent = leaf.parent().map(Leaf::last).orElse("");
        String above = leaf.parent().flatMap(Leaf::parent).map(Leaf::last).orElse("");
        boolean list =
                above.equals("containers") || above.equals("initContainers") || above.equals("ephemeralContainers");
        if (list && leaf.last().equals("image")) {
            return IMAGE;
        }
        if (parent.equals("securityContext") && FLAGS.contains(leaf.last())) {
            return FLAG;
        }
        return above.equals("resources") && (parent.equals("limits") || parent.equals("requests")) ? QUANTITY : TEXT;
    }

    /** Whether a text is JSON itself, and not the content of a string. */
    boolean isLiteral(String text) {
        return switch (this) {
            case STATUS, FLAG -> true;
            case QUANTITY -> text.equals("null");
            case NOT_EMPTY, NAMESPACE, IMAGE, TEXT -> false;
        };
    }

    /** The texts of all values. */
    Automaton domain() throws TooLarge {
        return switch (this) {
            case STATUS -> Patterns.language("[1-5][0-9][0-9]");
            case NOT_EMPTY -> Patterns.language("(.|\n)+");
            case NAMESPACE -> Patterns.language("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
            case IMAGE -> ImageReferences.all();
            case QUANTITY -> Quantities.all();
            case FLAG -> Texts.of(List.of("true", "false", "null"));
            case TEXT -> Automaton.all();
        };
    }

    /** Values that people expect, the best ones first. */
    List<String> samples() {
        return switch (this) {
            case STATUS -> List.of("201", "200", "403");
            case NOT_EMPTY -> List.of("status", "exec", "apps", "batch");
            case NAMESPACE -> List.of("payments", "default", "staging", "kube-system");
            case IMAGE ->
                List.of(
                        "nginx:1.27",
                        "nginx",
                        "redis:7",
                        "docker.io/library/nginx:1.27",
                        "quay.io/acme/app:1.0",
                        "registry.example.com/app:1.0",
                        "nginx" + DIGEST,
                        "nginx:1.27" + DIGEST);
            case QUANTITY -> List.of("500m", "1", "0");
            case FLAG -> List.of("true", "false");
            case TEXT -> List.of("jane@example.com", "app", "app-1");
        };
    }
}
