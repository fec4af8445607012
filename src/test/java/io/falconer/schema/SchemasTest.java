package io.falconer.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.falconer.field.EventSource;
import io.falconer.field.FieldCatalogue;
import io.falconer.policy.ControlKind;
import io.falconer.template.Templates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SchemasTest {
    private final String policy = Schemas.policy(Templates.builtIn().kinds());

    @Test
    void areSchemasOfDraft7() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
        for (String schema : List.of(policy, Schemas.suite())) {
            assertThat(registry.getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"))
                            .validate(schema, InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void doNotDependOnTheOrderOfKinds() {
        Map<String, ControlKind> kinds = Templates.builtIn().kinds();
        Map<String, ControlKind> reversed = new LinkedHashMap<>();
        new ArrayList<>(kinds.keySet())
                .reversed()
                .forEach(name -> reversed.put(name, Objects.requireNonNull(kinds.get(name))));
        assertThat(Schemas.policy(reversed)).isEqualTo(policy);
    }

    @Test
    void explainEveryKey() throws IOException {
        for (String schema : List.of(policy, Schemas.suite())) {
            assertThat(unexplained(new JsonMapper().readTree(schema), "")).isEmpty();
        }
    }

    @Test
    void knowEveryFieldOfSystemCalls() throws IOException {
        JsonNode syscall = new JsonMapper().readTree(Schemas.suite()).at("/definitions/syscall/properties");
        assertThat(FieldCatalogue.of(EventSource.SYSCALL).fields())
                .allMatch(field ->
                        syscall.path(field.name()).path("description").asText().equals(field.description()));
    }

    @Test
    void offerTheChecksOfEveryKind() {
        assertThat(policy)
                .contains("\"ResourceLimits/ephemeralStorageLimit\"")
                .contains("\"AllowedImages/denyTags\"")
                .contains("\"ListeningSockets/listeningSockets\"")
                .contains("\"WorkloadSecurity/runAsNonRoot\"");
    }

    private static List<String> unexplained(JsonNode node, String place) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String below = place + "/" + member.getKey();
            boolean keys = place.endsWith("/properties");
            boolean condition = below.matches(".*/(anyOf|oneOf|allOf|if|dependencies)/.*");
            if (keys && !condition && !member.getValue().has("description")) {
                found.add(below);
            }
            found.addAll(unexplained(member.getValue(), below));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            found.addAll(unexplained(node.get(i), place + "/" + i));
        }
        return found;
    }
}
