package io.falconer.cli;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Where Quarkus hands over to the commands. */
@QuarkusMain
public class Main implements QuarkusApplication {
    @Override
    public int run(String... arguments) {
        return Cli.run(Environment.system(), arguments);
    }
}
