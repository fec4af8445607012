package io.falconer.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the command's exit status says, the same for every command. */
enum ExitCode {
    /** All holds. */
    HOLDS(0, "all holds"),
    /** Findings, failed tests, files that differ. */
    DOES_NOT_HOLD(1, "findings, failed tests, or files that differ"),
    /** A bad option or argument. */
    USAGE(2, "wrong usage"),
    /** An input could not be loaded. */
    UNLOADABLE(3, "an input could not be loaded"),
    /** A bug in Falconer; EX_SOFTWARE of sysexits.h. */
    INTERNAL(70, "internal error"),
    /** A signal ended a command that told what it had until then; 128 and the number of SIGINT, as shells say it. */
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

    /** What each status means, in the words of the help. */
    static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (ExitCode code : values()) {
            meanings.put(Integer.toString(code.status), code.meaning);
        }
        return meanings;
    }
}
