package io.falconer.verify;

import io.falconer.language.Automaton;
import io.falconer.language.Intersection;
import io.falconer.model.Requirement;
import io.falconer.model.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Decides whether checks on one subject can be as an assignment has them, by looking for values. */
final class SubjectTheory {
    /** How many states of products one search for a value may make. */
    private static final int MOST_STATES = 20_000;

    private final Function<Subject, Automaton> domains;
    private final Set<Set<Literal>> possible = new HashSet<>();
    private final Map<Question, Intersection.Result> known;

    /** @param domains the texts that stand for values of each subject */
    SubjectTheory(Function<Subject, Automaton> domains) {
        this(domains, new HashMap<>());
    }

    private SubjectTheory(Function<Subject, Automaton> domains, Map<Question, Intersection.Result> known) {
        this.domains = domains;
        this.known = known;
    }

    /** The same for the checks of another solver. What is known of values stays. */
    SubjectTheory forOthers() {
        return new SubjectTheory(domains, known);
    }

    /** Sets that values lie in, or not: many subjects have the same. */
    private record Question(List<Intersection.Part> parts, List<String> preferred) {}

    /**
     * A check that is true or false.
     *
     * @param number the variable of the check, negative where it is false
     */
    record Literal(int number, Requirement requirement) {
        boolean isTrue() {
            return number > 0;
        }
    }

    /** What was found. */
    sealed interface Result {}

    /** Some value, or none at all, makes the checks so. */
    record Possible() implements Result {}

    /** The checks cannot be so: one of these is otherwise. */
    record Conflict(List<Literal> literals) implements Result {
        Conflict {
            literals = List.copyOf(literals);
        }
    }

    /** Neither was found within the limits. */
    record Unknown() implements Result {}

    /** A set that values lie in, or not, because a check is as it is; the domain has no check. */
    private record Bound(List<Literal> because, Intersection.Part part) {
        static Bound of(Literal literal, Automaton set) {
            return new Bound(List.of(literal), new Intersection.Part(set, literal.isTrue()));
        }
    }

    /** Each value lies in all of the common sets; besides, each witness is one that lies in a set of its own. */
    private record Bounds(List<Bound> common, List<Bound> witnesses) {
        static Bounds of(Bound domain, Collection<Literal> literals) {
            List<Bound> common = new ArrayList<>(List.of(domain));
            List<Bound> witnesses = new ArrayList<>();
            for (Literal literal : literals) {
                switch (literal.requirement()) {
                    case Requirement.Present present -> {}
                    case Requirement.Opaque opaque -> {}
                    case Requirement.One(Automaton set) -> common.add(Bound.of(literal, set));
                    case Requirement.All(Automaton set) ->
                        (literal.isTrue() ? common : witnesses).add(Bound.of(literal, set));
                    case Requirement.Some(Automaton set) ->
                        (literal.isTrue() ? witnesses : common).add(Bound.of(literal, set));
                }
            }
            return new Bounds(common, witnesses);
        }

        List<Bound> commonAnd(Bound witness) {
            List<Bound> all = new ArrayList<>(common);
            all.add(witness);
            return all;
        }
    }

    /** Whether an event can have a value of {@code subject} for which the checks are as {@code literals} say. */
    Result decide(Subject subject, Collection<Literal> literals) {
        List<Literal> inOrder = literals.stream().distinct().toList(); // so that each run finds the same
        Set<Literal> key = Set.copyOf(inOrder);
        if (possible.contains(key)) {
            return new Possible();
        }
        Result result = search(subject, inOrder);
        if (result instanceof Possible) {
            possible.add(key);
        }
        return result;
    }

    private Result search(Subject subject, List<Literal> literals) {
        List<Literal> presence =
                literals.stream().filter(Literal::isTrue).limit(1).toList();
        if (presence.isEmpty() && !subject.always()) {
            return new Possible();
        }
        List<Literal> absence = literals.stream()
                .filter(l -> !l.isTrue() && l.requirement() instanceof Requirement.Present)
                .toList();
        if (!absence.isEmpty()) {
            return conflict(presence, absence);
        }
        return search(domain(subject), presence, literals);
    }

    private Bound domain(Subject subject) {
        return new Bound(List.of(), Intersection.Part.in(domains.apply(subject)));
    }

    /**
     * A value for which the checks are as {@code literals} say, the first of {@code preferred} that is one; empty if there is
     * none, or if the checks ask for several.
     */
    Optional<String> value(Subject subject, Collection<Literal> literals, List<String> preferred) {
        List<Intersection.Part> parts = new ArrayList<>(List.of(domain(subject).part()));
        for (Literal literal : literals) {
            if (literal.requirement() instanceof Requirement.One(Automaton set)) {
                parts.add(new Intersection.Part(set, literal.isTrue()));
            }
        }
        return find(parts, preferred) instanceof Intersection.Found(String text) ? Optional.of(text) : Optional.empty();
    }

    /**
     * Values for which the checks are as {@code literals} say, together: one, or one for each check that asks for one of its
     * own; empty if there are none.
     *
     * @param preferred values to take where they fit, the best ones first
     */
    List<String> values(Subject subject, Collection<Literal> literals, List<String> preferred) {
        Bounds bounds = Bounds.of(domain(subject), literals);
        List<Bound> witnesses = bounds.witnesses().isEmpty() ? List.of(domain(subject)) : bounds.witnesses();
        List<String> values = new ArrayList<>();
        for (Bound witness : witnesses) {
            List<Intersection.Part> parts =
                    bounds.commonAnd(witness).stream().map(Bound::part).toList();
            if (find(parts, preferred) instanceof Intersection.Found(String text) && !values.contains(text)) {
                values.add(text);
            }
        }
        return values;
    }

    private Intersection.Result find(List<Intersection.Part> parts, List<String> preferred) {
        return known.computeIfAbsent(
                new Question(List.copyOf(parts), preferred),
                question -> Intersection.find(question.parts(), question.preferred(), MOST_STATES));
    }

    private Result search(Bound domain, List<Literal> presence, List<Literal> literals) {
        Bounds bounds = Bounds.of(domain, literals);
        Result result = value(bounds.common(), presence);
        for (Bound witness : bounds.witnesses()) {
            if (!(result instanceof Possible)) {
                return result;
            }
            result = value(bounds.commonAnd(witness), presence);
        }
        return result;
    }

    private Result value(List<Bound> bounds, List<Literal> presence) {
        List<Intersection.Part> parts = bounds.stream().map(Bound::part).toList();
        return switch (find(parts, List.of())) {
            case Intersection.Found found -> new Possible();
            case Intersection.Unknown unknown -> new Unknown();
            case Intersection.Empty(List<Integer> core) ->
                conflict(
                        presence,
                        core.stream()
                                .flatMap(i -> bounds.get(i).because().stream())
                                .toList());
        };
    }

    /** A conflict that takes a value; a check among the others that is true asks for one already. */
    private static Conflict conflict(List<Literal> presence, List<Literal> others) {
        List<Literal> all = new ArrayList<>(others);
        if (others.stream().noneMatch(Literal::isTrue)) {
            all.addAll(presence);
        }
        return new Conflict(all);
    }
}
