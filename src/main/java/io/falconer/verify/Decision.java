package io.falconer.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a rule fires on exactly what its policy forbids.
 *
 * @param over whether it fires on something that is not forbidden
 * @param under whether it stays silent on something that is forbidden
 */
public record Decision(Side over, Side under) {
    /** What was found about one direction. */
    public sealed interface Side {}

    /** No event does it. */
    public record Never() implements Side {}

    /**
     * An event does it, as a replay has confirmed.
     *
     * @param event a JSON document in one line
     */
    public record Shown(String event) implements Side {}

    /** Neither was found. */
    public record Open(String reason) implements Side {}

    /** Both directions were given up for the same reason. */
    public static Decision open(String reason) {
        return new Decision(new Open(reason), new Open(reason));
    }

    /** This decision, with what {@code later} found about the directions that are open. */
    public Decision completedBy(Decision later) {
        return new Decision(over instanceof Open ? later.over() : over, under instanceof Open ? later.under() : under);
    }

    /** Why something is open, without repetitions. */
    public List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        for (Side side : List.of(over, under)) {
            if (side instanceof Open(String reason) && !reasons.contains(reason)) {
                reasons.add(reason);
            }
        }
        return reasons;
    }

    /** Whether no event does either. */
    public boolean isProved() {
        return Stream.of(over, under).allMatch(Never.class::isInstance);
    }
}
