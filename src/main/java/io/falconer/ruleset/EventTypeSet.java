package io.falconer.ruleset;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.condition.Right;
import io.falconer.field.EventSource;
import io.falconer.text.Span;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The event types that a condition may hold for, by name: those in {@code names}, or with {@code allBut} every other one
 * (section 3.7).
 */
public record EventTypeSet(boolean allBut, Set<String> names) {
    /** Every event type. */
    public static final EventTypeSet ALL = new EventTypeSet(true, Set.of());

    /** No event type. */
    public static final EventTypeSet NONE = new EventTypeSet(false, Set.of());

    /** Falco warns about rules that are tried on more event codes than this. */
    private static final int MANY_CODES = 100;

    /** An event type stands for an enter and an exit code. */
    private static final int CODES_OF_A_NAME = 2;

    public EventTypeSet {
        names = Set.copyOf(names);
    }

    /** {@link #of(Expr, EventSource, boolean)} as in the newest Falco. */
    public static EventTypeSet of(Expr condition, EventSource source) {
        return of(condition, source, true);
    }

    /**
     * The event types that a checked condition of a rule of {@code source} may hold for.
     *
     * @param numbersDecided whether comparisons of {@code evt.num} with 0 and 1 are decided without an event
     */
    public static EventTypeSet of(Expr condition, EventSource source, boolean numbersDecided) {
        return source == EventSource.SYSCALL ? new EventTypeAnalysis(numbersDecided).of(condition) : ALL;
    }

    /** Whether Falco would try the condition on an event of this type. */
    public boolean contains(String name) {
        return names.contains(name) != allBut;
    }

    /** Whether Falco reports LOAD_NO_EVTTYPE for a rule with this set: more than 100 event codes. */
    public boolean tooMany() {
        return allBut || names.size() * CODES_OF_A_NAME > MANY_CODES;
    }

    /** Whether there is no event type on which Falco would try the condition. */
    boolean isEmpty() {
        return !allBut && names.isEmpty();
    }

    EventTypeSet complement() {
        return new EventTypeSet(!allBut, names);
    }

    EventTypeSet or(EventTypeSet other) {
        return complement().and(other.complement()).complement();
    }

    EventTypeSet and(EventTypeSet other) {
        if (allBut && other.allBut) {
            Set<String> both = new TreeSet<>(names);
            both.addAll(other.names);
            return new EventTypeSet(true, both);
        }
        Set<String> kept = new TreeSet<>(allBut ? other.names : names);
        if (allBut) {
            kept.removeAll(names);
        } else if (other.allBut) {
            kept.removeAll(other.names);
        } else {
            kept.retainAll(other.names);
        }
        return new EventTypeSet(false, kept);
    }

    /** A condition that holds for exactly the events of these types. */
    public Expr condition() {
        Expr named = new Expr.Comparison(
                new Operand.FieldRef("evt.type", Optional.empty(), Span.NONE),
                Operator.IN,
                Optional.empty(),
                new Right.TextList(
                        names.stream()
                                .sorted()
                                .map(name -> new Right.Text(name, Span.NONE))
                                .toList(),
                        Span.NONE),
                Span.NONE);
        return allBut ? new Expr.Not(named, Span.NONE) : named;
    }
}
