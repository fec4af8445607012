package io.falconer.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of controls that Falconer itself reads and proves, whatever templates there are for them. */
public enum BuiltInKind {
    RESOURCE_LIMITS(ResourceLimits.KIND),
    ALLOWED_IMAGES(AllowedImages.KIND),
    LISTENING_SOCKETS(ListeningSockets.KIND);

    private final String id;

    BuiltInKind(String id) {
        this.id = id;
    }

    /** As policies spell it. */
    public String id() {
        return id;
    }

    /** The kind that policies spell so; empty where a template must bring it. */
    public static Optional<BuiltInKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    /** All of them, as policies spell them. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(BuiltInKind::id).toList();
    }
}
