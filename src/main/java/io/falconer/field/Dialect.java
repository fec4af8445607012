package io.falconer.field;

import io.falconer.condition.Grammar;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The language of conditions of one Falco.
 *
 * @param grammar the grammar of conditions
 * @param schema the events and parameters that conditions may name
 * @param refusesInvalidRegexes whether an invalid regular expression is an error (libs 0.25, {@code sinsp_filtercheck.cpp});
 *     before, it loads and nothing matches it. Recorded: {@code conformance-0.43/conditions}
 * @param provided what the loaded plugins provide; empty if they provide everything
 */
public record Dialect(
        Grammar grammar, DriverSchema schema, boolean refusesInvalidRegexes, Optional<ProvidedFields> provided) {
    /** The dialect of the newest Falco. */
    public static final Dialect NEWEST = new Dialect(Grammar.NEWEST, DriverSchema.NEWEST, true);

    /** A dialect with all sources and fields. */
    public Dialect(Grammar grammar, DriverSchema schema, boolean refusesInvalidRegexes) {
        this(grammar, schema, refusesInvalidRegexes, Optional.empty());
    }

    /** The same dialect with some sources and fields only. */
    public Dialect only(Set<EventSource> sources, Predicate<Field> fields) {
        Map<EventSource, FieldCatalogue> catalogues = new EnumMap<>(EventSource.class);
        for (EventSource source : EventSource.values()) {
            catalogues.put(source, catalogue(source).only(fields));
        }
        return new Dialect(
                grammar, schema, refusesInvalidRegexes, Optional.of(new ProvidedFields(sources, catalogues)));
    }

    /** The source with the name {@code id} in rules; empty if no plugin provides it. */
    public Optional<EventSource> source(String id) {
        return EventSource.of(id)
                .filter(source -> provided.isEmpty() || provided.get().sources().contains(source));
    }

    /** The fields that conditions of a source may use. */
    public FieldCatalogue catalogue(EventSource source) {
        return provided.map(fields -> fields.of(source)).orElseGet(() -> FieldCatalogue.of(source, schema));
    }
}
