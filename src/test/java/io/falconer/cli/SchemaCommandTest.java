package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCommandTest {
    @TempDir
    Path directory;

    @Test
    void printsTheSchemaOfEachFormat() throws IOException {
        Run policy = Run.in(directory, "schema", "policy");
        assertThat(policy.status()).isZero();
        assertThat(policy.err()).isEmpty();
        assertThat(new JsonMapper().readTree(policy.out()).path("title").asText())
                .isEqualTo("Falconer policy");
        Run suite = Run.in(directory, "schema", "test");
        assertThat(new JsonMapper().readTree(suite.out()).path("title").asText())
                .isEqualTo("Falconer suite");
        assertThat(suite.out()).endsWith("}\n");
    }

    @Test
    void kindsOfOwnTemplatesAreInIt() throws IOException {
        Files.createDirectory(directory.resolve("templates"));
        Files.writeString(directory.resolve("templates/services.yaml"), OwnTemplateTest.TEMPLATE);
        Run run = Run.in(directory, "schema", "policy", "--templates", "templates");
        assertThat(run.status()).isZero();
        assertThat(new JsonMapper()
                        .readTree(run.out())
                        .at("/definitions/ExposedServices/properties/types/type/0")
                        .asText())
                .isEqualTo("array");
        assertThat(run.out()).contains("\"ExposedServices/serviceType\"");
    }

    @Test
    void otherFormatsAreWrongUsage() {
        assertThat(Run.in(directory, "schema", "rules").err()).contains("\"rules\" is none of policy, test");
        assertThat(Run.in(directory, "schema").status()).isEqualTo(2);
    }
}
