package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldsCommandTest {
    @TempDir
    Path directory;

    @Test
    void textShowsArgumentsTypesAndVersions() {
        Run run = Run.in(directory, "fields", "--source", "k8s_audit");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("ka.uri.param[key]  CHARBUF\n", "ka.req.pod.containers.image[[index]]  LIST(CHARBUF)")
                .doesNotContain("proc.name");
    }

    @Test
    void jsonIsOneArrayOverAllSources() throws IOException {
        JsonNode fields = new JsonMapper()
                .readTree(Run.in(directory, "fields", "-o", "json").out());
        assertThat(fields).anySatisfy(field -> {
            assertThat(field.path("name").asText()).isEqualTo("jevt.value");
            assertThat(field.path("source").asText()).isEqualTo("k8s_audit");
            assertThat(field.path("argumentRequired").asBoolean()).isTrue();
        });
        assertThat(fields).anyMatch(field -> field.path("name").asText().equals("proc.name"));
    }

    @Test
    void markdownMayGoToAFile() throws IOException {
        Run run = Run.in(directory, "fields", "--source=syscall", "-o", "markdown=out/fields.md");
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(directory.resolve("out/fields.md")))
                .startsWith("## syscall\n\n| Field |")
                .contains("| `proc.name` | CHARBUF |");
    }
}
