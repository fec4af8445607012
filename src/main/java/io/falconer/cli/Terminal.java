package io.falconer.cli;

import java.io.IOException;
import java.nio.file.Path;

/** Whether standard output and standard error are terminals. */
record Terminal(boolean out, boolean err) {

    static Terminal system() {
        return new Terminal(isTerminal(1), isTerminal(2));
    }

    /**
     * Detects the terminals. On Linux, each stream is checked separately. Elsewhere, Java reports whether both input and output
     * are terminals, if it runs with {@code -Djdk.console=java.base}, as the launcher does.
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
