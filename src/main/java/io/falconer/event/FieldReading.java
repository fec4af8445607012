package io.falconer.event;

import io.falconer.field.DriverSchema;

/**
 * How one Falco reads fields from events, where releases differ.
 *
 * @param schema the parameters of events; others have no value, even if a recorded event contains them
 * @param latencyMeasured whether {@code evt.latency} and similar fields have a value if an event has one
 * @param firstVolumeOnly whether {@code ka.req.volume.hostpath[...]} only reads the first volume
 */
public record FieldReading(DriverSchema schema, boolean latencyMeasured, boolean firstVolumeOnly) {
    /** The behaviour of the newest Falco. */
    public static final FieldReading NEWEST = new FieldReading(DriverSchema.NEWEST, false, false);
}
