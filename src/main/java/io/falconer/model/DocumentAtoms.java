package io.falconer.model;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.field.EventSource;
import io.falconer.language.Automaton;
import io.falconer.language.Products;
import io.falconer.language.TooLarge;
import io.falconer.ruleset.Falco;
import io.falconer.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks on audit events as checks on leaves of their documents. Fields that show the same leaf have one subject. Equal
 * comparisons on different leaves share their set.
 */
public final class DocumentAtoms implements Atoms {
    private static final Operand ANY = new Operand.FieldRef("jevt.value", Optional.of("/"), Span.NONE);

    private final AtomReader reader;
    private final AcceptedRequests requests;
    private final Map<Expr, Requirement> requirements = new HashMap<>();
    private final Map<Values, Automaton> values = new HashMap<>();
    private final Map<Set<Automaton>, Optional<Automaton>> unions = new HashMap<>();

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
        Subject subject = leaf.get().subject();
        return new Atom(
                List.of(subject),
                requirement instanceof Requirement.One(Automaton set)
                        ? new Requirement.One(values(subject, set))
                        : requirement);
    }

    /** Equal checks have one variable, so that a solver need not learn that they are equal. */
    @Override
    public boolean joins() {
        return true;
    }

    @Override
    public Automaton values(Subject subject, Automaton set) {
        return values.computeIfAbsent(new Values(domain(subject), set), Values::common);
    }

    private record Values(Automaton domain, Automaton set) {
        Automaton common() {
            try {
                return Products.intersection(domain, set);
            } catch (TooLarge e) {
                return set;
            }
        }
    }

    /** What two sets say of the images inside an object would be lost in the union. */
    @Override
    public Optional<Automaton> union(Subject subject, Set<Automaton> sets) {
        if (Leaf.of(subject).filter(ObjectTexts::isObject).isPresent()) {
            return Optional.empty();
        }
        return unions.computeIfAbsent(Set.copyOf(sets), key -> {
            try {
                return Optional.of(Products.union(key));
            } catch (TooLarge e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Automaton domain(Subject subject) {
        return Leaf.of(subject).map(requests::domain).orElseGet(() -> reader.domain(subject));
    }
}
