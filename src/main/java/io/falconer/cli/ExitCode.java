package io.falconer.cli;

/** What the command's exit status says, the same for every command. */
enum ExitCode {
    /** All holds. */
    HOLDS(0),
    /** Findings, failed tests, files that differ. */
    FINDINGS(1),
    /** A bad option or argument. */
    USAGE(2),
    /** An input could not be loaded. */
    UNLOADABLE(3),
    /** A bug in Falconer; EX_SOFTWARE of sysexits.h. */
    INTERNAL(70);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
