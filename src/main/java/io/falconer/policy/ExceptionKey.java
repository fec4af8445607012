package io.falconer.policy;

import java.util.List;
import java.util.Locale;

/** A key of an exception's match. */
public enum ExceptionKey {
    IMAGE("image"),
    NAMESPACE("namespace"),
    USER("user"),
    SERVICE_ACCOUNT("serviceAccount"),
    PROCESS("process");

    /** The keys that audit events of pods contain. */
    public static final List<ExceptionKey> OF_PODS = List.of(IMAGE, NAMESPACE, USER, SERVICE_ACCOUNT);
    /** The keys that audit events of other objects contain. */
    public static final List<ExceptionKey> OF_OBJECTS = List.of(NAMESPACE, USER);
    /** The keys that audit events of a service account's requests contain: the account, and its namespace. */
    public static final List<ExceptionKey> OF_ACCOUNTS = List.of(NAMESPACE, USER, SERVICE_ACCOUNT);
    /** The keys that system calls contain. */
    public static final List<ExceptionKey> OF_PROCESSES = List.of(IMAGE, NAMESPACE, USER, PROCESS);

    private final String id;

    ExceptionKey(String id) {
        this.id = id;
    }

    /** The name in policies. */
    public String id() {
        return id;
    }

    /** The form in names of exceptions: {@code service_account}. */
    public String snake() {
        return name().toLowerCase(Locale.ROOT);
    }
}
