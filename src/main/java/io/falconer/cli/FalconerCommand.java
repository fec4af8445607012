package io.falconer.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands have in common: the options, the environment, an exit code as result. */
@Command(
        sortOptions = false,
        synopsisHeading = "Usage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n")
abstract class FalconerCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions options = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    private final Environment environment;

    FalconerCommand(Environment environment) {
        this.environment = environment;
    }

    /** Does the command's work. */
    abstract ExitCode run(Console console);

    @Override
    public final Integer call() {
        return run(new Console(environment, options)).status();
    }

    final Environment environment() {
        return environment;
    }

    final CommonOptions options() {
        return options;
    }

    /** The failure that makes the command end with {@link ExitCode#USAGE}. */
    final UsageException usage(String message, String hint) {
        return new UsageException(spec.commandLine(), message, hint);
    }
}
