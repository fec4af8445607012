package io.falconer.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value that a template takes from a policy. */
public sealed interface Parameter {
    /**
     * One value or set.
     *
     * @param defaults the value if the policy leaves it out
     */
    record Single(ParameterType type, List<String> defaults) implements Parameter {
        public Single {
            defaults = List.copyOf(defaults);
        }

        /** A parameter that is empty if the policy leaves it out. */
        public Single(ParameterType type) {
            this(type, List.of());
        }
    }

    /** A list of entries with their own values, for {@code any}. */
    record Table(Map<String, ParameterType> columns) implements Parameter {
        public Table {
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns)); // in the template's order
        }
    }
}
