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
    /** The parameters that events carry in later schemas only, by the event's name. */
    private final Map<String, Set<String>> notYetCarried;

    private EventTypes(Set<String> names, Map<String, FieldType> parameters, Map<String, Set<String>> notYetCarried) {
        this.names = Set.copyOf(names);
        this.parameters = Map.copyOf(parameters);
        this.notYetCarried = Map.copyOf(notYetCarried);
    }

    /** The events of a schema; read when they are first asked for, because audit rules never need them. */
    public static EventTypes of(DriverSchema schema) {
        return Objects.requireNonNull(Tables.BY_SCHEMA.get(schema));
    }

    /** Whether {@code name} is an event or system call; other constants compared with evt.type do not load. */
    public boolean isKnown(String name) {
        return names.contains(name);
    }

    /** All names that {@link #isKnown}. */
    public Set<String> names() {
        return names;
    }

    /** The events that carry the parameter {@code parameter} in later schemas and do not yet in this one. */
    public Set<String> notYetCarrying(String parameter) {
        return notYetCarried.getOrDefault(parameter, Set.of());
    }

    /** The longest parameter whose name {@code text} begins with. */
    Optional<String> longestParameter(String text) {
        for (int end = Math.min(text.length(), LONGEST_PARAMETER); end > 0; end--) {
            String name = text.substring(0, end);
            if (parameters.containsKey(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** The type of a parameter; a name that several events use in several types has that of the first. */
    FieldType parameterType(String parameter) {
        return parameters.getOrDefault(parameter, FieldType.DYN);
    }

    /** The events of the oldest schema, and what each later one adds to them. */
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
