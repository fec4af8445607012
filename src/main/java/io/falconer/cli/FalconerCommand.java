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

    /** The formats that {@code -o} takes, the usual one first; none where there is no {@code -o}. */
    List<Format> formats() {
        return List.of();
    }

    /** The values of options whose type does not tell them, by the option's longest name. */
    Map<String, List<String>> choices() {
        return Map.of("--output", formats().stream().map(Format::id).toList());
    }

    final Environment environment() {
        return environment;
    }

    final CommonOptions options() {
        return options;
    }

    /** The command line that this command is part of. */
    final CommandLine whole() {
        return spec.root().commandLine();
    }

    /** The file or directory that an argument names, to be written; what cannot be a path is wrong usage. */
    final OutputPath outputPath(String name) {
        return environment
                .path(name)
                .map(path -> new OutputPath(name, path))
                .orElseThrow(() -> usage("\"" + name + "\" is no path", "name a file or directory"));
    }

    /** The failure that makes the command end with {@link ExitCode#USAGE}. */
    final UsageException usage(String message, String hint) {
        return new UsageException(spec.commandLine(), message, hint);
    }
}
