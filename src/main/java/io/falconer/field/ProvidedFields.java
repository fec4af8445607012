package io.falconer.field;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What Falco provides with some plugins only.
 *
 * @param sources the sources whose rules it loads
 * @param catalogues the fields of all sources
 */
public record ProvidedFields(Set<EventSource> sources, Map<EventSource, FieldCatalogue> catalogues) {
    public ProvidedFields {
        sources = Set.copyOf(sources);
        catalogues = Map.copyOf(catalogues);
    }

    /** The fields of a source. */
    FieldCatalogue of(EventSource source) {
        return Objects.requireNonNull(catalogues.get(source));
    }
}
