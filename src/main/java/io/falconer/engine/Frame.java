package io.falconer.engine;

import io.falconer.event.Event;
import io.falconer.event.Value;
import org.jspecify.annotations.Nullable;

/** The values of one event and the verdicts of shared conditions. Each is computed on first use and kept. */
final class Frame {
    private static final byte UNKNOWN = 0;
    private static final byte HOLDS = 1;
    private static final byte FAILS = 2;

    private final Event event;
    private final SlotReader[] reads;
    private final @Nullable Value[] values;
    private final byte[] verdicts;

    /** A frame for {@code event} with room for the verdicts of {@code shared} conditions. */
    Frame(Event event, SlotReader[] reads, int shared) {
        this.event = event;
        this.reads = reads;
        this.values = new Value[reads.length];
        this.verdicts = new byte[shared];
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

    /** Whether {@code condition} holds, which is the same at every call with its number. */
    boolean verdict(int number, Node condition) {
        byte known = verdicts[number];
        if (known == UNKNOWN) {
            known = condition.holds(this) ? HOLDS : FAILS;
            verdicts[number] = known;
        }
        return known == HOLDS;
    }
}
