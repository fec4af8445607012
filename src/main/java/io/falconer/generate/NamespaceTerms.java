package io.falconer.generate;

import io.falconer.condition.Operand;
import io.falconer.field.EventSource;
import io.falconer.policy.NamespaceMatch;
import io.falconer.template.Checks;
import io.falconer.template.Term;
import java.util.List;

/** Says which namespaces are judged. */
final class NamespaceTerms {
    private NamespaceTerms() {}

    /**
     * The namespaces of {@code match}. Audit events name theirs; of a system call it may not be known, and one that may have
     * happened in a judged namespace is judged.
     */
    static Term of(NamespaceMatch match, EventSource source) {
        Operand namespace = field(source);
        Term included = match.include().isEmpty() ? Term.Constant.TRUE : Checks.matchesGlob(namespace, match.include());
        if (source == EventSource.SYSCALL && !match.include().isEmpty()) {
            included = Term.or(List.of(Term.not(new Term.Of(Checks.exists(namespace))), included));
        }
        Term excluded =
                match.exclude().isEmpty() ? Term.Constant.FALSE : Checks.matchesGlob(namespace, match.exclude());
        return Term.and(List.of(included, Term.not(excluded)));
    }

    /** The field that holds an event's namespace. */
    static Operand field(EventSource source) {
        return Checks.field(
                switch (source) {
                    case K8S_AUDIT -> "ka.target.namespace";
                    case SYSCALL -> "k8s.ns.name";
                });
    }
}
