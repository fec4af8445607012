package io.falconer.tune;

import java.util.List;

/** What was found for false and true positives. */
public sealed interface TuningResult {
    /**
     * Exceptions that fit.
     *
     * @param alternatives the best first, at least one
     * @param falsePositives how many they silence
     * @param truePositives how many they keep
     */
    record Found(List<Tuned> alternatives, int falsePositives, int truePositives) implements TuningResult {
        public Found {
            alternatives = List.copyOf(alternatives);
        }
    }

    /**
     * There is none.
     *
     * @param why a sentence without a full stop
     */
    record Refused(String why, String hint) implements TuningResult {}
}
