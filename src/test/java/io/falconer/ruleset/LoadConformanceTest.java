package io.falconer.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconer.Releases;
import io.falconer.Shared;
import io.falconer.text.SourceFile;
import io.falconer.yaml.RulesYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares load results with those recorded from the real Falco. */
class LoadConformanceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Arguments> folders() {
        return Releases.with("upstream-load", "load-mutants", "rulesets", "typos", "yaml-edges", "probes/load");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void loadResultsAreThoseOfFalco(String folder, String release) throws IOException {
        Path directory = Shared.path(folder);
        Path load = directory.resolve("load.jsonl");
        List<String> differences = new ArrayList<>();
        List<String> lines = Files.readAllLines(Files.exists(load) ? load : directory.resolve("cases.jsonl"));
        for (String line : lines) {
            JsonNode recorded = JSON.readTree(line);
            String expected = recorded.has("fatal") ? "fatal" : expected(recorded.get("results"));
            String actual = actual(directory.resolve("rules"), recorded, Releases.emulation(release));
            String name = recorded.get("name").asText();
            if (!expected.equals(actual)) {
                differences.add(name + "\n  Falco:\n" + expected + "  Falconer:\n" + actual);
            }
        }
        System.out.println(folder + " (loading): " + (lines.size() - differences.size()) + "/" + lines.size());
        assertThat(differences).isEmpty();
    }

    private static String expected(JsonNode results) {
        StringBuilder out = new StringBuilder();
        for (JsonNode result : results) {
            out.append(result.get("successful").asBoolean()).append('\n');
            StreamSupport.stream(result.get("errors").spliterator(), false).forEach(e -> out.append(issue(e)));
            StreamSupport.stream(result.get("warnings").spliterator(), false).forEach(w -> out.append(issue(w)));
        }
        return out.toString();
    }

    private static String issue(JsonNode issue) {
        return issue(
                issue.get("code").asText(),
                issue.get("item_type").asText(),
                issue.get("item_name").asText(),
                issue.get("message").asText());
    }

    private static String issue(String code, String itemType, String itemName, String message) {
        return "    " + code + " | " + itemType + " | " + itemName + " | " + message + "\n";
    }

    /** Where Falco stopped or crashed without a result, Falconer must refuse the files. */
    private static String actual(Path rules, JsonNode recorded, Emulation emulation) throws IOException {
        RuleLoader loader = new RuleLoader(emulation);
        StringBuilder out = new StringBuilder();
        boolean refused = false;
        for (JsonNode file : recorded.get("files")) {
            String text = RulesYaml.decode(Files.readAllBytes(rules.resolve(file.asText())));
            LoadResult result = loader.load(SourceFile.of(file.asText(), text));
            refused |= !result.successful();
            out.append(result.successful()).append('\n');
            result.errors().forEach(e -> out.append(issue(e)));
            result.warnings().forEach(w -> out.append(issue(w)));
        }
        return recorded.has("fatal") && refused ? "fatal" : out.toString();
    }

    /** The recording names the innermost location that has a name, else the innermost. */
    private static String issue(LoadIssue issue) {
        List<LoadLocation> locations = issue.context().locations();
        LoadLocation named = locations.reversed().stream()
                .filter(location -> !location.itemName().isEmpty())
                .findFirst()
                .orElse(locations.getLast());
        return issue(issue.code().name(), named.itemType().words(), named.itemName(), issue.message());
    }
}
