package io.falconer.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.falconer.suite.Results;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifReportTest {
    @TempDir
    Path directory;

    @Test
    void itIsValidWhateverItTells() throws IOException {
        Schema schema = schema();
        for (Results each : List.of(
                Example.suite(directory),
                Example.policy(directory),
                Example.hostile(directory),
                Example.uncovered(directory),
                Results.of(List.of(), List.of()))) {
            String report = new SarifReport("1.2.3").of(each);
            assertThat(schema.validate(
                            report, InputFormat.JSON, c -> c.executionConfig(e -> e.formatAssertionsEnabled(true))))
                    .isEmpty();
        }
    }

    @Test
    void theSchemaWouldRefuseAPathThatIsNoReference() throws IOException {
        String report = new SarifReport("1.2.3").of(Example.suite(directory)).replace("\"demo_test.yaml\"", "\"a b|\"");
        assertThat(schema().validate(
                                report, InputFormat.JSON, c -> c.executionConfig(e -> e.formatAssertionsEnabled(true))))
                .isNotEmpty();
    }

    @Test
    void aTestThatFailsIsAResult() throws IOException {
        assertThat(results(Example.passing(directory))).isEmpty();
        assertThat(results(Example.failing(directory))).singleElement().satisfies(result -> {
            assertThat(result.at("/ruleId").asText()).isEqualTo("fired-otherwise");
            assertThat(result.at("/level").asText()).isEqualTo("error");
            assertThat(result.at("/locations/0/physicalLocation").toString())
                    .isEqualTo("{\"artifactLocation\":{\"uri\":\"demo_test.yaml\"},\"region\":"
                            + "{\"startLine\":9,\"startColumn\":5,\"endLine\":10,\"endColumn\":39}}");
            assertThat(result.at("/relatedLocations/0/physicalLocation/region/startLine")
                            .asInt())
                    .isEqualTo(7);
        });
    }

    @Test
    void aCounterFixtureThatFailsIsAResultAtThePolicy() throws IOException {
        assertThat(results(Example.rule(true))).isEmpty();
        assertThat(results(Example.rule(false))).singleElement().satisfies(r -> assertThat(
                        r.at("/locations/0/physicalLocation").toString())
                .isEqualTo("{\"artifactLocation\":{\"uri\":\"p.yaml\"}}"));
    }

    @Test
    void urisAreThePathsEncoded() throws IOException {
        String uri = results(Example.hostile(directory))
                .getFirst()
                .at("/locations/0/physicalLocation/artifactLocation/uri")
                .asText();
        assertThat(uri).isEqualTo("po%20licy%3A%23%25%C3%A9.yaml");
        assertThat(URI.create(uri).getPath()).isEqualTo("po licy:#%\u00E9.yaml");
        assertThat(UriReference.of("./a/../b.yaml")).isEqualTo("b.yaml");
        assertThat(UriReference.of("/a b")).isEqualTo("file:///a%20b");
    }

    @Test
    void resultsNameTheDescriptorsOfTheirKinds() throws IOException {
        JsonNode run = run(Example.hostile(directory));
        List<String> levels = new ArrayList<>();
        run.at("/results").forEach(result -> {
            JsonNode rule =
                    run.at("/tool/driver/rules").path(result.path("ruleIndex").asInt());
            assertThat(rule.path("id")).isEqualTo(result.path("ruleId"));
            levels.add(result.path("level").asText());
        });
        assertThat(levels).containsOnlyOnce("warning").contains("error");
    }

    @Test
    void fingerprintsDifferAndStayWhenLinesMove() throws IOException {
        List<String> before = fingerprints(Example.hostile(directory));
        assertThat(before).doesNotHaveDuplicates();
        assertThat(fingerprints(Example.moved(directory))).isEqualTo(fingerprints(Example.suite(directory)));
        assertThat(results(Example.moved(directory))).isNotEqualTo(results(Example.suite(directory)));
    }

    private static List<String> fingerprints(Results results) throws IOException {
        return results(results).stream()
                .map(r -> r.at("/partialFingerprints").toString())
                .toList();
    }

    private static List<JsonNode> results(Results results) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        run(results).path("results").forEach(nodes::add);
        return nodes;
    }

    private static JsonNode run(Results results) throws IOException {
        return new JsonMapper()
                .readTree(new SarifReport("1.2.3").of(results))
                .path("runs")
                .path(0);
    }

    private static Schema schema() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                SarifReportTest.class.getClassLoader().getResourceAsStream("schema/sarif-schema-2.1.0.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(in, InputFormat.JSON);
        }
    }
}
