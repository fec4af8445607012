package io.falconer.engine;

import io.falconer.event.Event;
import io.falconer.event.Value;
import io.falconer.ruleset.Rule;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The alert of a rule for an event.
 *
 * @param message the rule's output with its values, without time and priority (section 5.2)
 * @param fields the fields that the output shows, under their normalised names, including those without a value; times are
 *     numbers of nanoseconds
 */
public record Alert(Rule rule, Event event, String message, SortedMap<String, Value> fields) {
    public Alert {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }
}
