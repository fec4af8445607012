package io.falconer.cli;

import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * The entry point of the process. Quarkus builds the application and the native executable. At run time nothing of Quarkus
 * starts: commands are not beans, and a container would take half of the start time of each command (decision 0010).
 */
@QuarkusMain
public final class Main {
    private Main() {}

    /** Runs the command and ends the process with its exit status. */
    public static void main(String... arguments) {
        Interruption interruption = Interruption.ofProcess();
        int status = Cli.run(Environment.system(interruption), arguments);
        interruption.ended();
        System.exit(status);
    }
}
