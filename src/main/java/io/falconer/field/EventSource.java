package io.falconer.field;

import java.util.Optional;

/** The event sources whose rules Falconer evaluates. */
public enum EventSource {
    SYSCALL("syscall"),
    K8S_AUDIT("k8s_audit");

    private final String id;

    EventSource(String id) {
        this.id = id;
    }

    /** The name that rules use in {@code source}. */
    public String id() {
        return id;
    }

    /** The source with the name {@code id} in rules. */
    public static Optional<EventSource> of(String id) {
        for (EventSource source : values()) {
            if (source.id.equals(id)) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }
}
