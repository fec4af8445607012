package io.falconer.plan;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.policy.Policy;
import io.falconer.template.Checks;
import io.falconer.template.PodRequestKind;
import io.falconer.template.Term;
import java.util.List;

/** The macro of a kind of request. Only accepted requests count, each once: at stage ResponseComplete with a code of 2xx. */
public final class PodRequestMacro {
    private static final List<String> WORKLOADS =
            List.of("daemonsets", "deployments", "jobs", "replicasets", "statefulsets");

    private final PodRequestKind requestKind;

    /** The macro of a kind of request. */
    public PodRequestMacro(PodRequestKind requestKind) {
        this.requestKind = requestKind;
    }

    /** The macro's name. */
    public String name(Policy policy) {
        String suffix =
                switch (requestKind) {
                    case POD -> "pod_created";
                    case EPHEMERAL -> "containers_added";
                    case WORKLOAD -> "workload_created";
                    case CRON_JOB -> "cron_job_created";
                };
        return policy.name().replace('-', '_') + "_" + suffix;
    }

    /** The condition of the macro, without namespaces. */
    public List<Term> conditions() {
        Operand subresource = Checks.field("ka.target.subresource");
        Expr verb = requestKind == PodRequestKind.EPHEMERAL
                ? Checks.in(Checks.field("ka.verb"), List.of("update", "patch"))
                : is("ka.verb", "create");
        Term part = new Term.Of(Checks.exists(subresource));
        return List.of(
                answered(),
                new Term.Of(verb),
                new Term.Of(resource()),
                group(),
                requestKind == PodRequestKind.EPHEMERAL
                        ? new Term.Of(Checks.compare(subresource, Operator.EQ, "ephemeralcontainers"))
                        : Term.not(part),
                succeeded());
    }

    /**
     * Other API groups have resources with the same names, such as Volcano's jobs. An event without a group counts as the
     * standard group.
     */
    private Term group() {
        if (requestKind == PodRequestKind.POD || requestKind == PodRequestKind.EPHEMERAL) {
            return Term.Constant.TRUE;
        }
        Operand group = Checks.field("jevt.value", "/objectRef/apiGroup");
        return Term.or(List.of(
                new Term.Of(Checks.in(group, List.of("apps", "batch"))), Term.not(new Term.Of(Checks.exists(group)))));
    }

    /** Any accepted request, once. */
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
        return switch (requestKind) {
            case POD, EPHEMERAL -> is("ka.target.resource", "pods");
            case WORKLOAD -> Checks.in(Checks.field("ka.target.resource"), WORKLOADS);
            case CRON_JOB -> is("ka.target.resource", "cronjobs");
        };
    }

    private static Expr is(String field, String value) {
        return Checks.compare(Checks.field(field), Operator.EQ, value);
    }
}
