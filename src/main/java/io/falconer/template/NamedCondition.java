package io.falconer.template;

import io.falconer.condition.Expr;
import io.falconer.text.Location;
import java.util.List;

/**
 * A named part of a template's rules.
 *
 * @param place the place of the name
 */
record NamedCondition(String name, Repeat repeat, ConditionText condition, Location place) {
    /** What repeats the condition. The repetitions are joined by {@code or}. */
    sealed interface Repeat {
        /** The condition occurs once. */
        enum Single implements Repeat {
            SINGLE
        }

        /** For each container of the families, up to the policy's bound. {@code $container} is its path. */
        record Some(List<ContainerFamily> families) implements Repeat {}

        /** For each entry of the parameter, whose columns are holes. */
        record Any(String parameter) implements Repeat {}

        /**
         * For each item of the list at {@code path}, up to {@code most} items. {@code $item} is its path.
         *
         * @param path of the list, with holes
         */
        record Items(String path, int most) implements Repeat {}

        /** Whether one of the families has more containers than the bound. Such a condition has no text. */
        record Beyond(List<ContainerFamily> families) implements Repeat {}
    }

    Expr expr() {
        return condition.expr();
    }
}
