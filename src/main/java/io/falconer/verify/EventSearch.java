package io.falconer.verify;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.condition.Right;
import io.falconer.field.EventSource;
import io.falconer.logic.Deadline;
import io.falconer.logic.Formula;
import io.falconer.model.DraftEvent;
import io.falconer.model.KnownEvents;
import io.falconer.model.Leaf;
import io.falconer.model.Statement;
import io.falconer.model.Subject;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Rule;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Searches for events for which parts of a rule's condition have given results. It prefers an event that differs little from
 * another one. A replay confirms each event before it counts.
 */
public final class EventSearch {
    private static final int MOST_ALTERNATIVES = 60;

    private final Rule rule;
    private final KnownEvents events;
    private final Conditions conditions;
    private final Formula tried;
    private final Map<Subject, Given> presence = new HashMap<>();
    private final IdentityHashMap<Expr, List<Subject>> subjects = new IdentityHashMap<>();
    private final Map<Subject, List<String>> constants = new HashMap<>();
    private final List<Statement> axioms;

    private EventSearch(Rule rule, Falco falco, KnownEvents events, Conditions conditions) {
        this.rule = rule;
        this.events = events;
        this.conditions = conditions;
        this.tried = conditions.fires(rule, falco);
        this.axioms = events.axioms(conditions.subjects());
        axioms.forEach(axiom -> conditions.require(conditions.formula(axiom)));
    }

    /** Searches for events of the rules of one source, which share what they learn about values. */
    public static final class OfSource {
        private final Falco falco;
        private final KnownEvents events;
        private final Conditions shared;

        /** @param deadline when to give up */
        public OfSource(EventSource source, Falco falco, Deadline deadline) {
            this.falco = falco;
            this.events = new KnownEvents(source, falco);
            this.shared = new Conditions(events, deadline);
        }

        /** The search for events of a rule. */
        public EventSearch of(Rule rule) {
            return new EventSearch(rule, falco, events, shared.empty());
        }
    }

    /** What was found. */
    public sealed interface Result {}

    /** An event that the replay confirmed. */
    public record Found(DraftEvent event) implements Result {}

    /**
     * No event does it.
     *
     * @param because what cannot hold together
     */
    public record Never(List<Given> because) implements Result {
        public Never {
            because = List.copyOf(because);
        }
    }

    /** Neither was found. */
    public record Open(String reason) implements Result {}

    /** An event without values. */
    public DraftEvent nothing() {
        return new DraftEvent(rule.source(), new LinkedHashMap<>());
    }

    /** Whether two parts look at something in common. */
    public boolean isRelated(Expr part, Expr other) {
        return subjects(part).stream().anyMatch(subjects(other)::contains);
    }

    private List<Subject> subjects(Expr part) {
        List<Subject> known = subjects.get(part);
        if (known == null) {
            known = events.subjects(part);
            subjects.put(part, known);
        }
        return known;
    }

    /**
     * An event for which all of {@code wanted} is so.
     *
     * @param part what is about to be shown, which should have a value
     * @param fires whether Falco must also try the rule on it
     * @param near an event to differ little from
     * @param confirms whether a replay shows what is wanted
     */
    public Result find(List<Given> wanted, Expr part, boolean fires, DraftEvent near, Predicate<DraftEvent> confirms) {
        Set<Subject> expected = new LinkedHashSet<>(subjects(part));
        expected.addAll(events.expected(conditions.subjects()));
        for (Collection<Subject> present : List.of(expected, subjects(part))) {
            if (find(both(wanted, present), fires, near, confirms) instanceof Found found) {
                return found;
            }
        }
        return find(wanted, fires, near, confirms);
    }

    private Result find(List<Given> wanted, boolean fires, DraftEvent near, Predicate<DraftEvent> confirms) {
        List<Formula> formulas = formulas(wanted, fires);
        return switch (conditions.together(formulas)) {
            case Conditions.Impossible(List<Formula> core) ->
                new Never(Given.in(smallest(explained(core, wanted)), wanted, formulas.subList(0, wanted.size())));
            case Conditions.Undecided(String reason) -> new Open(reason);
            case Conditions.Possible possible -> {
                SequencedMap<Subject, List<String>> values =
                        conditions.values(formulas, possible.truth(), subject -> preferred(subject, near));
                yield drafts(values, near)
                        .filter(draft -> isPossible(draft) && confirms.test(draft))
                        .findFirst()
                        .<Result>map(draft -> new Found(
                                near.values().isEmpty() ? complete(draft, confirms) : nearest(draft, near, confirms)))
                        .orElseGet(() -> new Open(unseen(values)));
            }
        };
    }

