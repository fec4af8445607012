package io.falconer.cli;

import jakarta.enterprise.inject.Vetoed;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command itself: it only lists the others. */
@Command(
        name = "falconer",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        synopsisHeading = "Usage: ",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        description = "Turns policies into Falco rules and proves them against fixture events, without a cluster.",
        footer = {
            "  falconer prove fixtures/quickstart/policy.yaml",
            "  falconer event pod.yaml | falconer replay -r rules.yaml -",
            "  falconer test --help"
        })
@Vetoed // not a bean: it gets its environment from Main
final class Falconer implements Runnable {
    @Mixin
    private final CommonOptions options = new CommonOptions();

    @Option(
            order = 95,
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the versions of Falconer and of the Falco it emulates.")
    private boolean version;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    private Falconer() {}

    /** The command line with all its commands. */
    static CommandLine commandLine(Environment environment) {
        CommandLine commandLine = new CommandLine(new Falconer());
        for (FalconerCommand command : commands(environment)) {
            CommandLine one = new CommandLine(command);
            Choices.apply(one.getCommandSpec(), command.choices());
            showExitCodes(one);
            commandLine.addSubcommand(one);
        }
        showExitCodes(commandLine);
        return commandLine;
    }

    private static void showExitCodes(CommandLine commandLine) {
        commandLine
                .getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.meanings());
    }

    private static List<FalconerCommand> commands(Environment environment) {
        return List.of(
                new ProveCommand(environment),
                new GenerateCommand(environment),
                new TestCommand(environment),
                new ReplayCommand(environment),
                new CheckCommand(environment),
                new EventCommand(environment),
                new FieldsCommand(environment),
                new InitCommand(environment),
                new SchemaCommand(environment),
                new CompletionCommand(environment));
    }

    @Override
    public void run() {
        throw new UsageException(spec.commandLine(), "say what to do", "falconer --help lists the commands");
    }

    CommonOptions options() {
        return options;
    }

    boolean version() {
        return version;
    }
}
