package io.falconer.policy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What kinds of objects the controls over pods judge. */
public enum Target {
    /** Pods. */
    PODS,
    /** The pod templates of Deployment, StatefulSet, DaemonSet, ReplicaSet, Job and CronJob. */
    WORKLOADS;

    /** The targets by what policies call them. */
    public static Map<String, Target> byId() {
        Map<String, Target> targets = new LinkedHashMap<>();
        for (Target target : values()) {
            targets.put(target.id(), target);
        }
        return targets;
    }

    /** As policies spell it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
