package io.falconer.template;

import io.falconer.condition.Expr;
import io.falconer.condition.Right;
import java.util.Optional;

/** The holes in a parsed condition. Falco's grammar accepts {@code $name} as a constant and in arguments. */
final class Holes {
    static final String POD = "pod";
    static final String CONTAINER = "container";
    static final String ITEM = "item";
    static final String OBJECT = "object";
    static final String METADATA = "metadata";

    private Holes() {}

    /** The hole, if {@code text} is one. */
    static Optional<String> in(String text) {
        return text.length() > 1 && text.charAt(0) == '$' ? Optional.of(text.substring(1)) : Optional.empty();
    }

    /** The hole that is the only item of the comparison's list. */
    static Optional<String> set(Expr.Comparison comparison) {
        return comparison.right() instanceof Right.TextList list && list.items().size() == 1
                ? in(list.items().getFirst().value())
                : Optional.empty();
    }

    /** The hole that is the only constant of the comparison. */
    static Optional<String> text(Expr.Comparison comparison) {
        return comparison.right() instanceof Right.Text text ? in(text.value()) : Optional.empty();
    }
}
