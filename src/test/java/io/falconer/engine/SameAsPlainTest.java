package io.falconer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconer.condition.ConditionParser;
import io.falconer.condition.ParseResult;
import io.falconer.event.Event;
import io.falconer.event.reader.EventReader;
import io.falconer.field.EventSource;
import io.falconer.ruleset.ConditionChecker;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.OutputFormat;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleLoader;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.text.SourceMap;
import io.falconer.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What index and shared conditions save changes no alert. */
class SameAsPlainTest {
    private static final Location NOWHERE = new Location(SourceFile.of("test", ""), Span.NONE);

    @ParameterizedTest
    @CsvSource({"conditions, K8S_AUDIT", "syscall, SYSCALL"})
    void onRecordedConditions(String name, EventSource source) throws IOException {
        Path folder = Recorded.folder(name);
        List<Rule> rules = new ArrayList<>();
        for (JsonNode line : Recorded.lines(folder.resolve("verdicts.jsonl"))) {
            if (ConditionParser.parse(line.get("condition").textValue()) instanceof ParseResult.Parsed parsed
                    && ConditionChecker.check(parsed.expr(), source).failure().isEmpty()) {
                String rule = rules.size() + " " + line.get("condition");
                OutputFormat output = new OutputFormat(List.of());
                rules.add(new Rule(
                        rule,
                        source,
                        parsed.expr(),
                        output,
                        Priority.DEBUG,
                        List.of(),
                        true,
                        "",
                        NOWHERE,
                        new SourceMap.Builder().build()));
            }
        }
        same(new RuleSet(rules), Recorded.events(folder.resolve("events.jsonl")), Priority.DEBUG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rulesets", "upstream-k8s-audit"})
    void onRecordedRules(String name) throws IOException {
        Path folder = Recorded.folder(name);
        Map<JsonNode, RuleSet> sets = new HashMap<>();
        Map<JsonNode, List<Event>> events = new HashMap<>();
        for (JsonNode recorded : Recorded.lines(folder.resolve("cases.jsonl"))) {
            JsonNode input = recorded.get("events");
            if (!sets.containsKey(recorded.get("rules"))) {
                sets.put(recorded.get("rules"), rules(folder.resolve("rules"), recorded.get("rules")));
            }
            if (!events.containsKey(input)) {
                events.put(input, Recorded.events(folder.resolve("events").resolve(input.textValue())));
            }
            same(
                    sets.getOrDefault(recorded.get("rules"), new RuleSet(List.of())),
                    events.getOrDefault(input, List.of()),
                    Priority.DEBUG);
        }
    }

    private static RuleSet rules(Path folder, JsonNode files) throws IOException {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        for (JsonNode file : files) {
            loader.load(SourceFile.of(file.textValue(), Files.readString(folder.resolve(file.textValue()))));
        }
        return loader.ruleSet();
    }

    @ParameterizedTest
    @EnumSource(EventSource.class)
    void onRandomRules(EventSource source) {
        for (int seed = 0; seed < 150; seed++) {
            RandomRules random = new RandomRules(seed, source);
            RuleSet rules = random.rules(1 + seed * 7 % 90);
            String lines = Stream.generate(random::event).limit(20).collect(Collectors.joining("\n"));
            same(rules, new EventReader().read("events", lines), Priority.values()[seed % 8]);
        }
    }

    private static void same(RuleSet rules, List<Event> events, Priority minimum) {
        for (RuleMatching matching : RuleMatching.values()) {
            Engine engine = Engine.of(rules, matching, minimum);
            PlainEvaluation plain = new PlainEvaluation(rules, matching, minimum);
            for (Event event : events) {
                assertThat(engine.evaluate(event))
                        .as("%s", event)
                        .extracting(alert -> alert.rule().name())
                        .isEqualTo(plain.alerts(event));
                if (matching == RuleMatching.ALL) {
                    assertThat(rules.rules().stream().flatMap(rule -> engine.evaluate(rule, event).stream()))
                            .as("rule by rule: %s", event)
                            .isEqualTo(engine.evaluate(event));
                }
            }
        }
    }
}
