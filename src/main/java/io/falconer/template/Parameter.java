package io.falconer.template;

import java.util.Map;

/** What a template wants to know from a policy. */
sealed interface Parameter {
    /** One value or set. */
    record Single(HoleType type) implements Parameter {}

    /** A list of entries with values of their own, for {@code any}. */
    record Table(Map<String, HoleType> columns) implements Parameter {
        public Table {
            columns = Map.copyOf(columns);
        }
    }
}
