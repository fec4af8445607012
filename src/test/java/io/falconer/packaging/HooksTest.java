package io.falconer.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Workspace;
import io.falconer.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** The hooks for pre-commit: what its manifest requires, and that their commands are commands of Falconer. */
class HooksTest {
    private static final List<String> KEYS =
            List.of("id", "name", "description", "language", "entry", "args", "types", "files", "pass_filenames");

    @RegisterExtension
    final Workspace workspace = new Workspace();

    @Test
    void theyAreThreeAndRunWhatIsInstalled() throws IOException {
        assertThat(hooks().map(hook -> hook.get("id")))
                .containsExactly("falconer-check", "falconer-test", "falconer-generate-check");
        assertThat(hooks()).allSatisfy(hook -> {
            assertThat(KEYS).containsAll(hook.keySet());
            assertThat(hook).containsKeys("name", "entry", "files").containsEntry("language", "system");
            Pattern.compile(hook.get("files").toString());
        });
    }

    /** Without a file each command says what is missing: it knows its options. */
    @Test
    void theirCommandsAreUnderstood() throws IOException {
        assertThat(hooks()).allSatisfy(hook -> {
            String[] words = hook.get("entry").toString().split(" ");
            assertThat(words[0]).isEqualTo("falconer");
            Run run = workspace.run(List.of(words).subList(1, words.length).toArray(String[]::new));
            assertThat(run.err()).doesNotContain("unknown option", "unknown command");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "rules/payments_k8s_audit_rules.yaml, true",
        "rules/payments_exceptions/team_syscall_rules.yaml, true",
        "falco_rules.yaml, true",
        "falco_rules.local.yaml, true",
        "deploy.yaml, false",
        "tests/payments_test.yaml, false",
    })
    void changedRulesFilesAreChecked(String file, boolean checked) throws IOException {
        Map<String, Object> check = hooks().findFirst().orElseThrow();
        assertThat(Pattern.compile(check.get("files").toString()).matcher(file).find())
                .isEqualTo(checked);
    }

    private static Stream<Map<String, Object>> hooks() throws IOException {
        List<Map<String, Object>> hooks = new Yaml().load(Files.readString(Path.of(".pre-commit-hooks.yaml")));
        return hooks.stream();
    }
}