    /** Events like another one, in which what a check looks at has a text like a constant of it. */
    public Stream<DraftEvent> with(DraftEvent near, Expr check, String constant) {
        return check instanceof Expr.Comparison comparison
                ? subjects(check).stream()
                        .filter(subject -> subject.type().isText())
                        .flatMap(subject ->
                                likeIt(comparison.operator(), constant).map(text -> near.with(subject, text)))
                        .filter(this::isPossible)
                : Stream.empty();
    }

    /** What is wanted, and that these have a value. */
    private List<Given> both(List<Given> wanted, Collection<Subject> present) {
        List<Given> both = new ArrayList<>(wanted);
        present.forEach(subject -> both.add(presence.computeIfAbsent(
                subject, each -> new Given(new Expr.Exists(each.operand(), Span.NONE), true))));
        return both;
    }

    /** The same, in which only what {@code part} looks at differs from {@code near}; empty if there is none. */
    public Optional<DraftEvent> twin(List<Given> wanted, Expr part, DraftEvent near, Predicate<DraftEvent> confirms) {
        return Stream.of(both(wanted, subjects(part)), wanted)
                .flatMap(each -> changed(each, part, near).stream())
                .filter(draft -> isPossible(draft) && confirms.test(draft))
                .findFirst()
                .map(draft -> nearest(draft, near, confirms));
    }

    private Optional<DraftEvent> changed(List<Given> wanted, Expr part, DraftEvent near) {
        List<Formula> formulas = formulas(wanted, false);
        if (!(conditions.together(formulas) instanceof Conditions.Possible possible)) {
            return Optional.empty();
        }
        SequencedMap<Subject, List<String>> values =
                conditions.values(formulas, possible.truth(), subject -> preferred(subject, near));
        values.keySet().retainAll(Set.copyOf(subjects(part)));
        return Optional.of(overlaid(near, values));
    }

    private List<Formula> formulas(List<Given> wanted, boolean fires) {
        List<Formula> formulas =
                wanted.stream().map(each -> each.formula(conditions)).collect(Collectors.toCollection(ArrayList::new));
        if (fires) {
            formulas.add(tried);
        }
        return formulas;
    }

    /** The parts by themselves, if they cannot hold together even where Falco does not try the rule. */
    private List<Formula> explained(List<Formula> core, List<Given> wanted) {
        return core.contains(tried)
                        && conditions.together(formulas(wanted, false)) instanceof Conditions.Impossible impossible
                ? impossible.core()
                : core;
    }

    /** Leaves out what is not needed for the contradiction. */
    private List<Formula> smallest(List<Formula> core) {
        List<Formula> smallest = core;
        for (Formula each : core) {
            List<Formula> fewer =
                    smallest.stream().filter(other -> !other.equals(each)).toList();
            if (conditions.together(fewer) instanceof Conditions.Impossible impossible) {
                smallest = impossible.core();
            }
        }
        return smallest;
    }

    /** The values in the other event, by themselves, and with other texts where the model does not see into a check. */
    private Stream<DraftEvent> drafts(SequencedMap<Subject, List<String>> values, DraftEvent near) {
        DraftEvent alone = new DraftEvent(rule.source(), values);
        Stream<DraftEvent> others = values.keySet().stream()
                .flatMap(subject -> preferred(subject, near).stream().map(text -> alone.with(subject, text)));
        return Stream.concat(Stream.of(overlaid(near, values), alone), others).limit(MOST_ALTERNATIVES);
    }

    private DraftEvent overlaid(DraftEvent near, SequencedMap<Subject, List<String>> values) {
        SequencedMap<Subject, List<String>> both = new LinkedHashMap<>(near.values());
        both.putAll(values);
        return new DraftEvent(rule.source(), both);
    }

