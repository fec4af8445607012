package io.falconer.compare;

import io.falconer.event.Origin;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A difference between the alerts for recorded events, and the events that show it.
 *
 * @param before the rules whose alerts are gone; none if the alerts are gained
 * @param after the rules whose alerts are new; none if the alerts are lost
 * @param events the number of events
 * @param places the first of them
 */
public record AlertChange(Kind kind, List<String> before, List<String> after, long events, List<Origin> places) {
    private static final int MOST_PLACES = 5;

    /** What happens to alerts. */
    public enum Kind {
        LOST,
        /** Another rule gives the alert. */
        MOVED,
        GAINED;

        /** As reports write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AlertChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
        places = List.copyOf(places);
    }

    /** The rules in words: {@code Shell}, or {@code Shell -> Interpreter} if the alert moved. */
    public String rules() {
        String old = String.join(", ", before);
        String now = String.join(", ", after);
        return switch (kind) {
            case LOST -> old;
            case GAINED -> now;
            case MOVED -> old + " -> " + now;
        };
    }

    /** The same difference, shown by one event more. */
    AlertChange and(Origin place) {
        return new AlertChange(
                kind,
                before,
                after,
                events + 1,
                places.size() < MOST_PLACES
                        ? Stream.concat(places.stream(), Stream.of(place)).toList()
                        : places);
    }
}
