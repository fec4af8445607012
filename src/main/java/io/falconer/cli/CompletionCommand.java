package io.falconer.cli;

import jakarta.enterprise.inject.Vetoed;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code falconer generate-completion}: what the shell must know to complete command lines. */
@Command(
        name = CompletionCommand.NAME,
        header = "Print a script by which bash and zsh complete.",
        description = {
            "Print a script by which bash and zsh complete commands, options, their values and files."
                    + " The shell reads it when it starts, or now with the builtin source."
        },
        footer = {
            "  source <(falconer generate-completion)",
            "  falconer generate-completion \\",
            "      > ~/.local/share/bash-completion/completions/falconer",
            "  echo 'source <(falconer generate-completion)' >> ~/.zshrc"
        })
@Vetoed // not a bean: it gets its environment from Main
final class CompletionCommand extends FalconerCommand {
    static final String NAME = "generate-completion";

    private static final String NO_FILES = "  type compopt &>/dev/null && compopt +o default\n";

    CompletionCommand(Environment environment) {
        super(environment);
    }

    @Override
    ExitCode run(Console console) {
        console.print(withFiles(AutoComplete.bash("falconer", whole())));
        return ExitCode.HOLDS;
    }

    /** picocli leaves files to the shell only for types of files, which ours are not: globs and - are no paths. */
    private static String withFiles(String script) {
        int commands = script.indexOf(NO_FILES) + NO_FILES.length();
        return script.substring(0, commands) + script.substring(commands).replace(NO_FILES, "");
    }
}
