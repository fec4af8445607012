package io.falconer.generate;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.policy.Policy;
import io.falconer.policy.Target;
import io.falconer.template.Checks;
import io.falconer.template.Family;
import io.falconer.template.PodPlace;
import io.falconer.template.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A kind of request with which a pod, or the template of one, comes into being. Only accepted requests count, and each
 * once: at stage ResponseComplete with a code of 2xx.
 */
enum Occasion {
    /** A pod is created. */
    POD("pod_created", "/spec"),
    /** Ephemeral containers are added to a pod. */
    EPHEMERAL("containers_added", "/spec"),
    /** A workload with a pod template is created. */
    WORKLOAD("workload_created", "/spec/template/spec"),
    /** A CronJob is created. */
    CRON_JOB("cron_job_created", "/spec/jobTemplate/spec/template/spec");

    private static final List<String> WORKLOADS =
            List.of("daemonsets", "deployments", "jobs", "replicasets", "statefulsets");

    private final String suffix;
    private final String path;

    Occasion(String suffix, String path) {
        this.suffix = suffix;
        this.path = path;
    }

    /** The name of the macro that says it. */
    String macro(Policy policy) {
        return policy.name().replace('-', '_') + "_" + suffix;
    }

    /** The JSON pointer of the pod's spec. */
    String podPath(Policy policy) {
        return policy.view().path() + path;
    }

    /** The occasions that a policy judges. */
    static List<Occasion> of(Policy policy) {
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
    PodPlace place(Policy policy, Set<Family> families) {
        List<Family> brought = this == EPHEMERAL
                ? List.of(Family.EPHEMERAL_CONTAINERS)
                : List.of(Family.CONTAINERS, Family.INIT_CONTAINERS);
        return new PodPlace(
                podPath(policy), brought.stream().filter(families::contains).toList(), policy.maxContainers());
    }

    /** The condition of the macro, without namespaces. */
    List<Term> conditions() {
        Operand subresource = Checks.field("ka.target.subresource");
        Expr verb = this == EPHEMERAL
                ? Checks.in(Checks.field("ka.verb"), List.of("update", "patch"))
                : is("ka.verb", "create");
        Term part = new Term.Of(Checks.exists(subresource));
        return List.of(
                answered(),
                new Term.Of(verb),
                new Term.Of(resource()),
                group(),
                this == EPHEMERAL
                        ? new Term.Of(Checks.compare(subresource, Operator.EQ, "ephemeralcontainers"))
                        : Term.not(part),
                succeeded());
    }

    /** Others bring resources of the same names, Volcano's jobs say; an event that tells no group is taken as meant. */
    private Term group() {
        if (this == POD || this == EPHEMERAL) {
            return Term.Constant.TRUE;
        }
        Operand group = Checks.field("jevt.value", "/objectRef/apiGroup");
        return Term.or(List.of(
                Term.not(new Term.Of(Checks.exists(group))), new Term.Of(Checks.in(group, List.of("apps", "batch")))));
    }

    /** Any request that was accepted, once. */
    static List<Term> accepted() {
        return List.of(answered(), succeeded());
    }

    /** Any request, once. */
    static Term answered() {
        return new Term.Of(Checks.compare(Checks.field("jevt.value", "/stage"), Operator.EQ, "ResponseComplete"));
    }

    private static Term succeeded() {
        return new Term.Of(Checks.compare(Checks.field("ka.response.code"), Operator.STARTSWITH, "2"));
    }

    private Expr resource() {
        return switch (this) {
            case POD, EPHEMERAL -> is("ka.target.resource", "pods");
            case WORKLOAD -> Checks.in(Checks.field("ka.target.resource"), WORKLOADS);
            case CRON_JOB -> is("ka.target.resource", "cronjobs");
        };
    }

    private static Expr is(String field, String value) {
        return Checks.compare(Checks.field(field), Operator.EQ, value);
    }
}
