package io.falconer.cli;

import jakarta.enterprise.inject.Vetoed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The top command. It only lists the others. */
@Command(
        name = "falconer",
        versionProvider = FalconerVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        synopsisHeading = "Usage: ",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        description = "Turn policies into Falco rules and prove the rules with events, without a cluster.",
        footer = {
            "  falconer prove fixtures/quickstart/policy.yaml",
            "  falconer event pod.yaml | falconer replay -r rules.yaml -",
            "  falconer test --help"
        })
@Vetoed // not a bean: it gets its environment from Main
final class Falconer implements Runnable {
    private static final Set<String> VERSION = Set.of("-V", "--version");

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

    /** The command line with all commands. */
    static CommandLine commandLine(Environment environment) {
        return commandLine(environment, commands());
    }

    /**
     * The command line, limited to what these arguments need, because building the options of all commands takes longer than
     * many commands run. It has no command if the arguments only ask for the version. If the first argument is the name of a
     * command, it has only this command.
     */
    static CommandLine commandLine(Environment environment, String... arguments) {
        Map<String, Function<Environment, FalconerCommand>> commands = commands();
        String first = arguments.length == 0 ? "" : arguments[0];
        if (arguments.length == 1 && VERSION.contains(first)) {
            commands.clear();
        } else if (commands.containsKey(first) && !first.equals(CompletionCommand.NAME)) { // it looks at the others
            commands.keySet().retainAll(Set.of(first));
        }
        return commandLine(environment, commands);
    }

    private static CommandLine commandLine(
            Environment environment, Map<String, Function<Environment, FalconerCommand>> commands) {
        CommandLine commandLine = new CommandLine(new Falconer());
        commands.forEach((name, make) -> {
            FalconerCommand command = make.apply(environment);
            CommandLine one = new CommandLine(command);
            OptionChoices.apply(one.getCommandSpec(), command.choices());
            showExitCodes(one);
            commandLine.addSubcommand(name, one);
        });
        showExitCodes(commandLine);
        return commandLine.setExpandAtFiles(false); // the name of a file must not turn its lines into arguments
    }

    private static void showExitCodes(CommandLine commandLine) {
        commandLine
                .getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.meanings());
    }

    /** How to create each command, in the order of the help. */
    private static Map<String, Function<Environment, FalconerCommand>> commands() {
        Map<String, Function<Environment, FalconerCommand>> commands = new LinkedHashMap<>();
        commands.put("prove", ProveCommand::new);
        commands.put("generate", GenerateCommand::new);
        commands.put("test", TestCommand::new);
        commands.put("replay", ReplayCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("cover", CoverCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("diff", DiffCommand::new);
        commands.put("exceptions", ExceptionsCommand::new);
        commands.put("tune", TuneCommand::new);
        commands.put("event", EventCommand::new);
        commands.put("fields", FieldsCommand::new);
        commands.put("init", InitCommand::new);
        commands.put("schema", SchemaCommand::new);
        commands.put(CompletionCommand.NAME, CompletionCommand::new);
        return commands;
    }

    @Override
    public void run() {
        throw new UsageException(spec.commandLine(), "no command given", "falconer --help lists the commands");
    }

    CommonOptions options() {
        return options;
    }

    boolean version() {
        return version;
    }
}
