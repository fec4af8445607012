package io.falconer.cli;

import java.io.IOException;
import java.nio.file.Path;

/** Whether standard output and standard error go to a terminal. */
record Terminal(boolean out, boolean err) {

    static Terminal system() {
        return new Terminal(isTerminal(1), isTerminal(2));
    }

    /**
     * Linux tells for each stream. Elsewhere Java says whether both input and output are terminals, if it is started with
     * {@code -Djdk.console=java.base}, as the launcher does.
     */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Path.of("/proc/self/fd/" + descriptor).toRealPath().toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return System.console() != null;
        }
    }
}
