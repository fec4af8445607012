package io.falconer.cli;

import jakarta.enterprise.inject.Vetoed;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code falconer generate-completion}: prints the script that completes command lines in the shell. */
@Command(
        name = CompletionCommand.NAME,
        header = "Print a completion script for bash and zsh.",
        description = {
            "Print a script that completes commands, options, values and files in bash and zsh."
                    + " The command source loads it into the current shell; a startup file loads it into every new one."
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

    /** picocli's script only recognizes the value of an option if it is a separate word. */
    private static final String OPTION_AND_VALUE = """
            # Splits --option=value, which is three words in bash and one in zsh, into two words.
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

    /** Does in zsh what bash does itself: completes files after {@code -o FORMAT=}, and no files in place of a command. */
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

    /**
     * picocli completes files only for options whose type is a file. Ours have other types because globs and - are not paths.
     */
    private static String withFiles(String script) {
        int commands = script.indexOf(NO_FILES) + NO_FILES.length();
        return script.substring(0, commands) + script.substring(commands).replace(NO_FILES, "");
    }
}