    /** Adds what every event has, and leaves out what Falco adds. */
    private DraftEvent complete(DraftEvent draft, Predicate<DraftEvent> confirms) {
        DraftEvent complete = draft;
        for (Subject subject : events.required()) {
            DraftEvent more = complete.with(subject, events.samples(subject).getFirst());
            if (!complete.values().containsKey(subject) && isPossible(more) && confirms.test(more)) {
                complete = more;
            }
        }
        for (Subject subject : draft.values().keySet()) {
            DraftEvent fewer = complete.without(subject);
            if (events.isGiven(subject) && confirms.test(fewer)) {
                complete = fewer;
            }
        }
        return complete;
    }

    /** Takes back each difference that is not needed. */
    private DraftEvent nearest(DraftEvent draft, DraftEvent near, Predicate<DraftEvent> confirms) {
        DraftEvent nearest = draft;
        Set<Subject> subjects = new LinkedHashSet<>(draft.values().keySet());
        subjects.addAll(near.values().keySet());
        for (Subject subject : subjects) {
            DraftEvent nearer = near.values().containsKey(subject)
                    ? nearest.with(subject, near.values().getOrDefault(subject, List.of()))
                    : nearest.without(subject);
            if (!nearer.equals(nearest) && isPossible(nearer) && confirms.test(nearer)) {
                nearest = nearer;
            }
        }
        return nearest;
    }

    /** Whether an event can be so, as far as it is known. */
    public boolean isPossible(DraftEvent draft) {
        return axioms.stream().allMatch(axiom -> axiom.holds(leaf -> text(draft, leaf)))
                && draft.values().entrySet().stream()
                        .allMatch(entry -> entry.getValue().isEmpty()
                                ? !entry.getKey().always()
                                : entry.getValue().stream().allMatch(events.domain(entry.getKey())::accepts));
    }

    private static Optional<String> text(DraftEvent draft, Leaf leaf) {
        return draft.values().getOrDefault(leaf.subject(), List.of()).stream().findFirst();
    }

    /** What the other event has, what people expect, and what the condition compares with. */
    private List<String> preferred(Subject subject, DraftEvent near) {
        List<String> texts = constants.computeIfAbsent(
                subject,
                each -> each.type().isText() ? constants(rule.condition(), each).toList() : List.of());
        return Stream.of(near.values().getOrDefault(subject, List.of()), events.samples(subject), texts)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private Stream<String> constants(Expr condition, Subject subject) {
        return switch (condition) {
            case Expr.And and -> and.operands().stream().flatMap(each -> constants(each, subject));
            case Expr.Or or -> or.operands().stream().flatMap(each -> constants(each, subject));
            case Expr.Not not -> constants(not.operand(), subject);
            case Expr.MacroRef macro -> Stream.empty();
            case Expr.Exists exists -> Stream.empty();
            case Expr.Comparison comparison ->
                subjects(comparison).contains(subject) ? constants(comparison) : Stream.empty();
        };
    }

    private static Stream<String> constants(Expr.Comparison comparison) {
        return switch (comparison.right()) {
            case Right.Text text -> likeIt(comparison.operator(), text.value());
            case Right.TextList list ->
                list.items().stream().flatMap(item -> likeIt(comparison.operator(), item.value()));
            case Operand other -> Stream.empty();
        };
    }

    /** Texts like a constant; of a directory something in it, which is opened more often. */
    private static Stream<String> likeIt(Operator operator, String text) {
        if (Set.of(Operator.REGEX, Operator.GLOB, Operator.IGLOB).contains(operator)) {
            return Stream.empty();
        }
        boolean isPath = operator == Operator.PMATCH
                || (text.endsWith("/")
                        && Set.of(Operator.STARTSWITH, Operator.CONTAINS).contains(operator));
        return isPath ? Stream.of(text + (text.endsWith("/") ? "data" : "/data"), text) : Stream.of(text);
    }

    /** What no value could be found for, or could be given to. */
    private String unseen(SequencedMap<Subject, List<String>> values) {
        DraftEvent draft = new DraftEvent(rule.source(), values);
        return values.keySet().stream()
                .flatMap(subject -> subject.operand() instanceof Operand.FieldRef ref && !draft.canHave(subject)
                        ? Stream.of(ref.name())
                        : Stream.empty())
                .findFirst()
                .map(name -> "an event with a value of " + name + " cannot be made")
                .orElse("no event that Falconer made shows it");
    }
}
