package io.falconer.event;

/** Reads one field, its argument included, from an event. */
@FunctionalInterface
public interface Extractor {
    /**
     * The value of the field; {@link Value.None#NONE} if it has no value or the event has another source. Never throws: what
     * Falco calls an extraction error is no value (section 3.8).
     */
    Value extract(Event event);
}
