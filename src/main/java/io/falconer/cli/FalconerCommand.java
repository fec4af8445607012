package io.falconer.cli;

import io.falconer.cli.file.OutputPath;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands share: the options, the environment, an exit code as result. */
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

    /** Runs the command. */
    abstract ExitCode run(Console console);

    @Override
    public final Integer call() {
        return run(new Console(environment, options)).status();
    }

    /** The formats that {@code -o} accepts, the default first; empty if the command has no {@code -o}. */
    List<Format> formats() {
        return List.of();
    }

    /** The values of options whose type does not list them, by the option's longest name. */
    Map<String, List<String>> choices() {
        return Map.of("--output", formats().stream().map(Format::id).toList());
    }

    final Environment environment() {
        return environment;
    }

    final CommonOptions options() {
        return options;
    }

    /** The command line that contains this command. */
    final CommandLine whole() {
        return spec.root().commandLine();
    }

    /** The output file or directory that an argument names. If the name cannot be a path, the usage is wrong. */
    final OutputPath outputPath(String name) {
        return environment
                .path(name)
                .map(path -> new OutputPath(name, path))
                .orElseThrow(() -> usage("\"" + name + "\" is not a path", "name a file or directory"));
    }

    /** Creates the failure that ends the command with {@link ExitCode#USAGE}. */
    final UsageException usage(String message, String hint) {
        return new UsageException(spec.commandLine(), message, hint);
    }
}
