package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Tool;
import io.falconer.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The completion script in real shells. */
class CompletionTest {
    @RegisterExtension
    final Workspace workspace = new Workspace();

    @BeforeEach
    void script() throws IOException {
        Run run = workspace.run("generate-completion");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("complete -F _complete_falconer -o default falconer");
        workspace.write("completion", run.out());
    }

    @Test
    void bashTakesTheScript() throws Exception {
        Tool.requireOne("bash");
        assertThat(Tool.run(workspace.path(), "bash", "-n", "completion")).isEqualTo(new Tool(0, "", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "falconer te, test",
        "falconer generate, generate generate-completion",
        "falconer test --req, --require-coverage",
        "falconer test -o j, json junit",
        "falconer fields --output m, markdown",
        "falconer check --fail-on w, warning",
        "falconer replay --rule-matching a, all",
        "falconer replay --priority e, emergency error",
        "falconer event --verb up, update",
        "falconer event --view a, admitted",
        "falconer fields --source k, k8s_audit",
        "falconer schema p, policy",
        "falconer prove --color n, never",
        "falconer --vers, --version",
        "falconer test --output = j, json junit",
        "falconer check --fail-on =, error warning",
    })
    void bashCompletes(String line, String words) throws Exception {
        Tool.requireOne("bash");
        assertThat(completed(line).words()).containsExactly(words.split(" "));
    }

    /** Where the script has no word to offer, {@code -o default} makes the shell offer files. */
    @ParameterizedTest
    @CsvSource({
        "falconer test li",
        "falconer prove po",
        "falconer replay -r ru",
        "falconer check --isolated ru",
        "falconer test -o junit = re",
        "falconer test --output = junit = re",
        "falconer test --templates = te"
    })
    void filesAreLeftToTheShell(String line) throws Exception {
        Tool.requireOne("bash");
        assertThat(completed(line)).isEqualTo(new Completed(List.of(), true));
    }

    @Test
    void noFileIsACommand() throws Exception {
        Tool.requireOne("bash");
        assertThat(completed("falconer rules")).isEqualTo(new Completed(List.of(), false));
    }

    /** What completion offers, and whether files when that is nothing. */
    private record Completed(List<String> words, boolean files) {}

    @Test
    void zshTakesTheScript() throws Exception {
        Tool.requireOne("zsh");
        Tool ran = Tool.run(
                workspace.path(),
                "zsh",
                "-f",
                "-c",
                "source ./completion && echo $_comps[falconer] && whence -w _complete_falconer");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("_complete_falconer", "function");
    }

    @ParameterizedTest
    @CsvSource({
        "falconer te, falconer test",
        "falconer test rep, falconer test report_test.yaml",
        "falconer test -o juni, falconer test -o junit",
        "falconer test -o junit=rep, falconer test -o junit=report_test.yaml",
        "falconer test --output=junit=rep, falconer test --output=junit=report_test.yaml",
        "falconer test --output=juni, falconer test --output=junit",
        "falconer test --templates=rep, falconer test --templates=report_test.yaml",
        "falconer rep, falconer replay",
        "falconer report, falconer report",
    })
    void zshCompletes(String line, String completed) throws Exception {
        Tool.requireOne("zsh");
        workspace.write("report_test.yaml", "");
        workspace.write("type", """
                zmodload zsh/zpty || exit 1
                zpty shell zsh -f -i
                zpty -w shell 'autoload -U compinit; compinit -u -D; source ./completion
                    answer() { zle complete-word; print -r -- "$BUFFER" >answer; exit }; zle -N answer; bindkey "^I" answer'
                zpty -w -n shell "$1"$'\t'
                while zpty -r shell >/dev/null; do :; done
                """);
        assertThat(Tool.run(workspace.path(), "zsh", "-f", "type", line).status())
                .isZero();
        assertThat(workspace.read("answer").strip()).isEqualTo(completed);
    }

    private Completed completed(String line) throws Exception {
        List<String> words = List.of(line.split(" "));
        String array = words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        workspace.write("ask", """
                source ./completion
                compopt() { echo no files >&2; } # a builtin that wants to be called by readline
                COMP_WORDS=(%s)
                COMP_CWORD=%d
                COMP_LINE='%s'
                COMP_POINT=${#COMP_LINE}
                _complete_falconer falconer
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(array, words.size() - 1, line));
        Tool ran = Tool.run(workspace.path(), "bash", "--norc", "ask");
        assertThat(ran.err()).isIn("", "no files\n");
        return new Completed(
                Stream.of(ran.out().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .sorted()
                        .toList(),
                ran.err().isEmpty());
    }
}
