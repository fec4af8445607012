package io.falconer.verify;

import io.falconer.condition.Operand;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.event.Event;
import io.falconer.event.reader.EventReader;
import io.falconer.field.EventSource;
import io.falconer.lint.UnreliableFields;
import io.falconer.logic.Deadline;
import io.falconer.logic.Formula;
import io.falconer.model.Atoms;
import io.falconer.model.ComparedFields;
import io.falconer.model.DraftEvent;
import io.falconer.model.Subject;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * Compares two rules, such as two versions of one, for every event there can be: proves that they fire on the same, or finds
 * events that show the difference. Both engines judge each event before it counts. What a comparison learns stays for the next.
 */
public final class RuleComparison {
    private static final int MOST_ALTERNATIVES = 200;

    private final RuleSet before;
    private final RuleSet after;
    private final Engine engineBefore;
    private final Engine engineAfter;
    private final Deadline deadline;
    private final Map<EventSource, Conditions> conditions = new EnumMap<>(EventSource.class);

    /**
     * Compares the rules of two sets of one release of Falco.
     *
     * @param deadline when to give up; what is not decided then is open
     */
    public RuleComparison(RuleSet before, RuleSet after, Deadline deadline) {
        this.before = before;
        this.after = after;
        this.engineBefore = engine(before);
        this.engineAfter = engine(after);
        this.deadline = deadline;
    }

    /** Disabled rules are compared as well as others. */
    private static Engine engine(RuleSet rules) {
        List<Rule> enabled = rules.rules().stream().map(Rule::enabledOne).toList();
        return Engine.of(new RuleSet(enabled, rules.falco()), RuleMatching.ALL, Priority.DEBUG);
    }

    /**
     * Whether the events on which {@code next}, of the second set, fires are those on which {@code old}, of the first, does:
     * {@code over} is an event on which only {@code next} fires, {@code under} one on which only {@code old} does.
     */
    public Decision compare(Rule old, Rule next) {
        if (old.source() != next.source()) {
            return Decision.open("the rules have different sources");
        }
        if (isUnreliable(old, before) || isUnreliable(next, after)) {
            return Decision.open("this Falco may read wrong values for the rule");
        }
        Conditions of = conditions.computeIfAbsent(old.source(), source -> new Conditions(atoms(source), deadline));
        Formula fired = of.fires(old, before.falco());
        Formula fires = of.fires(next, after.falco());
        return new Decision(
                side(of, List.of(fires, Formula.not(fired)), new Pair(old, next, true)),
                side(of, List.of(fired, Formula.not(fires)), new Pair(old, next, false)));
    }

    /** Two rules, of which one is to fire: the second one, or else the first one. */
    private record Pair(Rule old, Rule next, boolean isNext) {
        /** Values that the conditions compare an operand with. */
        Stream<String> constants(Operand operand) {
            return Stream.of(old, next).flatMap(rule -> ComparedTexts.of(rule.condition(), operand));
        }
    }

    private Atoms atoms(EventSource source) {
        return new ComparedFields(source, before.falco());
    }

    private static boolean isUnreliable(Rule rule, RuleSet rules) {
        return !UnreliableFields.of(rule, rules.falco()).isEmpty();
    }

    /** Whether one of two rules fires on an event, and the other does not. */
    private boolean shows(Pair pair, DraftEvent draft) {
        List<Event> events = new EventReader().read("event", draft.line());
        boolean fired = engineBefore.fires(pair.old(), events);
        boolean fires = engineAfter.fires(pair.next(), events);
        return fired != pair.isNext() && fires == pair.isNext();
    }

    private Decision.Side side(Conditions of, List<Formula> formulas, Pair pair) {
        return switch (of.together(formulas)) {
            case Conditions.Impossible impossible -> new Decision.Never();
            case Conditions.Undecided undecided -> new Decision.Open(undecided.reason());
            case Conditions.Possible possible -> {
                SequencedMap<Subject, List<String>> values =
                        of.values(formulas, possible.truth(), subject -> preferred(subject, pair));
                DraftEvent event = new DraftEvent(pair.old().source(), values);
                yield alternatives(event, pair)
                        .filter(each -> shows(pair, each))
                        .findFirst()
                        .<Decision.Side>map(found ->
                                new Decision.Shown(smallest(found, pair).line()))
                        .orElseGet(() -> new Decision.Open(unseen(event)));
            }
        };
    }

    /** The event, and the same with other texts for one field, since the model does not see into some checks of texts. */
    private static Stream<DraftEvent> alternatives(DraftEvent event, Pair pair) {
        return Stream.concat(
                        Stream.of(event),
                        event.values().keySet().stream()
                                .flatMap(subject -> event.values()
                                                        .getOrDefault(subject, List.of())
                                                        .size()
                                                == 1
                                        ? preferred(subject, pair).stream().map(text -> event.with(subject, text))
                                        : Stream.empty()))
                .limit(MOST_ALTERNATIVES);
    }

    /** What is compared with is the best value where the model does not know which values there can be. */
    private static List<String> preferred(Subject subject, Pair pair) {
        return Stream.concat(
                        pair.constants(subject.operand())
                                .filter(text -> subject.type().isText()),
                        ComparedFields.samples(subject).stream())
                .distinct()
                .toList();
    }

    /** Leaves out what the difference does not need, as long as there is time. */
    private DraftEvent smallest(DraftEvent event, Pair pair) {
        DraftEvent smallest = event;
        for (Subject subject : event.values().sequencedKeySet().reversed()) {
            DraftEvent smaller = smallest.without(subject);
            if (!deadline.isOver() && !subject.always() && shows(pair, smaller)) {
                smallest = smaller;
            }
        }
        return smallest;
    }

    /** What no value could be found for, or could be given to. */
    private static String unseen(DraftEvent event) {
        Optional<String> field = event.values().keySet().stream()
                .flatMap(subject -> subject.operand() instanceof Operand.FieldRef ref && !event.canHave(subject)
                        ? Stream.of(ref.name())
                        : Stream.empty())
                .findFirst();
        return field.map(name -> "an event with a value of " + name + " cannot be made")
                .orElse("no event that Falconer made shows a difference; compare the conditions by hand");
    }
}
