package io.falconer.verify;

import io.falconer.engine.Engine;
import io.falconer.event.reader.EventReader;
import io.falconer.lint.UnreliableFields;
import io.falconer.logic.Deadline;
import io.falconer.logic.Formula;
import io.falconer.model.Leaf;
import io.falconer.model.Statement;
import io.falconer.model.Subject;
import io.falconer.model.SystemCallDocument;
import io.falconer.model.SystemCalls;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Rule;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Proves that rules of {@code syscall} fire on exactly what a statement says, for all system calls, or finds one that shows the
 * difference. The engine judges each event before it counts.
 */
public final class SystemCallProofs {
    private final Engine engine;
    private final Falco falco;
    private final Deadline deadline;
    private final SystemCalls calls;
    private final Conditions conditions;
    private final Set<Statement> axioms = new HashSet<>();

    /**
     * Proofs about rules that an engine runs.
     *
     * @param engine gives an alert for each rule that matches
     * @param deadline when to give up
     */
    public SystemCallProofs(Engine engine, Falco falco, Deadline deadline) {
        this.engine = engine;
        this.falco = falco;
        this.deadline = deadline;
        this.calls = new SystemCalls(falco);
        this.conditions = new Conditions(calls, deadline);
    }

    /** Whether {@code rule} fires on exactly the events of which {@code meaning} is true. */
    public Decision decide(Rule rule, Statement meaning) {
        if (!UnreliableFields.of(rule, falco).isEmpty()) {
            return Decision.open("this Falco may read wrong values for the rule");
        }
        if (deadline.isOver()) {
            return Decision.open(deadline.reason());
        }
        Formula fires = conditions.fires(rule, falco);
        Formula forbidden = conditions.formula(meaning);
        addAxioms();
        return new Decision(
                side(List.of(fires, Formula.not(forbidden)), call -> fires(rule, call) && !meaning.holds(call::text)),
                side(List.of(forbidden, Formula.not(fires)), call -> !fires(rule, call) && meaning.holds(call::text)));
    }

    private void addAxioms() {
        List<Leaf> fields = conditions.subjects().stream()
                .flatMap(subject -> SystemCalls.field(subject).stream())
                .toList();
        for (Statement axiom : SystemCalls.axioms(fields)) {
            if (axioms.add(axiom)) {
                conditions.require(conditions.formula(axiom));
            }
        }
    }

    /** @param difference whether a system call shows it */
    private Decision.Side side(List<Formula> formulas, Predicate<SystemCallDocument> difference) {
        return switch (conditions.together(formulas)) {
            case Conditions.Impossible impossible -> new Decision.Never();
            case Conditions.Undecided undecided -> new Decision.Open(undecided.reason());
            case Conditions.Possible possible ->
                call(conditions.witness(formulas, possible.truth(), SystemCalls::samples))
                        .filter(difference.and(this::isPossible))
                        .<Decision.Side>map(call -> new Decision.Shown(
                                smallest(call, difference.and(this::isPossible)).line()))
                        .orElse(new Decision.Open("the event that should show a difference does not"));
        };
    }

    /** The system call of an assignment; empty if it has something that is not the one value of a field. */
    private static Optional<SystemCallDocument> call(Map<Subject, Conditions.Witness> witness) {
        SequencedMap<Leaf, String> values = new LinkedHashMap<>();
        for (Map.Entry<Subject, Conditions.Witness> entry : witness.entrySet()) {
            if (entry.getValue().present()) {
                Optional<Leaf> field = SystemCalls.field(entry.getKey());
                Optional<String> text = entry.getValue().text();
                if (field.isEmpty() || text.isEmpty()) {
                    return Optional.empty();
                }
                values.put(field.get(), text.get());
            }
        }
        return Optional.of(new SystemCallDocument(values));
    }

    private boolean isPossible(SystemCallDocument call) {
        return axioms.stream().allMatch(axiom -> axiom.holds(call::text))
                && call.fields().stream().allMatch(field -> calls.domain(field.subject())
                        .accepts(call.text(field).orElseThrow()));
    }

    /** Leaves out what the difference does not need, as long as there is time. */
    private SystemCallDocument smallest(SystemCallDocument call, Predicate<SystemCallDocument> difference) {
        SystemCallDocument smallest = call;
        for (Leaf field : call.fields().reversed()) {
            SystemCallDocument smaller = smallest.without(field);
            if (!deadline.isOver() && difference.test(smaller)) {
                smallest = smaller;
            }
        }
        return smallest;
    }

    private boolean fires(Rule rule, SystemCallDocument call) {
        return engine.fires(rule, new EventReader().read("counterexample", call.line()));
    }
}
