package io.falconer.template;

import io.falconer.policy.Policy;
import io.falconer.policy.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A kind of request that creates a pod or a pod template. */
public enum PodRequestKind {
    /** A pod is created. */
    POD("/spec"),
    /** Ephemeral containers are added to a pod. */
    EPHEMERAL("/spec"),
    /** A workload with a pod template is created. */
    WORKLOAD("/spec/template/spec"),
    /** A CronJob is created. */
    CRON_JOB("/spec/jobTemplate/spec/template/spec");

    private final String path;

    PodRequestKind(String path) {
        this.path = path;
    }

    /** The JSON pointer of the pod's spec. */
    public String podPath(Policy policy) {
        return policy.view().path() + path;
    }

    /** The kinds of request after which a policy checks the pod. */
    public static List<PodRequestKind> of(Policy policy) {
        List<PodRequestKind> requestKinds = new ArrayList<>();
        if (policy.targets().contains(Target.PODS)) {
            requestKinds.add(POD);
            requestKinds.add(EPHEMERAL);
        }
        if (policy.targets().contains(Target.WORKLOADS)) {
            requestKinds.add(WORKLOAD);
            requestKinds.add(CRON_JOB);
        }
        return requestKinds;
    }

    /** The place of the pod, with those of {@code families} that this kind of request contains. */
    public PodPlace place(Policy policy, Set<ContainerFamily> families) {
        List<ContainerFamily> brought = this == EPHEMERAL
                ? List.of(ContainerFamily.EPHEMERAL_CONTAINERS)
                : List.of(ContainerFamily.CONTAINERS, ContainerFamily.INIT_CONTAINERS);
        return new PodPlace(
                podPath(policy), brought.stream().filter(families::contains).toList(), policy.maxContainers());
    }
}
