package io.falconer.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The events that {@code evt.type} knows, and the names and types of their parameters (section 7.1). */
public final class EventTypes {
    private static final int LONGEST_PARAMETER = 32;

    private final Set<String> names;
    private final Map<String, FieldType> parameters;
    /** The parameters that events only have in later schemas, by the event's name. */
    private final Map<String, Set<String>> notYetCarried;

    private EventTypes(Set<String> names, Map<String, FieldType> parameters, Map<String, Set<String>> notYetCarried) {
        this.names = Set.copyOf(names);
        this.parameters = Map.copyOf(parameters);
        this.notYetCarried = Map.copyOf(notYetCarried);
    }

    /** The events of a schema. They are read on first use, because audit rules never need them. */
    public static EventTypes of(DriverSchema schema) {
        return Objects.requireNonNull(Tables.BY_SCHEMA.get(schema));
    }

    /** Whether {@code name} is an event or system call. Rules that compare evt.type with other constants do not load. */
    public boolean isKnown(String name) {
        return names.contains(name);
    }

    /** All names that {@link #isKnown}. */
    public Set<String> names() {
        return names;
    }

    /** The events that have the parameter {@code parameter} in later schemas but not in this one. */
    public Set<String> notYetCarrying(String parameter) {
        return notYetCarried.getOrDefault(parameter, Set.of());
    }

    /** The longest parameter whose name {@code text} starts with. */
    Optional<String> longestParameter(String text) {
        for (int end = Math.min(text.length(), LONGEST_PARAMETER); end > 0; end--) {
            String name = text.substring(0, end);
            if (parameters.containsKey(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** The type of a parameter. If several events use a name with different types, the type in the first event. */
    FieldType parameterType(String parameter) {
        return parameters.getOrDefault(parameter, FieldType.DYN);
    }

    /** The events of the oldest schema, and the additions of each later one. */
    private static final class Tables {
        static final Map<DriverSchema, EventTypes> BY_SCHEMA = new EnumMap<>(DriverSchema.class);

        static {
            JsonNode events = CatalogueReader.read("events.json");
            Set<String> names = new HashSet<>();
            Map<String, FieldType> parameters = new HashMap<>();
            Map<String, Set<String>> later = new HashMap<>();
            events.required("later")
                    .forEach(each -> each.path("carried").properties().forEach(event -> event.getValue()
                            .forEach(parameter -> later.computeIfAbsent(parameter.textValue(), p -> new HashSet<>())
                                    .add(event.getKey()))));
            add(events, names, parameters, later);
            for (DriverSchema schema : DriverSchema.values()) {
                for (JsonNode each : events.required("later")) {
                    if (each.required("schema").textValue().equals(schema.version())) {
                        add(each, names, parameters, later);
                    }
                }
                BY_SCHEMA.put(schema, new EventTypes(names, parameters, later));
            }
        }

        private static void add(
                JsonNode more, Set<String> names, Map<String, FieldType> parameters, Map<String, Set<String>> later) {
            more.path("types").forEach(name -> names.add(name.textValue()));
            more.path("parameters")
                    .properties()
                    .forEach(entry -> parameters.put(
                            entry.getKey(), FieldType.valueOf(entry.getValue().textValue())));
            more.path("carried").properties().forEach(event -> event.getValue()
                    .forEach(parameter -> later.computeIfPresent(
                            parameter.textValue(), (p, events) -> without(events, event.getKey()))));
        }

        private static Set<String> without(Set<String> events, String gone) {
            Set<String> left = new HashSet<>(events);
            left.remove(gone);
            return left;
        }
    }
}
