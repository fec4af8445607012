package io.falconer.template;

/** What a template's rules speak about. */
public enum Judged {
    /** Pods, and pod templates where the policy targets workloads; {@code $pod} is the path of the pod's spec. */
    PODS,
    /** Events as they are. */
    EVENTS
}
