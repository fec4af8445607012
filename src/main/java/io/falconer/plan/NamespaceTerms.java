package io.falconer.plan;

import io.falconer.condition.Operand;
import io.falconer.field.EventSource;
import io.falconer.policy.NamespaceMatch;
import io.falconer.template.BoundRule;
import io.falconer.template.Checks;
import io.falconer.template.Term;
import java.util.List;
import java.util.function.Function;

/** The conditions on the namespaces that a policy applies to. */
public final class NamespaceTerms {
    private NamespaceTerms() {}

    /** The prefix of the namespace in the user name of a service account. */
    static final String ACCOUNT = "system:serviceaccount:";

    /**
     * The namespaces of {@code match} for a rule. An account has the namespace in its name. Objects without a namespace are
     * checked whatever namespaces a policy names, because they affect all namespaces.
     */
    static Term of(NamespaceMatch match, BoundRule rule) {
        return switch (rule.judged()) {
            case PODS, EVENTS -> of(match, rule.source());
            case OBJECTS -> known(match, Checks.field("ka.target.namespace"));
            case ACCOUNTS ->
                of(
                        match,
                        globs -> Checks.matchesGlob(
                                Checks.field("ka.user.name"),
                                globs.stream()
                                        .map(glob -> ACCOUNT + glob + ":*")
                                        .toList()));
        };
    }

    /**
     * The namespaces of {@code match}. Audit events contain theirs. The namespace of a system call may be unknown; then the
     * event is checked because the policy may apply to it.
     */
    public static Term of(NamespaceMatch match, EventSource source) {
        Operand namespace = field(source);
        return source == EventSource.SYSCALL
                ? known(match, namespace)
                : of(match, globs -> Checks.matchesGlob(namespace, globs));
    }

    /** If the namespace is unknown or does not exist, the event is checked. */
    private static Term known(NamespaceMatch match, Operand namespace) {
        Term unknown = Term.not(new Term.Of(Checks.exists(namespace)));
        return of(match, globs -> Checks.matchesGlob(namespace, globs), unknown);
    }

    private static Term of(NamespaceMatch match, Function<List<String>, Term> matches) {
        return of(match, matches, Term.Constant.FALSE);
    }

    private static Term of(NamespaceMatch match, Function<List<String>, Term> matches, Term otherwise) {
        Term included = match.include().isEmpty()
                ? Term.Constant.TRUE
                : Term.or(List.of(matches.apply(match.include()), otherwise));
        Term excluded = match.exclude().isEmpty() ? Term.Constant.FALSE : matches.apply(match.exclude());
        return Term.and(List.of(included, Term.not(excluded)));
    }

    /** The field that contains an event's namespace. */
    static Operand field(EventSource source) {
        return Checks.field(
                switch (source) {
                    case K8S_AUDIT -> "ka.target.namespace";
                    case SYSCALL -> "k8s.ns.name";
                });
    }
}
