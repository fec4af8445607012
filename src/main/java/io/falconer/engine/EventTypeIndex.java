package io.falconer.engine;

import io.falconer.condition.Operand;
import io.falconer.event.Value;
import io.falconer.field.EventSource;
import io.falconer.ruleset.EventTypeSet;
import io.falconer.ruleset.Rule;
import io.falconer.text.Span;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The rules of source syscall that Falco tries on each type of event (section 3.7). Unlike {@link RuleIndex}, it affects the
 * results: Falco's analysis misses rules that would match.
 */
final class EventTypeIndex {
    private static final Operand EVENT_TYPE = new Operand.FieldRef("evt.type", Optional.empty(), Span.NONE);

    private final int slot;
    private final RuleBits all;
    private final RuleBits ofOtherTypes;
    private final Map<String, RuleBits> byType = new HashMap<>();

    /**
     * The index of these rules. Only those in {@code possible} ever need to be tried.
     *
     * @param numbersDecided whether comparisons of {@code evt.num} with 0 and 1 narrow the event types
     */
    EventTypeIndex(List<Rule> rules, BitSet possible, Slots slots, boolean numbersDecided) {
        this.slot = slots.of(EVENT_TYPE);
        this.all = RuleBits.of(possible, rules.size());
        List<EventTypeSet> types = rules.stream()
                .map(rule -> EventTypeSet.of(rule.condition(), EventSource.SYSCALL, numbersDecided))
                .toList();
        Set<String> names = new TreeSet<>();
        types.forEach(set -> names.addAll(set.names()));
        names.forEach(name -> byType.put(name, select(types, possible, set -> set.contains(name))));
        this.ofOtherTypes = select(types, possible, EventTypeSet::allBut);
    }

    private static RuleBits select(List<EventTypeSet> types, BitSet possible, Predicate<EventTypeSet> wanted) {
        BitSet selected = new BitSet();
        for (int i = 0; i < types.size(); i++) {
            selected.set(i, possible.get(i) && wanted.test(types.get(i)));
        }
        return RuleBits.of(selected, types.size());
    }

    /** The rules to try on the frame's event. An event without a type is tried on all. */
    RuleBits tried(Frame frame) {
        return frame.value(slot) instanceof Value.Text type ? byType.getOrDefault(type.text(), ofOtherTypes) : all;
    }
}
