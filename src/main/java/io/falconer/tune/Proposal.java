package io.falconer.tune;

import io.falconer.event.Event;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An exception that may silence false positives: values for columns.
 *
 * @param name the name of the exception
 * @param declared whether the rule declares it already
 * @param rows the tuples of values, one value for each column
 */
public record Proposal(String name, boolean declared, List<Column> columns, List<List<String>> rows) {
    private static final int FEWEST_LISTED = 3;

    public Proposal {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The exception with the fewest tuples of these columns that matches all of these events; empty if one lacks a value. */
    static Optional<Proposal> matching(String name, boolean declared, List<Column> columns, List<Event> events) {
        Set<List<String>> rows = new LinkedHashSet<>();
        for (Event event : events) {
            List<String> row = new ArrayList<>();
            for (Column column : columns) {
                Optional<String> constant = column.constant(event);
                if (constant.isEmpty()) {
                    return Optional.empty();
                }
                row.add(constant.get());
            }
            rows.add(List.copyOf(row));
        }
        return Optional.of(new Proposal(name, declared, columns, List.copyOf(rows)));
    }

    /** Whether it only lists so many events, at least three: each has a tuple of its own. */
    boolean lists(int events) {
        return events >= FEWEST_LISTED && rows.size() == events;
    }

    /** Whether one of the tuples matches an event. */
    boolean matches(Event event) {
        return rows.stream().anyMatch(row -> {
            for (int i = 0; i < columns.size(); i++) {
                if (!columns.get(i).matches(event, row.get(i))) {
                    return false;
                }
            }
            return true;
        });
    }
}
