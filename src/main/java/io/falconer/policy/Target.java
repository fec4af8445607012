package io.falconer.policy;

import java.util.Locale;

/** What kinds of objects the controls over pods judge. */
public enum Target {
    /** Pods. */
    PODS,
    /** The pod templates of Deployment, StatefulSet, DaemonSet, ReplicaSet, Job and CronJob. */
    WORKLOADS;

    /** As policies spell it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
