package io.falconer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.Releases;
import io.falconer.Shared;
import io.falconer.event.Event;
import io.falconer.field.EventSource;
import io.falconer.field.Octets;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.OutputFormat;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.RuleLoader;
import io.falconer.ruleset.RunTrait;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was asked of earlier releases by hand: outputs, values that go stale, volumes, and text that is not UTF-8. */
class ProbeConformanceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "conformance-0.44/probes/outputs/outputs-0.44.1.jsonl, 0.44",
        "conformance-0.43/probes/outputs/outputs-0.43.1.jsonl, 0.43",
        "conformance-0.42/probes/outputs/outputs-0.42.1.jsonl, 0.42",
        "conformance-0.42/probes/outputs/outputs-0.45-dev.jsonl, 0.45"
    })
    void readsOutputs(String file, String release) throws IOException {
        List<String> differences = new ArrayList<>();
        List<JsonNode> recorded = Recorded.lines(Shared.path(file));
        for (JsonNode line : recorded) {
            String output = line.get("output").textValue();
            String found =
                    switch (OutputFormat.parse(output, EventSource.K8S_AUDIT, Releases.falco(release))) {
                        case OutputFormat.Parsed parsed -> "";
                        case OutputFormat.Failed failed -> failed.message();
                    };
            if (!found.equals(line.get("message").textValue())) {
                differences.add(output + ": " + found + " instead of " + line.get("message"));
            }
        }
        told(file, recorded.size() - differences.size(), recorded.size());
        assertThat(differences).isEmpty();
    }

    /** Falco 0.43.0 was recorded by building 0.43.1 with the libs of 0.43.0. */
    @ParameterizedTest
    @CsvSource({
        "conformance-0.42/stale, 0.42.1, '[exists, another, compared]'",
        "conformance-0.42/stale, 0.43.0, '[exists, another, compared]'",
        "conformance-0.42/stale, 0.43.1, '[]'",
        "conformance-0.42/stale, 0.44.1, '[]'",
        "conformance-0.42/stale, 0.45, '[]'"
    })
    void seesStaleValues(String folder, String release, String fires) throws IOException {
        Path at = Shared.path(folder);
        assertThat(alerts(at, Releases.falco(release)).stream()
                        .map(alert -> alert.rule().name())
                        .toList())
                .hasToString(fires);
    }

    @ParameterizedTest
    @CsvSource({
        "conformance-0.43/probes/stale, out-0.43.1-libs0.23.1.jsonl, 0.43.0",
        "conformance-0.43/probes/stale, out-0.43.1.jsonl, 0.43.1",
        "conformance-0.42/probes/hostpath, out-0.42.1.jsonl, 0.42",
        "conformance-0.43/probes/hostpath, out-0.43.1.jsonl, 0.43",
        "conformance-0.43/probes/hostpath, out-0.45-dev.jsonl, 0.45",
        "conformance-0.44/probes/utf8, out.jsonl, 0.44",
        "conformance-0.44/probes/utf8, out-0.45-dev.jsonl, 0.45"
    })
    void alertsInJson(String folder, String file, String release) throws IOException {
        Path at = Shared.path(folder);
        AlertJson json = new AlertJson("vm", ZoneOffset.UTC);
        List<JsonNode> found = new ArrayList<>();
        for (Alert alert : alerts(at, Releases.falco(release))) {
            found.add(plain(JSON.readTree(json.object(alert))));
        }
        List<JsonNode> recorded = new ArrayList<>();
        Recorded.lines(at.resolve(file)).forEach(line -> recorded.add(plain(line)));
        told(folder + "/" + file, count(found, recorded), recorded.size());
        assertThat(found).isEqualTo(recorded);
    }

    /** The recorder put fields of its own into every alert. */
    private static JsonNode plain(JsonNode alert) {
        ((ObjectNode) alert.get("output_fields")).remove(List.of("evt.num", "ka.auditid", "ka.stage"));
        return alert;
    }

    @ParameterizedTest
    @CsvSource({
        "conformance-0.44/probes/utf8, text.txt, 0.44",
        "conformance-0.43/probes/utf8, text.txt, 0.43",
        "conformance-0.42/probes/utf8, text.txt, 0.42",
        "conformance-0.44/probes/utf8, text-0.45-dev.txt, 0.45"
    })
    void alertsInText(String folder, String file, String release) throws IOException {
        Path at = Shared.path(folder);
        Falco falco = Releases.falco(release);
        AlertText text = new AlertText(ZoneOffset.UTC, falco.has(RunTrait.RAW_TEXT));
        StringBuilder found = new StringBuilder();
        alerts(at, falco).forEach(alert -> found.append(text.line(alert)).append('\n'));
        // What follows is Falco's summary.
        String recorded = Files.readString(at.resolve(file), StandardCharsets.ISO_8859_1)
                .replaceFirst("(?s)Events detected: .*", "");
        assertThat(Octets.of(found.toString())).isEqualTo(recorded);
        told(folder + "/" + file, 1, 1);
    }

    private static List<Alert> alerts(Path folder, Falco falco) throws IOException {
        RuleLoader loader = new RuleLoader(Emulation.of(falco));
        assertThat(loader.load(SourceFile.of("rules.yaml", Files.readString(folder.resolve("rules.yaml"))))
                        .successful())
                .isTrue();
        Engine engine = Engine.of(loader.ruleSet(), RuleMatching.ALL, Priority.DEBUG);
        List<Alert> alerts = new ArrayList<>();
        for (Event event : Recorded.events(folder.resolve("events.jsonl"))) {
            alerts.addAll(engine.evaluate(event));
        }
        return alerts;
    }

    private static int count(List<JsonNode> found, List<JsonNode> recorded) {
        int agreed = 0;
        for (int i = 0; i < Math.min(found.size(), recorded.size()); i++) {
            agreed += found.get(i).equals(recorded.get(i)) ? 1 : 0;
        }
        return agreed;
    }

    private static void told(String what, int agreed, int total) {
        System.out.println(what + ": " + agreed + "/" + total);
    }
}
