package io.falconer.cli;

import jakarta.enterprise.inject.Vetoed;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code falconer generate-completion}: what the shell must know to complete command lines. */
@Command(
        name = "generate-completion",
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
    CompletionCommand(Environment environment) {
        super(environment);
    }

    @Override
    ExitCode run(Console console) {
        console.print(AutoComplete.bash("falconer", whole()));
        return ExitCode.HOLDS;
    }
}
