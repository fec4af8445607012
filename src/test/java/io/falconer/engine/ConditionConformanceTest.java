package io.falconer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconer.Releases;
import io.falconer.Shared;
import io.falconer.condition.ConditionParser;
import io.falconer.condition.Expr;
import io.falconer.condition.ParseResult;
import io.falconer.event.Event;
import io.falconer.field.EventSource;
import io.falconer.ruleset.Check;
import io.falconer.ruleset.ConditionChecker;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.FieldName;
import io.falconer.ruleset.LoadIssue;
import io.falconer.ruleset.LoadResult;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Conditions as the real Falco judged them: validity, message, warnings, and the events that they hold for. */
class ConditionConformanceTest {
    private static final Location NOWHERE = new Location(SourceFile.of("test", ""), Span.NONE);

    static Stream<Arguments> folders() {
        return Releases.with("conditions", "syscall", "probes/conditions", "probes/syscall");
    }

    private static EventSource source(String folder) {
        return folder.endsWith("syscall") ? EventSource.SYSCALL : EventSource.K8S_AUDIT;
    }

    @ParameterizedTest
    @MethodSource("folders")
    void agreesWithFalco(String name, String release) throws IOException {
        Path folder = Shared.path(name);
        EventSource source = source(name);
        Falco falco = Releases.falco(release);
        List<JsonNode> recorded = judged(Recorded.lines(folder.resolve("verdicts.jsonl")));
        List<String> differences = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < recorded.size(); i++) {
            Judged judged = judge(recorded.get(i).get("condition").textValue(), source, falco);
            String found = judged.summary();
            String expected = summary(recorded.get(i));
            if (!found.equals(expected)) {
                differences.add(i + " " + recorded.get(i).get("condition") + ": " + found + " instead of " + expected);
            }
            if (!judged.expr.isEmpty()) {
                rules.add(rule(String.valueOf(i), judged.expr.getFirst(), source));
            }
        }
        boolean partly = name.endsWith("probes/syscall");
        Set<String> told = told(folder);
        Map<String, List<Integer>> fired =
                fired(new RuleSet(rules, falco), Recorded.events(folder.resolve("events.jsonl")));
        for (Rule rule : rules) {
            JsonNode line = recorded.get(Integer.parseInt(rule.name()));
            List<Integer> expected = new ArrayList<>();
            line.path("fires").forEach(n -> expected.add(n.intValue()));
            List<Integer> found = fired.getOrDefault(rule.name(), List.of());
            if (line.get("valid").booleanValue() && (!partly || isTold(rule, told)) && !found.equals(expected)) {
                differences.add(
                        rule.name() + " " + line.get("condition") + ": fires " + found + " instead of " + expected);
            }
        }
        System.out.println(name + ": " + (recorded.size() - differences.size()) + "/" + recorded.size());
        assertThat(differences).isEmpty();
    }

    /** The fields of the recorded events, which hold those of the conditions in {@code syscall} but not of all probes. */
    private static Set<String> told(Path folder) throws IOException {
        Set<String> told = new HashSet<>(List.of("evt.num", "evt.source"));
        for (JsonNode event : Recorded.lines(folder.resolve("events.jsonl"))) {
            event.path("fields").fieldNames().forEachRemaining(told::add);
        }
        return told;
    }

    private static boolean isTold(Rule rule, Set<String> fields) {
        return Operands.in(rule.condition())
                .flatMap(operand -> Operands.fields(operand).stream())
                .allMatch(field -> fields.contains(FieldName.of(field).toString()));
    }

    /** The same with each condition in a rules file of its own, by the codes of the load's result. */
    @ParameterizedTest
    @MethodSource("folders")
    void loadsAsInFalco(String name, String release) throws IOException {
        List<JsonNode> recorded = judged(Recorded.lines(Shared.path(name).resolve("verdicts.jsonl")));
        List<String> differences = new ArrayList<>();
        for (JsonNode line : recorded) {
            LoadResult result = new RuleLoader(Releases.emulation(release))
                    .load(rulesFile(line.get("condition"), source(name).id()));
            String found = codes(result.errors()) + " " + codes(result.warnings());
            String expected = codes(line.get("errors")) + " " + codes(line.get("warnings"));
            if (!found.equals(expected)) {
                differences.add(line.get("condition") + ": " + found + " instead of " + expected);
            }
        }
        System.out.println(name + " (loading): " + (recorded.size() - differences.size()) + "/" + recorded.size());
        assertThat(differences).isEmpty();
    }

    /** But for those with which Falco ended, which docs/deviations.md names. */
    private static List<JsonNode> judged(List<JsonNode> recorded) {
        return recorded.stream().filter(line -> !line.get("valid").isNull()).toList();
    }

    /** A rules file with one rule, the warning about event types off as in the recordings; its condition is written as JSON, which is YAML too. */
    private static SourceFile rulesFile(JsonNode condition, String source) {
        return SourceFile.of("rules.yaml", """
                - rule: r
                  desc: d
                  output: o
                  priority: DEBUG
                  source: %s
                  warn_evttypes: false
                  condition: %s
                """.formatted(source, condition));
    }

    private static List<String> codes(List<LoadIssue> issues) {
        return issues.stream().map(i -> i.code().name()).toList();
    }

    private static List<String> codes(JsonNode codes) {
        return StreamSupport.stream(codes.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    private record Judged(List<Expr> expr, String message, List<String> warnings) {
        String summary() {
            return (expr.isEmpty() ? "invalid: " + message : "valid") + " " + warnings;
        }
    }

    private static String summary(JsonNode line) {
        List<String> warnings = new ArrayList<>();
        line.get("warnings").forEach(w -> warnings.add(w.textValue()));
        boolean valid = line.get("valid").booleanValue();
        return (valid ? "valid" : "invalid: " + line.get("message").textValue()) + " " + warnings;
    }

    private static Judged judge(String condition, EventSource source, Falco falco) {
        return switch (ConditionParser.parse(condition, falco.dialect().grammar())) {
            case ParseResult.Failed failed -> new Judged(List.of(), failed.message(), List.of());
            case ParseResult.Parsed parsed -> {
                Check check = ConditionChecker.check(parsed.expr(), source, falco);
                List<String> warnings = check.warnings().stream()
                        .map(w -> switch (w.kind()) {
                            case UNSAFE_NA_CHECK -> "LOAD_UNSAFE_NA_CHECK";
                            case DEPRECATED_FIELD -> "LOAD_DEPRECATED_ITEM";
                            case CONDITION -> "LOAD_COMPILE_CONDITION";
                        })
                        .toList();
                yield check.failure()
                        .map(f -> new Judged(List.of(), f.message(), warnings))
                        .orElseGet(() -> new Judged(List.of(parsed.expr()), "", warnings));
            }
        };
    }

    private static Rule rule(String name, Expr condition, EventSource source) {
        OutputFormat output = new OutputFormat(List.of());
        return new Rule(
                name,
                source,
                condition,
                output,
                Priority.DEBUG,
                List.of(),
                true,
                "",
                NOWHERE,
                new SourceMap.Builder().build());
    }

    private static Map<String, List<Integer>> fired(RuleSet rules, List<Event> events) {
        Engine engine = Engine.of(rules, RuleMatching.ALL, Priority.DEBUG);
        Map<String, List<Integer>> fired = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            for (Alert alert : engine.evaluate(events.get(i))) {
                fired.computeIfAbsent(alert.rule().name(), n -> new ArrayList<>())
                        .add(i);
            }
        }
        return fired;
    }
}
