package io.falconer.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconer.Shared;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.event.Event;
import io.falconer.event.reader.EventReader;
import io.falconer.report.ExplanationJson;
import io.falconer.report.ExplanationText;
import io.falconer.ruleset.DefinitionFinder;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.SourceFile;
import io.falconer.text.Style;
import io.falconer.yaml.RulesYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Explanations agree with the engine and with themselves, for recorded rules and events. */
class EventExplainerTest {
    /** The maximum number of checks whose sets are all tried. */
    private static final int MOST_CHECKS = 6;

    /** A sample of the events of each rule set. */
    private static final int MOST_EVENTS = 6;

    /** A sample of the alerts of each rule in a rule set. */
    private static final int MOST_ALERTS = 6;

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"conformance/rulesets", "conformance/upstream-k8s-audit"})
    void agreesWithTheEngine(String name) throws IOException {
        Path folder = Shared.path(name);
        for (String line : Files.readAllLines(folder.resolve("cases.jsonl"))) {
            JsonNode recorded = JSON.readTree(line);
            RuleSet rules = rules(folder.resolve("rules"), recorded.get("rules"));
            List<Event> events = new ArrayList<>();
            new EventReader()
                    .read(
                            folder.resolve("events")
                                    .resolve(recorded.get("events").textValue()),
                            events::add);
            for (RuleMatching matching : RuleMatching.values()) {
                Engine engine = Engine.of(rules, matching, Priority.NOTICE);
                EventExplainer explainer = new EventExplainer(rules, matching, Priority.NOTICE);
                events.stream().limit(MOST_EVENTS).forEach(event -> check(engine, explainer, event));
            }
        }
    }

    /** What the real Falco alerted on is explained on less than a screen, with the rule named and without. */
    @ParameterizedTest
    @ValueSource(strings = {"conformance/rulesets", "conformance/upstream-k8s-audit"})
    void recordedAlertsFitOnAScreen(String name) throws IOException {
        Path folder = Shared.path(name);
        int longest = 0;
        for (String line : Files.readAllLines(folder.resolve("cases.jsonl"))) {
            JsonNode recorded = JSON.readTree(line);
            RuleSet rules = rules(folder.resolve("rules"), recorded.get("rules"));
            EventExplainer explainer = new EventExplainer(rules, RuleMatching.ALL, Priority.DEBUG);
            ExplanationText text = new ExplanationText(Style.PLAIN, false);
            List<Event> events = new ArrayList<>();
            new EventReader()
                    .read(
                            folder.resolve("events")
                                    .resolve(recorded.get("events").textValue()),
                            events::add);
            Map<String, Integer> shownAlerts = new HashMap<>();
            for (JsonNode alert : recorded.get("alerts")) {
                if (shownAlerts.merge(alert.get("rule").textValue(), 1, Integer::sum) > MOST_ALERTS) {
                    continue;
                }
                Event event = events.get(alert.at("/output_fields/evt.num").intValue() - 1);
                List<RuleExplanation> all = explainer.explain(event, rule -> true);
                List<RuleExplanation> one = all.stream()
                        .filter(each ->
                                each.rule().name().equals(alert.get("rule").textValue()))
                        .toList();
                assertThat(one).singleElement().matches(RuleExplanation::fires);
                for (String shown : List.of(text.ofNamed(one), text.ofAll(all))) {
                    assertThat(shown.lines()).hasSizeLessThan(20);
                    longest = Math.max(longest, (int) shown.lines().count());
                }
            }
        }
        System.out.println(name + ": at most " + longest + " lines");
    }

    private static RuleSet rules(Path folder, JsonNode names) {
        Stream<SourceFile> files = StreamSupport.stream(names.spliterator(), false)
                .map(file -> {
                    try {
                        return SourceFile.of(
                                file.textValue(),
                                RulesYaml.decode(Files.readAllBytes(folder.resolve(file.textValue()))));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        return LoadedRules.of(files, Emulation.of(Falco.NEWEST), DefinitionFinder.NOWHERE)
                .rules();
    }

    private static void check(Engine engine, EventExplainer explainer, Event event) {
        List<RuleExplanation> explanations = explainer.explain(event, rule -> true);
        List<Rule> fired =
                engine.evaluate(event).stream().map(alert -> alert.rule()).toList();
        assertThat(explanations.stream().filter(RuleExplanation::fires).map(RuleExplanation::rule))
                .isEqualTo(fired);
        for (RuleExplanation explanation : explanations) {
            explanation.condition().ifPresent(condition -> {
                assertThat(evaluate(condition, Set.of())).isEqualTo(condition.holds());
                checkFewest(condition, Change.toFlip(condition));
                assertThat(explanation.alternatives())
                        .allMatch(Part::holds)
                        .allMatch(each -> isAlternative(condition, each));
                explanation.nearSilences().forEach(near -> checkFewest(near.clause(), near.missed()));
            });
            assertThat(json(explanation).get("fires").booleanValue()).isEqualTo(explanation.fires());
        }
        ExplanationText text = new ExplanationText(Style.PLAIN, false);
        assertThat((text.ofNamed(explanations) + text.ofAll(explanations)).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    /** The changes give the part the other result, and no fewer changes do. */
    private static void checkFewest(Part part, List<Change> changes) {
        if (!changes.isEmpty()) {
            assertThat(flipped(part, changes)).isNotEqualTo(part.holds());
        }
        List<String> checks =
                checks(part).map(EventExplainerTest::key).distinct().toList();
        boolean hasTuple = changes.stream().anyMatch(change -> change.part() instanceof Part.Tuple);
        if (checks.size() <= MOST_CHECKS && !hasTuple) {
            int fewest = IntStream.range(1, 1 << checks.size())
                    .filter(set -> evaluate(part, chosen(checks, set)) != part.holds())
                    .map(Integer::bitCount)
                    .min()
                    .orElse(0);
            assertThat(changes).hasSize(fewest);
        }
    }

    /** Whether a part of an {@code or} that holds contains a part, and another one does not hold. */
    private static boolean isAlternative(Part whole, Part part) {
        boolean here = whole instanceof Part.Junction junction
                && !junction.all()
                && junction.parts().stream().anyMatch(each -> each.holds() && contains(each, part))
                && !junction.parts().stream().allMatch(Part::holds);
        return here || whole.parts().stream().anyMatch(each -> isAlternative(each, part));
    }

    private static boolean contains(Part whole, Part part) {
        return whole.equals(part) || whole.parts().stream().anyMatch(each -> contains(each, part));
    }

    private static Set<String> chosen(List<String> checks, int set) {
        return IntStream.range(0, checks.size())
                .filter(i -> (set >> i & 1) == 1)
                .mapToObj(checks::get)
                .collect(Collectors.toSet());
    }

    private static Stream<Part> checks(Part part) {
        return part instanceof Part.Check
                ? Stream.of(part)
                : part.parts().stream().flatMap(EventExplainerTest::checks);
    }

    private static JsonNode json(RuleExplanation explanation) {
        try {
            return JSON.readTree(ExplanationJson.of(explanation, Optional.empty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean flipped(Part part, List<Change> changes) {
        return evaluate(part, changes.stream().map(change -> key(change.part())).collect(Collectors.toSet()));
    }

    /** Equal checks read the same, wherever they are. */
    private static String key(Part part) {
        return part instanceof Part.Check check ? check.canonical() : part.text();
    }

    /** The result of a part by those of its checks, some of which have the other result. */
    private static boolean evaluate(Part part, Set<String> flipped) {
        boolean holds =
                switch (part) {
                    case Part.Check check -> check.holds();
                    case Part.Tuple tuple -> evaluate(tuple.inner(), flipped);
                    case Part.Macro macro -> evaluate(macro.inner(), flipped);
                    case Part.Negation negation -> !evaluate(negation.inner(), flipped);
                    case Part.Excepted exception ->
                        exception.values().stream().noneMatch(value -> evaluate(value, flipped));
                    case Part.Junction junction ->
                        junction.all()
                                ? junction.parts().stream().allMatch(each -> evaluate(each, flipped))
                                : junction.parts().stream().anyMatch(each -> evaluate(each, flipped));
                };
        boolean changes = part instanceof Part.Check || part instanceof Part.Tuple;
        return holds != (changes && flipped.contains(key(part)));
    }
}
