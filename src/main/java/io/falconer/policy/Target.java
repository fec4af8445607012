package io.falconer.policy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The kinds of objects that the controls for pods check. */
public enum Target {
    /** Pods. */
    PODS,
    /** The pod templates of Deployment, StatefulSet, DaemonSet, ReplicaSet, Job and CronJob. */
    WORKLOADS;

    /** The targets by their names in policies. */
    public static Map<String, Target> byId() {
        Map<String, Target> targets = new LinkedHashMap<>();
        for (Target target : values()) {
            targets.put(target.id(), target);
        }
        return targets;
    }

    /** The name in policies. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
