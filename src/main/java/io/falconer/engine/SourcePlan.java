package io.falconer.engine;

import io.falconer.condition.Operand;
import io.falconer.event.DocumentPaths;
import io.falconer.event.Event;
import io.falconer.event.Value;
import io.falconer.field.EventSource;
import io.falconer.ruleset.EventTypeSet;
import io.falconer.ruleset.Rule;
import io.falconer.text.Span;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The rules of one source: their plans over common slots, and those that are tried on each type of event (section 3.7). */
final class SourcePlan {
    private static final Operand EVENT_TYPE = new Operand.FieldRef("evt.type", Optional.empty(), Span.NONE);

    private final Read[] reads;
    private final DocumentPaths documentPaths;
    private final IdentityHashMap<Rule, PlannedRule> planned = new IdentityHashMap<>();
    private final List<PlannedRule> active;
    private final OptionalInt typeSlot;
    private final Map<String, List<PlannedRule>> byType = new HashMap<>();
    private final List<PlannedRule> ofOtherTypes;

    /** Plans {@code rules}, all of {@code source}; only those that {@code isActive} ever alert. */
    SourcePlan(List<Rule> rules, EventSource source, Predicate<Rule> isActive) {
        Slots slots = new Slots(source);
        Planner planner = new Planner(slots);
        for (Rule rule : rules) {
            Node condition = planner.plan(rule.condition());
            planned.put(rule, new PlannedRule(rule, condition, new OutputPlan(rule.output(), slots)));
        }
        active = rules.stream().filter(isActive).map(this::planned).toList();
        boolean indexed = source == EventSource.SYSCALL && !active.isEmpty();
        typeSlot = indexed ? OptionalInt.of(slots.of(EVENT_TYPE)) : OptionalInt.empty();
        reads = slots.reads();
        documentPaths = slots.documentPaths();
        ofOtherTypes = indexed ? index() : active;
    }

    /** Sorts the rules by the types of events that they are tried on, and gives those for types that no rule names. */
    private List<PlannedRule> index() {
        List<EventTypeSet> types = active.stream()
                .map(plan -> EventTypeSet.of(plan.rule().condition(), EventSource.SYSCALL))
                .toList();
        Set<String> names = new TreeSet<>();
        types.forEach(set -> names.addAll(set.names()));
        names.forEach(name -> byType.put(name, select(types, set -> set.contains(name))));
        return select(types, EventTypeSet::allBut);
    }

    private List<PlannedRule> select(List<EventTypeSet> types, Predicate<EventTypeSet> wanted) {
        return IntStream.range(0, active.size())
                .filter(i -> wanted.test(types.get(i)))
                .mapToObj(active::get)
                .toList();
    }

    /** The plan of a rule of this source. */
    PlannedRule planned(Rule rule) {
        PlannedRule plan = planned.get(rule);
        if (plan == null) {
            throw new IllegalArgumentException("no rule of this engine: " + rule.name());
        }
        return plan;
    }

    /** The parts of audit events that the rules look at. */
    DocumentPaths documentPaths() {
        return documentPaths;
    }

    Frame frame(Event event) {
        return new Frame(event, reads);
    }

    /** The rules to try on the frame's event, in order; an event that has no type is tried on all. */
    List<PlannedRule> rules(Frame frame) {
        return typeSlot.isPresent() && frame.value(typeSlot.getAsInt()) instanceof Value.Text type
                ? byType.getOrDefault(type.text(), ofOtherTypes)
                : active;
    }
}
