package io.falconer.event;

/** Reads one field, its argument included, from an event. */
@FunctionalInterface
public interface Extractor {
    /**
     * What the field holds; {@link Value.None#NONE} where it has no value or the event is of another source. Never
     * throws: what Falco calls an extraction error is no value (section 3.8).
     */
    Value extract(Event event);
}
