package io.falconer.coverage;

import io.falconer.text.Location;
import io.falconer.text.TextOrigin;
import io.falconer.text.Via;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a rule's condition that a test can show at work. A macro that is used twice has its parts once for each use, because
 * each use can be wrong by itself.
 */
public sealed interface RulePart {
    /** The part as its author wrote it, on one line. */
    String text();

    /** Where it is written, and the macros and lists through which it is part of the rule. */
    TextOrigin origin();

    /** What has to be shown of it, in the order in which reports name it. */
    default List<Obligation> obligations() {
        return List.of(new Obligation(this, true));
    }

    /** The stretch of a file in which it is written. */
    default Location place() {
        return origin().location();
    }

    /** The same for the same part of the same rule, whatever suite loads the rule. */
    default String key() {
        return Stream.concat(origin().way().stream().map(Via::location), Stream.of(origin().location()))
                .map(place -> place.source().name() + ":" + place.span().start())
                .collect(Collectors.joining(" ", "", " " + text()));
    }

    /** A check. It has to decide twice: when it holds, and when it does not. */
    record Check(String text, TextOrigin origin) implements RulePart {
        @Override
        public List<Obligation> obligations() {
            return List.of(new Obligation(this, true), new Obligation(this, false));
        }
    }

    /**
     * An item of a check's list that has at least two different ones. It decides if the check does, and would have the other
     * result without the item.
     */
    record ListItem(Check check, String text, TextOrigin origin) implements RulePart {}

    /**
     * One value of an exception: all its comparisons together. It decides if it alone silences the rule.
     *
     * @param exception the name of the exception
     * @param number which of its values, from 1
     */
    record ExceptionValue(String exception, int number, TextOrigin origin) implements RulePart {
        @Override
        public String text() {
            return "exception \"" + exception + "\", value " + number;
        }
    }
}
