package io.falconer.coverage;

import io.falconer.coverage.RulePart.Check;
import io.falconer.coverage.RulePart.ExceptionValue;
import io.falconer.coverage.RulePart.ListItem;
import io.falconer.engine.DecidingConstants;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A condition as parts: its structure is that of the condition, except that the value of an exception is one part. */
sealed interface PartTree {
    /** The parts in the order of the condition. */
    Stream<RulePart> parts();

    /** {@code and}, {@code or} or {@code not}. */
    record Inner(List<PartTree> under) implements PartTree {
        public Inner {
            under = List.copyOf(under);
        }

        @Override
        public Stream<RulePart> parts() {
            return under.stream().flatMap(PartTree::parts);
        }
    }

    /** A check, with the items of its list by their texts. */
    record Leaf(Check check, Optional<Constants> constants) implements PartTree {
        @Override
        public Stream<RulePart> parts() {
            return Stream.concat(Stream.of(check), constants.stream().flatMap(list -> list.parts().values().stream()));
        }
    }

    /** A value of an exception. */
    record Tuple(ExceptionValue value) implements PartTree {
        @Override
        public Stream<RulePart> parts() {
            return Stream.of(value);
        }
    }

    /** The values of an exception with one field, which are the constants of one check. */
    record Values(Constants constants) implements PartTree {
        @Override
        public Stream<RulePart> parts() {
            return constants.parts().values().stream().map(part -> part);
        }
    }

    /**
     * The constants of a check.
     *
     * @param parts a {@link ListItem} or {@link ExceptionValue} for each, by its text
     */
    record Constants(DecidingConstants deciding, Map<String, RulePart> parts) {}
}
