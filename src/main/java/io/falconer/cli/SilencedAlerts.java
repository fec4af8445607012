package io.falconer.cli;

import io.falconer.exception.ExceptionSource;
import io.falconer.exception.ExceptionUse;
import io.falconer.field.EventSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the alerts of recorded events that exceptions silence. */
final class SilencedAlerts {
    private final EventInputs inputs;
    private final List<ExceptionSource> sources;
    private final Map<Place, ExceptionUse> uses = new HashMap<>();
    private final Set<EventSource> seen = ConcurrentHashMap.newKeySet();

    /** An exception: the number of its source, and its own. */
    private record Place(int source, int number) {}

    /** The exceptions that silence alerts for one event. There is at least one. */
    private record Silenced(long nanos, List<Place> by) {}

    SilencedAlerts(Environment environment, CommonOptions options, Console console, List<ExceptionSource> sources) {
        this.inputs = new EventInputs(environment, options, console);
        this.sources = List.copyOf(sources);
    }

    /** Counts for all events that the arguments name. Returns whether all could be read. */
    boolean count(List<String> arguments) {
        return inputs.<Silenced>judge(
                arguments,
                event -> {
                    seen.add(event.source());
                    List<Place> by = new ArrayList<>();
                    for (int i = 0; i < sources.size(); i++) {
                        int source = i;
                        sources.get(i).silencing(event).forEach(number -> by.add(new Place(source, number)));
                    }
                    return by.isEmpty() ? Optional.empty() : Optional.of(new Silenced(event.nanos(), by));
                },
                silenced -> silenced.by()
                        .forEach(place -> uses.merge(
                                place,
                                ExceptionUse.NONE.and(silenced.nanos()),
                                (known, one) -> known.and(silenced.nanos()))));
    }

    /** What an exception silenced. */
    ExceptionUse use(int source, int number) {
        return uses.getOrDefault(new Place(source, number), ExceptionUse.NONE);
    }

    /** Whether there were events of all these sources. */
    boolean sawAll(Set<EventSource> wanted) {
        return seen.containsAll(wanted);
    }

    /** The number of events that were judged. */
    long events() {
        return inputs.events();
    }
}
