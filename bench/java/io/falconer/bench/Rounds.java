package io.falconer.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * How long something took in each of several rounds. What runs in the same round runs within seconds of each other, on a
 * machine that is as busy for one as for the other; therefore ratios are taken round by round.
 */
final class Rounds {
    private final List<Double> seconds = new ArrayList<>();

    void add(long nanos) {
        seconds.add(nanos / 1e9);
    }

    /** The median of so many things a second. */
    double perSecond(double things) {
        return median(seconds.stream().map(s -> things / s).toList());
    }

    /** The ratio of these times to others, of the same rounds: its median, and from where to where it went. */
    String ratioTo(Rounds other) {
        return ratio(other, r -> r);
    }

    /** The same of speeds. */
    String speedRatioTo(Rounds other) {
        return ratio(other, r -> 1 / r);
    }

    private String ratio(Rounds other, DoubleUnaryOperator sense) {
        List<Double> ratios = IntStream.range(0, seconds.size())
                .mapToObj(i -> sense.applyAsDouble(seconds.get(i) / other.seconds.get(i)))
                .sorted()
                .toList();
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median(ratios), ratios.getFirst(), ratios.getLast());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** A row of a table: speed in events and in megabytes. */
    String row(String name, long events, long bytes) {
        return String.format(Locale.ROOT, "%-28s %,12.0f %8.0f", name, perSecond(events), perSecond(bytes / 1e6));
    }
}
