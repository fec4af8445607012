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

    /** What audit events of pods tell. */
    public static final List<ExceptionKey> OF_PODS = List.of(IMAGE, NAMESPACE, USER, SERVICE_ACCOUNT);
    /** What audit events of other objects tell. */
    public static final List<ExceptionKey> OF_OBJECTS = List.of(NAMESPACE, USER);
    /** What audit events of a service account's requests tell: the account, and the namespace that it lives in. */
    public static final List<ExceptionKey> OF_ACCOUNTS = List.of(NAMESPACE, USER, SERVICE_ACCOUNT);
    /** What system calls tell. */
    public static final List<ExceptionKey> OF_PROCESSES = List.of(IMAGE, NAMESPACE, USER, PROCESS);

    private final String id;

    ExceptionKey(String id) {
        this.id = id;
    }

    /** As policies spell it. */
    public String id() {
        return id;
    }

    /** As names of exceptions spell it: {@code service_account}. */
    public String snake() {
        return name().toLowerCase(Locale.ROOT);
    }
}
