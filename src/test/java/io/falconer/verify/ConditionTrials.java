package io.falconer.verify;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.engine.Engine;
import io.falconer.event.Event;
import io.falconer.field.EventSource;
import io.falconer.logic.Formula;
import io.falconer.model.AcceptedRequests;
import io.falconer.model.DocumentAtoms;
import io.falconer.model.Subject;
import io.falconer.ruleset.Falco;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Holds what is proved about random conditions against all events of small worlds, which the engine judges. None of these events
 * may make a condition true that is called impossible. One that is called possible must be true of one of them. The worlds are not
 * complete: a text may need a letter that no constant has ({@code acBB}). Then the engine judges the value that the solver found.
 */
public final class ConditionTrials {
    private final Random random;
    private final RandomConditions conditions;

    private int beyond;

    private final AcceptedRequests requests = new AcceptedRequests();

    /** Letters: two for each check of a text, one for each check of a leaf. */
    private final List<Event> texts = SmallWorlds.events("proc.name", SmallWorlds.texts(6, "a", "A", "b", "B"));

    private final List<Event> shortTexts = SmallWorlds.events("proc.name", SmallWorlds.texts(4, "a", "A", "b", "B"));
    private final List<Event> numbers = SmallWorlds.events("fd.num", List.of("-2", "-1", "0", "1", "2", "3"));
    private final List<Event> ancestors = SmallWorlds.ancestors(SmallWorlds.texts(5, "a", "B"));
    private final List<Event> documents = SmallWorlds.documents(4, "a", "B", "c");

    /** The same seed gives the same conditions. */
    public ConditionTrials(long seed) {
        this.random = new Random(seed);
        this.conditions = new RandomConditions(random);
    }

    /**
     * Tries this many conditions.
     *
     * @return how many of them are impossible
     * @throws AssertionError for the first condition about which solver and events do not agree
     */
    public int run(int count) {
        int impossible = 0;
        for (int i = 0; i < count; i++) {
            impossible += isPossible() ? 0 : 1;
        }
        return impossible;
    }

    private boolean isPossible() {
        return switch (random.nextInt(20)) {
            case 0, 1 -> agreed(conditions.valid("proc.name", 2), EventSource.SYSCALL, texts);
            case 2 -> agreed(conditions.valid("proc.aname", 1), EventSource.SYSCALL, ancestors);
            case 3, 4, 5, 6, 7 -> agreed(conditions.valid("proc.name", 1), EventSource.SYSCALL, shortTexts);
            case 8, 9, 10, 11 -> agreed(conditions.valid("fd.num", 3), EventSource.SYSCALL, numbers);
            default -> agreed(conditions.ofDocument(2), EventSource.K8S_AUDIT, documents);
        };
    }

    private boolean agreed(String condition, EventSource source, List<Event> world) {
        Expr expr =
                SmallWorlds.parsed(condition, source).orElseThrow(() -> new AssertionError("not valid: " + condition));
        Engine engine = SmallWorlds.engine(expr, source);
        boolean expected =
                world.stream().anyMatch(event -> !engine.evaluate(event).isEmpty());
        Conditions solver =
                switch (source) {
                    case SYSCALL -> new Conditions(source, Falco.NEWEST, () -> false);
                    case K8S_AUDIT -> new Conditions(new DocumentAtoms(Falco.NEWEST, requests), () -> false);
                };
        Formula formula = solver.formula(expr);
        boolean found =
                switch (solver.together(List.of(formula))) {
                    case Conditions.Possible(Conditions.Truth truth) -> {
                        if (!expected && !isShown(solver.witness(List.of(formula), truth, s -> List.of()), engine)) {
                            throw new AssertionError("possible, but no event shows it: " + condition);
                        }
                        yield true;
                    }
                    case Conditions.Impossible impossible -> false;
                    case Conditions.Undecided undecided ->
                        throw new AssertionError(condition + ": " + undecided.reason());
                };
        if (expected && !found) {
            throw new AssertionError("called impossible, but an event makes it true: " + condition);
        }
        return found;
    }

    /** Whether the value of {@code proc.name} that the solver found makes the condition true. */
    private boolean isShown(Map<Subject, Conditions.Witness> witness, Engine engine) {
        beyond++;
        List<String> values = witness.entrySet().stream()
                .filter(entry -> entry.getKey().operand() instanceof Operand.FieldRef field
                        && field.name().equals("proc.name"))
                .flatMap(entry -> entry.getValue().text().stream())
                .filter(text -> text.chars().allMatch(c -> c > ' ' && c != '"' && c != '\\' && c < 127))
                .toList();
        return SmallWorlds.events("proc.name", values).stream()
                .anyMatch(event -> !engine.evaluate(event).isEmpty());
    }

    /** How many possible conditions no event of a small world made true, so that the value of the solver had to. */
    public int beyond() {
        return beyond;
    }
}
