package io.falconer.event.reader;

/**
 * The number of events read of each source, which numbers them from 1 and continues over all inputs, and the time of the first
 * event of each source.
 */
public record EventNumbers(long audits, long firstAudit, long syscalls, long firstSyscall) {
    /** Before the first event. */
    public static final EventNumbers NONE = new EventNumbers(0, 0, 0, 0);
}
