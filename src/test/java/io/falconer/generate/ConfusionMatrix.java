package io.falconer.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** For each control how often it fired where it had to, where it had not to, and so on. */
final class ConfusionMatrix {
    private final String corpus;
    private final Map<String, int[]> counts = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    ConfusionMatrix(String corpus) {
        this.corpus = corpus;
    }

    void add(String control, String pod, boolean violates, boolean fires) {
        int[] row = counts.computeIfAbsent(control, c -> new int[4]);
        row[violates ? (fires ? 0 : 1) : (fires ? 2 : 3)]++;
        if (violates != fires) {
            wrong.add((fires ? "fired: " : "silent: ") + control + " on " + pod);
        }
    }

    /** The pods on which a control was wrong. */
    List<String> wrong() {
        return wrong;
    }

    /** How often some control had to fire. */
    int violations() {
        return counts.values().stream().mapToInt(row -> row[0] + row[1]).sum();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                String.format("%-52s %8s %8s %8s %8s%n", corpus, "TRUE POS", "FALSE NEG", "FALSE POS", "TRUE NEG"));
        counts.forEach((control, row) ->
                text.append(String.format("%-52s %8d %9d %9d %8d%n", control, row[0], row[1], row[2], row[3])));
        return text.toString();
    }
}
