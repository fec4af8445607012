package io.falconer.engine;

import io.falconer.event.Event;
import io.falconer.event.Value;
import org.jspecify.annotations.Nullable;

/** The values of one event, each worked out when it is first asked for and then kept. */
final class Frame {
    private final Event event;
    private final Read[] reads;
    private final @Nullable Value[] values;

    Frame(Event event, Read[] reads) {
        this.event = event;
        this.reads = reads;
        this.values = new Value[reads.length];
    }

    Event event() {
        return event;
    }

    Value value(int slot) {
        Value known = values[slot];
        if (known != null) {
            return known;
        }
        Value read = reads[slot].read(this);
        values[slot] = read;
        return read;
    }
}
