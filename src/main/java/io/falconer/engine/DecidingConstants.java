package io.falconer.engine;

import io.falconer.condition.Expr;
import io.falconer.condition.Right;
import io.falconer.event.Value;
import io.falconer.field.EventSource;
import io.falconer.field.FieldCatalogue;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.OperandType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which constants of a check decide its result: without one of them, the check would have the other result. Of two constants that
 * both match, none decides alone.
 */
public final class DecidingConstants {
    private final Expr.Comparison check;
    private final OperandType left;
    private final Switches switches;
    private final List<String> constants;
    private final List<ValueMatcher> alone;

    private DecidingConstants(Expr.Comparison check, OperandType left, Switches switches) {
        this.check = check;
        this.left = left;
        this.switches = switches;
        this.constants = check.right() instanceof Right.TextList list
                ? list.items().stream().map(Right.Text::value).distinct().toList()
                : List.of();
        this.alone =
                constants.stream().map(constant -> matcher(List.of(constant))).toList();
    }

    /** The constants of a check of a rule that {@code falco} loaded; a check without a list has none. */
    public static DecidingConstants of(Expr.Comparison check, EventSource source, Falco falco) {
        Switches switches = Switches.of(falco);
        FieldCatalogue catalogue = switches.dialect().catalogue(source);
        return new DecidingConstants(check, OperandType.of(check.left(), catalogue), switches);
    }

    /** All constants, each once, in their order. */
    public List<String> constants() {
        return constants;
    }

    /** Those that decide what the check says about a value, in their order; none if there is no value. */
    public List<String> of(Value value) {
        if (!Node.present(value) || constants.isEmpty()) {
            return List.of();
        }
        boolean holds = matcher(constants).matches(value);
        List<String> deciding = new ArrayList<>();
        for (int i = 0; i < constants.size(); i++) {
            if ((check.modifier().isPresent() || matchesSome(alone.get(i), value))
                    && matcher(without(i)).matches(value) != holds) {
                deciding.add(constants.get(i));
            }
        }
        return deciding;
    }

    private static boolean matchesSome(ValueMatcher constant, Value value) {
        Stream<? extends Value> elements = value instanceof Value.Many many
                ? many.items().stream().map(item -> new Value.Many(List.of(item)))
                : Stream.of(value);
        return elements.anyMatch(constant::matches);
    }

    private List<String> without(int index) {
        List<String> rest = new ArrayList<>(constants);
        rest.remove(index);
        return rest;
    }

    private ValueMatcher matcher(List<String> of) {
        return of.isEmpty()
                ? ValueMatcher.Never.NEVER
                : Matchers.of(left, check.operator(), check.modifier(), of, switches);
    }
}
