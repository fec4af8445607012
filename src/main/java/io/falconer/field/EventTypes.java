package io.falconer.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The events that {@code evt.type} knows, and the names and types of their parameters (section 7.1). */
public final class EventTypes {
    private static final int LONGEST_PARAMETER = 32;

    private EventTypes() {}

    /** Whether {@code name} is an event or system call; other constants compared with evt.type do not load. */
    public static boolean isKnown(String name) {
        return Table.NAMES.contains(name);
    }

    /** All names that {@link #isKnown}. */
    public static Set<String> names() {
        return Table.NAMES;
    }

    /** The longest parameter whose name {@code text} begins with. */
    static Optional<String> longestParameter(String text) {
        for (int end = Math.min(text.length(), LONGEST_PARAMETER); end > 0; end--) {
            String name = text.substring(0, end);
            if (Table.PARAMETERS.containsKey(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** The type of a parameter; a name that several events use in several types has that of the first. */
    static FieldType parameterType(String parameter) {
        return Table.PARAMETERS.getOrDefault(parameter, FieldType.DYN);
    }

    /** Read when first asked for: audit rules never need it. */
    private static final class Table {
        static final Set<String> NAMES;
        static final Map<String, FieldType> PARAMETERS;

        static {
            JsonNode events = CatalogueReader.read("events.json");
            Set<String> names = new HashSet<>();
            events.required("types").forEach(name -> names.add(name.textValue()));
            NAMES = Set.copyOf(names);
            Map<String, FieldType> parameters = new HashMap<>();
            events.required("parameters")
                    .properties()
                    .forEach(entry -> parameters.put(
                            entry.getKey(), FieldType.valueOf(entry.getValue().textValue())));
            PARAMETERS = Map.copyOf(parameters);
        }
    }
}
