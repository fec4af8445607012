package io.falconer.policy;

import java.util.ArrayList;
import java.util.List;

/** Every container has these limits and requests, none is zero, and none is above its maximum. */
public record ResourceLimits(Scope scope, List<RequiredResource> limits, List<RequiredResource> requests)
        implements Control {
    /** The name in policies. */
    public static final String KIND = "ResourceLimits";
    /** The resources that may be limited and requested. */
    public static final List<String> RESOURCES = List.of("cpu", "memory", "ephemeral-storage");

    public ResourceLimits {
        limits = List.copyOf(limits);
        requests = List.copyOf(requests);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> checks() {
        List<String> checks = new ArrayList<>();
        limits.forEach(ask -> checks.add(check(ask, "Limit")));
        requests.forEach(ask -> checks.add(check(ask, "Request")));
        return checks;
    }

    @Override
    public List<ExceptionKey> exceptionKeys(String check) {
        return ExceptionKey.OF_PODS;
    }

    /** The check's name: {@code ephemeralStorageLimit}. */
    private static String check(RequiredResource ask, String what) {
        return (ask.resource().equals("ephemeral-storage") ? "ephemeralStorage" : ask.resource()) + what;
    }
}
