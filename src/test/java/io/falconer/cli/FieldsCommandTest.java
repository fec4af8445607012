package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falconer.Workspace;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FieldsCommandTest {
    @RegisterExtension
    final Workspace workspace = new Workspace();

    @Test
    void textShowsArgumentsTypesAndVersions() {
        Run run = workspace.run("fields", "--source", "k8s_audit");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("ka.uri.param[key]  CHARBUF\n", "ka.req.pod.containers.image[[index]]  LIST(CHARBUF)")
                .doesNotContain("proc.name");
    }

    @Test
    void jsonIsOneArrayOverAllSources() throws IOException {
        JsonNode fields =
                new JsonMapper().readTree(workspace.run("fields", "-o", "json").out());
        assertThat(fields).anySatisfy(field -> {
            assertThat(field.path("name").asText()).isEqualTo("jevt.value");
            assertThat(field.path("source").asText()).isEqualTo("k8s_audit");
            assertThat(field.path("argumentRequired").asBoolean()).isTrue();
        });
        assertThat(fields).anyMatch(field -> field.path("name").asText().equals("proc.name"));
    }

    @Test
    void markdownMayGoToAFile() throws IOException {
        Run run = workspace.run("fields", "--source=syscall", "-o", "markdown=out/fields.md");
        assertThat(run.out()).isEmpty();
        assertThat(workspace.read("out/fields.md"))
                .startsWith("## syscall\n\n| Field |")
                .contains("| `proc.name` | CHARBUF |");
    }

    @Test
    void fieldsAreDeprecatedAsInTheVersion() {
        assertThat(workspace.run("fields", "--falco=0.42").out()).contains("evt.latency  RELTIME\n");
        assertThat(workspace.run("fields", "--falco=0.43").out()).contains("evt.latency  RELTIME, deprecated\n");
        assertThat(workspace.run("fields", "--falco=0.42").out()).contains("evt.dir  CHARBUF, deprecated\n");
    }
}
