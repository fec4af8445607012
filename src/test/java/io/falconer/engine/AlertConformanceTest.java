package io.falconer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.Releases;
import io.falconer.Shared;
import io.falconer.event.Event;
import io.falconer.event.pipeline.EventPipeline;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.RuleLoader;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Alerts as the real Falco gave them: rules, order, priorities, tags, texts and fields. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // both tests look at the same engines and events
class AlertConformanceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AlertJson ALERTS = new AlertJson("host", ZoneOffset.UTC);

    /** The engines by the folder, the rules of a case and the release; the events by their file. */
    private final Map<List<Object>, Engine> engines = new HashMap<>();

    private final Map<Path, List<Event>> events = new HashMap<>();

    static Stream<Arguments> folders() {
        return Releases.with("rulesets", "upstream-k8s-audit");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void agreesWithFalco(String name, String release) throws IOException {
        Path folder = Shared.path(name);
        List<JsonNode> cases = Recorded.lines(folder.resolve("cases.jsonl"));
        List<String> differences = new ArrayList<>();
        int alerts = 0;
        for (JsonNode recorded : cases) {
            List<JsonNode> expected = new ArrayList<>();
            recorded.get("alerts").forEach(expected::add);
            alerts += expected.size();
            difference(alerts(folder, recorded, release), expected)
                    .ifPresent(d -> differences.add(recorded.get("name") + ": " + d));
        }
        int agreed = cases.size() - differences.size();
        System.out.println(name + " (" + alerts + " alerts): " + agreed + "/" + cases.size());
        assertThat(differences).isEmpty();
        assertThat(alerts).isPositive();
    }

    private static Optional<String> difference(List<Alert> found, List<JsonNode> expected) throws IOException {
        if (found.size() != expected.size()) {
            return Optional.of(found.size() + " alerts instead of " + expected.size());
        }
        for (int i = 0; i < found.size(); i++) {
            JsonNode alert = like(found.get(i), expected.get(i));
            if (!alert.equals(expected.get(i))) {
                return Optional.of("alert " + i + ": " + alert + "\n instead of " + expected.get(i));
            }
        }
        return Optional.empty();
    }

    /** A replay keeps no more of events than the engine says its rules read, and gives the same alerts. */
    @ParameterizedTest
    @MethodSource("folders")
    void eventsThatAreReadInPartGiveTheSameAlerts(String name, String release) throws Exception {
        Path folder = Shared.path(name);
        int alerts = 0;
        for (JsonNode recorded : Recorded.lines(folder.resolve("cases.jsonl"))) {
            Engine engine = engine(folder, recorded, release);
            List<String> whole = new ArrayList<>();
            for (Event event : events(folder, recorded)) {
                engine.evaluate(event).forEach(alert -> whole.add(ALERTS.object(alert)));
            }
            List<String> parts = new ArrayList<>();
            try (InputStream in = Files.newInputStream(eventsFile(folder, recorded));
                    EventPipeline pipeline = new EventPipeline(2, engine.documentPaths())) {
                pipeline.read(
                        "events", in, false, event -> Optional.of(engine.evaluate(event)), judged -> judged.results()
                                .forEach(each -> each.forEach(alert -> parts.add(ALERTS.object(alert)))));
            }
            assertThat(parts).as(recorded.get("name").toString()).isEqualTo(whole);
            alerts += whole.size();
        }
        assertThat(alerts).isPositive();
    }

    private List<Alert> alerts(Path folder, JsonNode recorded, String release) throws IOException {
        Engine engine = engine(folder, recorded, release);
        List<Alert> alerts = new ArrayList<>();
        for (Event event : events(folder, recorded)) {
            alerts.addAll(engine.evaluate(event));
        }
        return alerts;
    }

    private List<Event> events(Path folder, JsonNode recorded) throws IOException {
        Path file = eventsFile(folder, recorded);
        if (!events.containsKey(file)) {
            events.put(file, Recorded.events(file));
        }
        return events.getOrDefault(file, List.of());
    }

    private Engine engine(Path folder, JsonNode recorded, String release) throws IOException {
        List<Object> key = List.of(folder, recorded.get("rules"), release);
        Engine known = engines.get(key);
        if (known == null) {
            known = load(folder, recorded, release);
            engines.put(key, known);
        }
        return known;
    }

    private static Path eventsFile(Path folder, JsonNode recorded) {
        return folder.resolve("events").resolve(recorded.get("events").textValue());
    }

    /** The engine of a case's rules; of none where a file is invalid, with which Falco does not start. */
    private static Engine load(Path folder, JsonNode recorded, String release) throws IOException {
        RuleLoader loader = new RuleLoader(Releases.emulation(release));
        for (JsonNode file : recorded.get("rules")) {
            Path path = folder.resolve("rules").resolve(file.textValue());
            if (!loader.load(SourceFile.of(file.textValue(), Files.readString(path)))
                    .successful()) {
                return Engine.of(new RuleSet(List.of()), RuleMatching.ALL, Priority.DEBUG);
            }
        }
        return Engine.of(loader.ruleSet(), RuleMatching.ALL, Priority.DEBUG);
    }

    /** The alert's JSON with the keys that were recorded; the recorder added fields of its own to the output's. */
    private static JsonNode like(Alert alert, JsonNode recorded) throws IOException {
        ObjectNode found = (ObjectNode) JSON.readTree(ALERTS.object(alert));
        found.put("output", alert.message());
        ObjectNode fields = (ObjectNode) found.get("output_fields");
        fields.remove("evt.time");
        for (String added : List.of("evt.num", "ka.auditid", "ka.stage")) {
            if (!fields.has(added)) {
                fields.set(added, recorded.get("output_fields").get(added));
            }
        }
        List<String> keys = new ArrayList<>();
        recorded.fieldNames().forEachRemaining(keys::add);
        return found.retain(keys);
    }

    @ParameterizedTest
    @MethodSource("io.falconer.Releases#all")
    void showsValuesAsFalcoDoes(String all, String release) throws IOException {
        Path folder = Shared.path(all + "/fields");
        RuleLoader loader = new RuleLoader(Releases.emulation(release));
        loader.load(SourceFile.of("rules.yaml", Files.readString(folder.resolve("rules.yaml"))));
        Engine engine = Engine.of(loader.ruleSet(), RuleMatching.ALL, Priority.DEBUG);
        List<Event> events = Recorded.events(folder.resolve("events.jsonl"));
        List<String> differences = new ArrayList<>();
        int total = 0;
        for (JsonNode recorded : Recorded.lines(folder.resolve("values.jsonl"))) {
            int number = recorded.get("event").intValue();
            List<Alert> alerts = engine.evaluate(events.get(number));
            assertThat(alerts).hasSize(1);
            String[] texts = alerts.getFirst().message().split(" § ", -1);
            int at = 0;
            for (Map.Entry<String, JsonNode> text : recorded.get("text").properties()) {
                total++;
                String found = at < texts.length ? texts[at] : "nothing";
                at++;
                if (!found.equals(text.getValue().textValue())) {
                    differences.add(
                            "event " + number + " " + text.getKey() + ": " + found + " instead of " + text.getValue());
                }
            }
        }
        System.out.println(all + "/fields (texts): " + (total - differences.size()) + "/" + total);
        assertThat(differences).isEmpty();
        assertThat(total).isPositive();
    }
}
