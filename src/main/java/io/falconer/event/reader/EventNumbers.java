package io.falconer.event.reader;

/**
 * How many events of each source were read, which numbers them from 1 and from one input to the next, and the time of the
 * first of each.
 */
public record EventNumbers(long audits, long firstAudit, long syscalls, long firstSyscall) {
    /** Before the first event. */
    public static final EventNumbers NONE = new EventNumbers(0, 0, 0, 0);
}
