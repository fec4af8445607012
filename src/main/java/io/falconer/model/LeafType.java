package io.falconer.model;

import io.falconer.language.Automaton;
import io.falconer.language.Products;
import io.falconer.language.Texts;
import io.falconer.language.TooLarge;
import java.util.List;

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
    /** A boolean, or null, which Kubernetes reads as not set. */
    FLAG,
    /** The ID of a user, or null. */
    ID,
    /** The API server accepts no other types of profiles for seccomp and AppArmor. */
    PROFILE,
    /** The API server accepts no other. */
    PROC_MOUNT,
    /** A text in SELinux options. Falco shows the text null as it shows null, which is what it counts as. */
    SELINUX,
    /** A list of capabilities, which may be any texts. */
    TEXTS,
    /** Ports of a container. */
    PORTS,
    /** Kernel parameters of a pod. */
    SYSCTLS,
    /** Texts with names as keys. */
    ANNOTATIONS,
    /** Volumes of a pod. */
    VOLUMES,
    /** A probe of a container. */
    PROBE,
    /** The hooks of a container. */
    LIFECYCLE,
    /**
     * The account of a pod: its name, or nothing. The text {@code null} is JSON's null here, so that no account has this name.
     */
    ACCOUNT,
    /** Who makes the request. Kubernetes reserves the names of service accounts for them. */
    USER,
    /** The handler of a RuntimeClass, a label of RFC 1123. */
    HANDLER,
    /** The spec of an object. */
    OBJECT,
    /** The JSON text of a binding's subjects. */
    SUBJECTS,
    /** The JSON text of a role's rules. */
    RULES,
    /** A text, or something of which nothing is known. */
    TEXT;

    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";

    private static final String DIGEST = "@sha256:" + "0123456789abcdef".repeat(4);

    /** Whether a text is JSON itself, and not the content of a string. */
    boolean isLiteral(String text) {
        return switch (this) {
            case STATUS,
                    FLAG,
                    ID,
                    TEXTS,
                    PORTS,
                    SYSCTLS,
                    ANNOTATIONS,
                    VOLUMES,
                    PROBE,
                    LIFECYCLE,
                    OBJECT,
                    SUBJECTS,
                    RULES -> true;
            case QUANTITY, PROFILE, PROC_MOUNT, SELINUX, ACCOUNT -> text.equals("null");
            case NOT_EMPTY, NAMESPACE, IMAGE, USER, HANDLER, TEXT -> false;
        };
    }

    /** The texts of all values. */
    Automaton domain() throws TooLarge {
        return switch (this) {
            case STATUS -> Patterns.language("[1-5][0-9][0-9]");
            case NOT_EMPTY -> Patterns.language("(.|\n)+");
            case NAMESPACE, HANDLER -> Patterns.language(LABEL);
            case IMAGE -> ImageReferences.all();
            case QUANTITY -> Quantities.all();
            case FLAG -> Texts.of(List.of("true", "false", "null"));
            case ID -> Patterns.language("0|[1-9][0-9]*|null");
            case PROFILE -> Texts.of(List.of("RuntimeDefault", "Localhost", "Unconfined", "null"));
            case PROC_MOUNT -> Texts.of(List.of("Default", "Unmasked", "null"));
            case TEXTS -> json(JsonTexts.list(JsonTexts.STRING));
            case PORTS -> json(PodTexts.PORTS);
            case SYSCTLS -> json(PodTexts.SYSCTLS);
            case ANNOTATIONS -> json(PodTexts.ANNOTATIONS);
            case VOLUMES -> json(PodTexts.VOLUMES);
            case PROBE -> json(JsonTexts.object(PodTexts.PROBE));
            case LIFECYCLE -> json(JsonTexts.object(PodTexts.LIFECYCLE));
            case TEXT, SELINUX -> Automaton.all();
            case ACCOUNT -> Patterns.language("(" + SUBDOMAIN + ")?");
            case USER ->
                Products.union(
                        Texts.startingWith(List.of("system:serviceaccount:")).complement(),
                        Patterns.language("system:serviceaccount:" + LABEL + ":" + SUBDOMAIN));
            case OBJECT -> Patterns.language("\\{.*\\}|null");
            case SUBJECTS -> RbacLists.subjects();
            case RULES -> RbacLists.rules();
        };
    }

    private static Automaton json(String regex) throws TooLarge {
        return Patterns.language(regex + "|null");
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
            case ID -> List.of("1000", "0");
            case PROFILE -> List.of("RuntimeDefault", "Localhost", "Unconfined");
            case PROC_MOUNT -> List.of("Default", "Unmasked");
            case SELINUX -> List.of("container_t", "spc_t");
            case TEXTS -> List.of("[\"ALL\"]", "[\"NET_BIND_SERVICE\"]", "[\"CHOWN\"]", "[\"SYS_ADMIN\"]", "[]");
            case PORTS -> List.of("[{\"containerPort\":8080}]", "[{\"containerPort\":8080,\"hostPort\":8080}]", "[]");
            case SYSCTLS ->
                List.of(
                        "[{\"name\":\"net.ipv4.tcp_syncookies\",\"value\":\"1\"}]",
                        "[{\"name\":\"kernel.msgmax\",\"value\":\"65536\"}]");
            case ANNOTATIONS -> List.of("{\"note\":\"text\"}");
            case VOLUMES ->
                List.of(
                        "[{\"name\":\"data\",\"emptyDir\":{}}]",
                        "[{\"name\":\"data\",\"hostPath\":{\"path\":\"/\"}}]",
                        "[{\"name\":\"data\",\"nfs\":{\"server\":\"nfs.example.com\",\"path\":\"/\"}}]");
            case PROBE ->
                List.of(
                        "{\"httpGet\":{\"path\":\"/\",\"port\":8080}}",
                        "{\"httpGet\":{\"path\":\"/\",\"port\":8080,\"host\":\"example.com\"}}");
            case LIFECYCLE ->
                List.of("{\"preStop\":{\"httpGet\":{\"path\":\"/\",\"port\":8080,\"host\":\"example.com\"}}}");
            case ACCOUNT -> List.of("app", "default", "");
            case USER ->
                List.of(
                        "jane@example.com",
                        "system:serviceaccount:payments:app",
                        "system:serviceaccount:kube-system:namespace-controller");
            case HANDLER -> List.of("runc", "runsc", "kata");
            case OBJECT -> List.of("{}");
            case SUBJECTS ->
                List.of(
                        "[{\"kind\":\"ServiceAccount\",\"name\":\"app\",\"namespace\":\"payments\"}]",
                        "[{\"kind\":\"ServiceAccount\",\"name\":\"default\",\"namespace\":\"payments\"}]");
            case RULES ->
                List.of(
                        "[{\"verbs\":[\"get\"],\"apiGroups\":[\"\"],\"resources\":[\"pods\"]}]",
                        "[{\"verbs\":[\"*\"],\"apiGroups\":[\"\"],\"resources\":[\"pods\"]}]");
            case TEXT -> List.of("jane@example.com", "app", "app-1");
        };
    }
}
