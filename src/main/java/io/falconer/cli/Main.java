package io.falconer.cli;

import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Where the process begins. Quarkus builds the application and the native executable; at run time nothing of it is started,
 * since commands are no beans and a container would only cost a start of every command half its time (decision 0010).
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
