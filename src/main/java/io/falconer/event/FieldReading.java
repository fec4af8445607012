package io.falconer.event;

import io.falconer.field.DriverSchema;

/**
 * How one Falco reads fields from events, where releases differ.
 *
 * @param schema which parameters events carry: others have no value, though a recorded event may hold them
 * @param latencyMeasured whether {@code evt.latency} and its kin have a value where an event has one
 * @param firstVolumeOnly whether {@code ka.req.volume.hostpath[...]} looks at the first volume only
 */
public record FieldReading(DriverSchema schema, boolean latencyMeasured, boolean firstVolumeOnly) {
    /** That of the newest Falco. */
    public static final FieldReading NEWEST = new FieldReading(DriverSchema.NEWEST, false, false);
}
