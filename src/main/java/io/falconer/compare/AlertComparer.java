package io.falconer.compare;

import io.falconer.engine.Alert;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.event.Event;
import io.falconer.event.Origin;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares the alerts that two versions of rules give for recorded events, and collects the differences. */
public final class AlertComparer {
    private final Engine before;
    private final Engine after;
    /** The names that renamed rules have now, by those that they had. */
    private final Map<String, String> renamed = new HashMap<>();

    private final Map<Difference, AlertChange> found = new LinkedHashMap<>();

    /** The rules whose alerts for one event are gone and new. At least one is. */
    private record Difference(List<String> gone, List<String> added) {}

    /** A difference, and the place of the event that shows it. */
    public record Shown(List<String> gone, List<String> added, Origin place) {}

    /** @param changes what changes between the rules; a rule that is renamed stays the same rule */
    public AlertComparer(
            LoadedRules before, LoadedRules after, RuleSetChanges changes, RuleMatching matching, Priority minimum) {
        this.before = Engine.of(before.rules(), matching, minimum);
        this.after = Engine.of(after.rules(), matching, minimum);
        changes.of(RuleChange.Kind.RENAMED)
                .forEach(change -> renamed.put(
                        change.before().map(Rule::name).orElseThrow(),
                        change.rule().name()));
    }

    /** How the alerts for an event differ; empty if they do not. Several threads may call it. */
    public Optional<Shown> compare(Event event) {
        Set<String> old = new LinkedHashSet<>();
        for (Alert alert : before.evaluate(event)) {
            String name = alert.rule().name();
            old.add(renamed.getOrDefault(name, name));
        }
        Set<String> now = new LinkedHashSet<>();
        after.evaluate(event).forEach(alert -> now.add(alert.rule().name()));
        List<String> gone = without(old, now);
        List<String> added = without(now, old);
        return gone.isEmpty() && added.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shown(gone, added, event.origin()));
    }

    private static List<String> without(Set<String> all, Set<String> others) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(others);
        return rest;
    }

    /** Adds a difference. */
    public void add(Shown shown) {
        AlertChange.Kind kind = shown.added().isEmpty()
                ? AlertChange.Kind.LOST
                : shown.gone().isEmpty() ? AlertChange.Kind.GAINED : AlertChange.Kind.MOVED;
        Difference difference = new Difference(shown.gone(), shown.added());
        AlertChange known =
                found.getOrDefault(difference, new AlertChange(kind, shown.gone(), shown.added(), 0, List.of()));
        found.put(difference, known.and(shown.place()));
    }

    /** All differences that were added. */
    public RecordedAlerts result(long events) {
        return new RecordedAlerts(
                events,
                found.values().stream()
                        .sorted(Comparator.comparing(AlertChange::kind))
                        .toList());
    }
}
