package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falconer.Workspace;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SchemaCommandTest {
    @RegisterExtension
    final Workspace workspace = new Workspace();

    @Test
    void printsTheSchemaOfEachFormat() throws IOException {
        Run policy = workspace.run("schema", "policy");
        assertThat(policy.status()).isZero();
        assertThat(policy.err()).isEmpty();
        assertThat(new JsonMapper().readTree(policy.out()).path("title").asText())
                .isEqualTo("Falconer policy");
        Run suite = workspace.run("schema", "test");
        assertThat(new JsonMapper().readTree(suite.out()).path("title").asText())
                .isEqualTo("Falconer suite");
        assertThat(suite.out()).endsWith("}\n");
    }

    @Test
    void kindsOfOwnTemplatesAreInIt() throws IOException {
        workspace.write("templates/services.yaml", OwnTemplateTest.TEMPLATE);
        Run run = workspace.run("schema", "policy", "--templates", "templates");
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
        assertThat(workspace.run("schema", "rules").err()).contains("\"rules\" is not one of policy, test");
        assertThat(workspace.run("schema").status()).isEqualTo(2);
    }
}
