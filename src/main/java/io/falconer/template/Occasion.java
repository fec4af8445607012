package io.falconer.template;

import io.falconer.policy.Policy;
import io.falconer.policy.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A kind of request with which a pod, or the template of one, comes into being. */
public enum Occasion {
    /** A pod is created. */
    POD("/spec"),
    /** Ephemeral containers are added to a pod. */
    EPHEMERAL("/spec"),
    /** A workload with a pod template is created. */
    WORKLOAD("/spec/template/spec"),
    /** A CronJob is created. */
    CRON_JOB("/spec/jobTemplate/spec/template/spec");

    private final String path;

    Occasion(String path) {
        this.path = path;
    }

    /** The JSON pointer of the pod's spec. */
    public String podPath(Policy policy) {
        return policy.view().path() + path;
    }

    /** The occasions that a policy judges. */
    public static List<Occasion> of(Policy policy) {
        List<Occasion> occasions = new ArrayList<>();
        if (policy.targets().contains(Target.PODS)) {
            occasions.add(POD);
            occasions.add(EPHEMERAL);
        }
        if (policy.targets().contains(Target.WORKLOADS)) {
            occasions.add(WORKLOAD);
            occasions.add(CRON_JOB);
        }
        return occasions;
    }

    /** Where the pod stands, with those of {@code families} that this occasion brings. */
    public PodPlace place(Policy policy, Set<Family> families) {
        List<Family> brought = this == EPHEMERAL
                ? List.of(Family.EPHEMERAL_CONTAINERS)
                : List.of(Family.CONTAINERS, Family.INIT_CONTAINERS);
        return new PodPlace(
                podPath(policy), brought.stream().filter(families::contains).toList(), policy.maxContainers());
    }
}
