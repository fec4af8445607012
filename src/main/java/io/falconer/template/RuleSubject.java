package io.falconer.template;

import io.falconer.field.EventSource;
import io.falconer.policy.ExceptionKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a rule judges. */
public enum RuleSubject {
    /** Pods, and pod templates if the policy targets workloads. {@code $pod} is the path of the pod's spec. */
    PODS,
    /** Accepted requests for other objects; {@code $object} is the path of the object. */
    OBJECTS,
    /** Requests of service accounts, accepted or not. The policy applies to the namespaces of the accounts. */
    ACCOUNTS,
    /** Events, without conditions on the request. */
    EVENTS;

    static Map<String, RuleSubject> byId() {
        Map<String, RuleSubject> all = new LinkedHashMap<>();
        for (RuleSubject each : values()) {
            all.put(each.id(), each);
        }
        return all;
    }

    /** Returns the word that templates use. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The keys that an exception from such a rule may have. */
    List<ExceptionKey> exceptionKeys(EventSource source) {
        return switch (this) {
            case PODS -> ExceptionKey.OF_PODS;
            case OBJECTS -> ExceptionKey.OF_OBJECTS;
            case ACCOUNTS -> ExceptionKey.OF_ACCOUNTS;
            case EVENTS -> source == EventSource.SYSCALL ? ExceptionKey.OF_PROCESSES : ExceptionKey.OF_OBJECTS;
        };
    }
}
