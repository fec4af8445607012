package io.falconer.field;

import io.falconer.condition.Grammar;

/**
 * The language of conditions of one Falco.
 *
 * @param grammar the grammar of conditions
 * @param schema the events and parameters that conditions may name
 * @param refusesInvalidRegexes whether an invalid regular expression is an error (libs 0.25, {@code sinsp_filtercheck.cpp});
 *     before, it loads and nothing matches it. Recorded: {@code conformance-0.43/conditions}
 */
public record Dialect(Grammar grammar, DriverSchema schema, boolean refusesInvalidRegexes) {
    /** The dialect of the newest Falco. */
    public static final Dialect NEWEST = new Dialect(Grammar.NEWEST, DriverSchema.NEWEST, true);

    /** The fields that conditions of a source may use. */
    public FieldCatalogue catalogue(EventSource source) {
        return FieldCatalogue.of(source, schema);
    }
}
