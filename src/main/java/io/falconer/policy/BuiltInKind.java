package io.falconer.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of controls that Falconer reads and proves itself, whatever templates define them. */
public enum BuiltInKind {
    RESOURCE_LIMITS(ResourceLimits.KIND),
    ALLOWED_IMAGES(AllowedImages.KIND),
    LISTENING_SOCKETS(ListeningSockets.KIND);

    private final String id;

    BuiltInKind(String id) {
        this.id = id;
    }

    /** The name in policies. */
    public String id() {
        return id;
    }

    /** The kind with this name; empty if only a template can define it. */
    public static Optional<BuiltInKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    /** The names of all of them. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(BuiltInKind::id).toList();
    }
}
