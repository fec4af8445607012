package io.falconer.engine;

import io.falconer.event.DocumentPaths;
import io.falconer.event.Event;
import io.falconer.field.EventSource;
import io.falconer.ruleset.Rule;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of one source: their plans over common slots, and the rules that are worth trying on an event. */
final class SourcePlan {
    private final IdentityHashMap<Rule, PlannedRule> planned;
    private final PlannedRule[] active;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final SlotReader[] reads;
    private final DocumentPaths documentPaths;
    private final int shared;
    private final SlotIndex[] index;
    private final RuleBits all;
    private final @Nullable EventTypeIndex types;

    /** Plans {@code rules}, all of {@code source}. Only those for which {@code isActive} holds ever give alerts. */
    SourcePlan(List<Rule> rules, EventSource source, Switches switches, Predicate<Rule> isActive) {
        Slots slots = new Slots(source, switches.dialect(), switches.reading());
        Planner planner = new Planner(slots, switches);
        this.planned = new IdentityHashMap<>();
        CommonSubexpressions subexpressions = new CommonSubexpressions();
        // First all subexpressions, because their uses decide how they are planned.
        IdentityHashMap<Rule, CommonSubexpression> conditions = new IdentityHashMap<>();
        rules.forEach(rule -> conditions.put(rule, subexpressions.of(rule.condition())));
        plan(rules.stream().filter(isActive), conditions, planner, slots);
        this.documentPaths = slots.documentPaths(); // others are only evaluated on whole events
        plan(rules.stream().filter(isActive.negate()), conditions, planner, slots);
        this.active = rules.stream().filter(isActive).map(this::planned).toArray(PlannedRule[]::new);
        for (int i = 0; i < active.length; i++) {
            numbers.put(active[i].rule().name(), i);
        }
        List<PlannedRule> tried = List.of(active);
        RuleIndex ruleIndex =
                RuleIndex.of(tried.stream().map(PlannedRule::condition).toList());
        BitSet possible = ruleIndex.possible();
        this.index = ruleIndex.slots();
        this.all = RuleBits.of(possible, active.length);
        boolean typed = source == EventSource.SYSCALL && active.length > 0;
        this.types = typed
                ? new EventTypeIndex(
                        tried.stream().map(PlannedRule::rule).toList(), possible, slots, switches.numbersDecided())
                : null;
        this.reads = slots.reads();
        this.shared = planner.shared();
    }

    private void plan(
            Stream<Rule> rules, IdentityHashMap<Rule, CommonSubexpression> conditions, Planner planner, Slots slots) {
        rules.forEach(rule -> {
            Node condition = planner.plan(rule.condition(), Objects.requireNonNull(conditions.get(rule)));
            planned.put(rule, new PlannedRule(rule, condition, new OutputPlan(rule.output(), slots)));
        });
    }

    /** The plan of a rule of this source. */
    PlannedRule planned(Rule rule) {
        PlannedRule plan = planned.get(rule);
        if (plan == null) {
            throw new IllegalArgumentException("not a rule of this engine: " + rule.name());
        }
        return plan;
    }

    /** Whether no event of this source fires a rule. */
    boolean isSilent() {
        return active.length == 0;
    }

    /** The parts of audit events that the active rules read. Other rules need whole events. */
    DocumentPaths documentPaths() {
        return documentPaths;
    }

    Frame frame(Event event) {
        return new Frame(event, reads, shared);
    }

    /** The rules to try on the frame's event. */
    Candidates candidates(Frame frame) {
        return new Candidates(tried(frame), index, frame);
    }

    private RuleBits tried(Frame frame) {
        return types == null ? all : types.tried(frame);
    }

    /** Whether Falco tries the active rule with this number on the frame's event. */
    boolean isTried(int number, Frame frame) {
        return tried(frame).contains(number);
    }

    /** The number of the active rule with this name; empty if there is none. */
    OptionalInt number(String name) {
        Integer number = numbers.get(name);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The active rule with a number from {@link Candidates}. */
    PlannedRule active(int number) {
        return active[number];
    }

    /** The active rules by their numbers. */
    List<Rule> activeRules() {
        return List.of(active).stream().map(PlannedRule::rule).toList();
    }
}
