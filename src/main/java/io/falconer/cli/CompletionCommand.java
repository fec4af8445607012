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

    private static final String ENTRY_COMMENT = "# Bash completion entry point function.\n";
    private static final String ENTRY = "function _complete_falconer() {\n";

    /** picocli's script knows an option's value only as a word of its own. */
    private static final String OPTION_AND_VALUE = """
            # Makes two words of --option=value, which is three words to bash and one to zsh.
            function _falconer_words() {
              local i=$COMP_CWORD
              local option="${COMP_WORDS[i]%%=*}"
              local value="${COMP_WORDS[i]#*=}"
              if [[ "${COMP_WORDS[i]}" == --*=* ]]; then
                COMP_WORDS=("${COMP_WORDS[@]:0:$i}" "$option" "$value")
                COMP_CWORD=$((i + 1))
              elif [[ "${COMP_WORDS[i]}" == "=" && "${COMP_WORDS[i-1]}" == --* ]]; then
                COMP_WORDS[i]=""
              elif [[ "${COMP_WORDS[i-1]}" == "=" && "${COMP_WORDS[i-2]}" == --* ]]; then
                COMP_WORDS=("${COMP_WORDS[@]:0:$((i - 1))}" "${COMP_WORDS[i]}")
                COMP_CWORD=$((i - 1))
              fi
            }

            """;

    /** What bash does by itself: files after {@code -o FORMAT=}, and none where a command must be. */
    private static final String ZSH = """

            if [ -n "$ZSH_VERSION" ]; then
              function _zsh_falconer() {
                local before="${words[CURRENT-1]}"
                if [[ "$PREFIX" == --output=*=* ]] ||
                  [[ "$PREFIX" == *=* && ( "$before" == -o || "$before" == --output ) ]]; then
                  compset -P '*='
                  _files
                elif [[ "$CURRENT" == 2 ]]; then
                  _bash_complete -F _complete_falconer
                else
                  compset -P '--*='
                  _bash_complete -o default -F _complete_falconer
                fi
              }
              compdef _zsh_falconer falconer
            fi
            """;

    CompletionCommand(Environment environment) {
        super(environment);
    }

    @Override
    ExitCode run(Console console) {
        String script = withFiles(AutoComplete.bash("falconer", whole()));
        console.print(script.replace(ENTRY_COMMENT, OPTION_AND_VALUE + ENTRY_COMMENT)
                        .replace(ENTRY, ENTRY + "  _falconer_words\n")
                + ZSH);
        return ExitCode.HOLDS;
    }

    /** picocli leaves files to the shell only for types of files, which ours are not: globs and - are no paths. */
    private static String withFiles(String script) {
        int commands = script.indexOf(NO_FILES) + NO_FILES.length();
        return script.substring(0, commands) + script.substring(commands).replace(NO_FILES, "");
    }
}
