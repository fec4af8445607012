package io.falconer.engine;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Right;
import io.falconer.event.Event;
import io.falconer.event.FieldReading;
import io.falconer.event.Value;
import io.falconer.field.Dialect;
import io.falconer.field.EventSource;
import io.falconer.ruleset.EventTypeSet;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.OperandType;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges events as the engine must, by the letter of section 3: every rule on every event, each for itself, without plans,
 * index or anything shared. Only values and comparisons are those of the engine.
 */
final class PlainEvaluation {
    private final List<PlainRule> rules = new ArrayList<>();
    private final RuleMatching matching;

    PlainEvaluation(RuleSet set, RuleMatching matching, Priority minimum) {
        this.matching = matching;
        for (Rule rule : set.rules()) {
            if (rule.enabled() && rule.priority().compareTo(minimum) <= 0) {
                rules.add(new PlainRule(rule));
            }
        }
    }

    /** The names of the rules that alert. */
    List<String> alerts(Event event) {
        List<String> names = new ArrayList<>();
        for (PlainRule rule : rules) {
            boolean first = matching == RuleMatching.ALL || names.isEmpty();
            if (first && rule.rule.source() == event.source() && rule.alerts(event)) {
                names.add(rule.rule.name());
            }
        }
        return names;
    }

    private interface Condition {
        boolean holds(Frame frame);
    }

    private static final class PlainRule {
        private static final Operand TYPE = new Operand.FieldRef("evt.type", Optional.empty(), Span.NONE);

        private final Rule rule;
        private final Slots slots;
        private final Condition condition;
        private final EventTypeSet types;

        PlainRule(Rule rule) {
            this.rule = rule;
            this.slots = new Slots(rule.source(), Dialect.NEWEST, FieldReading.NEWEST);
            this.condition = condition(rule.condition());
            this.types = EventTypeSet.of(rule.condition(), rule.source());
        }

        boolean alerts(Event event) {
            if (event.source() == EventSource.SYSCALL) {
                int type = slots.of(TYPE);
                Frame frame = new Frame(event, slots.reads(), 0);
                if (frame.value(type) instanceof Value.Text(String name) && !types.contains(name)) {
                    return false;
                }
            }
            return condition.holds(new Frame(event, slots.reads(), 0));
        }

        private Condition condition(Expr expr) {
            return switch (expr) {
                case Expr.And and -> {
                    List<Condition> parts =
                            and.operands().stream().map(this::condition).toList();
                    yield frame -> parts.stream().allMatch(part -> part.holds(frame));
                }
                case Expr.Or or -> {
                    List<Condition> parts =
                            or.operands().stream().map(this::condition).toList();
                    yield frame -> parts.stream().anyMatch(part -> part.holds(frame));
                }
                case Expr.Not not -> {
                    Condition part = condition(not.operand());
                    yield frame -> !part.holds(frame);
                }
                case Expr.Exists exists -> {
                    int slot = slots.of(exists.left());
                    yield frame -> frame.value(slot) != Value.None.NONE;
                }
                case Expr.Comparison comparison -> comparison(comparison);
                case Expr.MacroRef macro -> throw new IllegalArgumentException(macro.name());
            };
        }

        private Condition comparison(Expr.Comparison comparison) {
            OperandType left = OperandType.of(comparison.left(), rule.source());
            int slot = slots.of(comparison.left());
            return switch (comparison.right()) {
                case Right.Text text -> constants(comparison, left, slot, List.of(text));
                case Right.TextList list -> constants(comparison, left, slot, list.items());
                case Operand operand -> {
                    int other = slots.of(operand);
                    PairMatcher matcher =
                            PairMatchers.of(left, OperandType.of(operand, rule.source()), comparison.operator());
                    yield frame -> frame.value(slot) != Value.None.NONE
                            && frame.value(other) != Value.None.NONE
                            && matcher.matches(frame.value(slot), frame.value(other));
                }
            };
        }

        private static Condition constants(
                Expr.Comparison comparison, OperandType left, int slot, List<Right.Text> texts) {
            ValueMatcher matcher = Matchers.of(
                    left,
                    comparison.operator(),
                    comparison.modifier(),
                    texts.stream().map(Right.Text::value).toList(),
                    Switches.of(Falco.NEWEST));
            return frame -> frame.value(slot) != Value.None.NONE && matcher.matches(frame.value(slot));
        }
    }
}
