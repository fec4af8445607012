package io.falconer.model;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.field.EventSource;
import io.falconer.language.Automaton;
import io.falconer.ruleset.Falco;
import io.falconer.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks on audit events as checks on leaves of their documents. Fields that show the same leaf have one subject. Equal
 * comparisons on different leaves share their set.
 */
public final class DocumentAtoms implements Atoms {
    private static final Operand ANY = new Operand.FieldRef("jevt.value", Optional.of("/"), Span.NONE);

    private final AtomReader reader;
    private final AcceptedRequests requests;
    private final Map<Expr, Requirement> requirements = new HashMap<>();

    /** The checks of conditions that {@code falco} judges, on events of {@code requests}. */
    public DocumentAtoms(Falco falco, AcceptedRequests requests) {
        this.reader = new AtomReader(EventSource.K8S_AUDIT, falco, true); // the API server writes what it decoded
        this.requests = requests;
    }

    @Override
    public Atom atom(Expr.Exists exists) {
        return AuditLeaves.of(exists.left())
                .map(leaf -> new Atom(List.of(leaf.subject()), new Requirement.Present()))
                .orElseGet(() -> reader.atom(exists));
    }

    @Override
    public Atom atom(Expr.Comparison comparison) {
        Optional<Leaf> leaf = AuditLeaves.of(comparison.left());
        if (leaf.isEmpty() || comparison.right() instanceof Operand) {
            return reader.atom(comparison);
        }
        Expr.Comparison same =
                new Expr.Comparison(ANY, comparison.operator(), comparison.modifier(), comparison.right(), Span.NONE);
        Requirement requirement = requirements.computeIfAbsent(
                same.withoutSpans(), key -> reader.atom((Expr.Comparison) key).requirement());
        return new Atom(List.of(leaf.get().subject()), requirement);
    }

    @Override
    public Automaton domain(Subject subject) {
        return Leaf.of(subject).map(requests::domain).orElseGet(() -> reader.domain(subject));
    }
}
