package io.falconer.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** The exit status of a command, the same for every command. */
enum ExitCode {
    /** Success. */
    HOLDS(0, "success"),
    /** Findings, failed tests, or files that differ. */
    DOES_NOT_HOLD(1, "findings, failed tests, or files that differ"),
    /** A bad option or argument. */
    USAGE(2, "wrong usage"),
    /** An input could not be loaded. */
    UNLOADABLE(3, "an input could not be loaded"),
    /** A bug in Falconer; EX_SOFTWARE of sysexits.h. */
    INTERNAL(70, "internal error"),
    /** A signal ended a command that printed its results so far; 128 and the number of SIGINT, as shells report it. */
    INTERRUPTED(130, "interrupted");

    private final int status;
    private final String meaning;

    ExitCode(int status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    int status() {
        return status;
    }

    /** The meaning of each status, as the help shows it. */
    static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (ExitCode code : values()) {
            meanings.put(Integer.toString(code.status), code.meaning);
        }
        return meanings;
    }
}
