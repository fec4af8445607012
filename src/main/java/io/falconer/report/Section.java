package io.falconer.report;

import io.falconer.suite.Status;
import java.util.List;

/**
 * A policy with its rules or a suite with its tests: what reports list one after the other.
 *
 * @param kind {@code policy} or {@code suite}
 * @param path its file
 */
record Section(String kind, String name, String path, List<Entry> entries) {
    Section {
        entries = List.copyOf(entries);
    }

    /** How many entries ended so. */
    long count(Status status) {
        return entries.stream().filter(e -> e.status() == status).count();
    }
}
