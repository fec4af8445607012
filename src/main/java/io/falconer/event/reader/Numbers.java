package io.falconer.event.reader;

/**
 * How many events of each source were read, which numbers them from 1 and from one input to the next, and the time of the
 * first of each.
 */
record Numbers(long audits, long firstAudit, long syscalls, long firstSyscall) {
    static final Numbers NONE = new Numbers(0, 0, 0, 0);

    /** With one more event. */
    Numbers with(boolean syscall, long nanos) {
        return syscall
                ? new Numbers(audits, firstAudit, syscalls + 1, syscalls == 0 ? nanos : firstSyscall)
                : new Numbers(audits + 1, audits == 0 ? nanos : firstAudit, syscalls, firstSyscall);
    }
}
