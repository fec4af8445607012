package io.falconer.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.Shared;
import io.falconer.condition.Expr;
import io.falconer.engine.Engine;
import io.falconer.engine.Explanation;
import io.falconer.engine.RuleMatching;
import io.falconer.event.Event;
import io.falconer.event.reader.EventReader;
import io.falconer.ruleset.DefinitionFinder;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which parts of a condition an event shows with effect. */
class RulePartsTest {
    private static final List<String> FIELDS =
            List.of("evt.type", "proc.name", "proc.pname", "fd.name", "user.name", "proc.cmdline", "proc.cwd");

    private static final String RULES = """
            - list: shells
              items: [bash, zsh, sh]
            - macro: shell
              condition: proc.name in (shells)
            - rule: R
              desc: d
              condition: evt.type = execve and (shell or proc.pname = cron) and not fd.name startswith /tmp
              output: o
              priority: INFO
              exceptions:
                - name: users
                  fields: user.name
                  comps: in
                  values: [root, jane]
                - name: places
                  fields: [proc.cmdline, proc.cwd]
                  comps: [startswith, =]
                  values:
                    - [a, /x]
                    - [b, /y]
            """;

    @Test
    void hasAPartForEachCheckItemAndValue() {
        assertThat(parts(RULES).parts())
                .extracting(part -> part.text() + "  " + part.place().start().line())
                .containsExactly(
                        "evt.type = execve  7",
                        "proc.name in (shells)  4",
                        "bash  2",
                        "zsh  2",
                        "sh  2",
                        "proc.pname = cron  7",
                        "fd.name startswith /tmp  7",
                        "exception \"users\", value 1  14",
                        "exception \"users\", value 2  14",
                        "exception \"places\", value 1  19",
                        "exception \"places\", value 2  20");
        assertThat(parts(RULES).obligations()).hasSize(4 * 2 + 3 + 4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            it fires by one item         | execve bash x /etc jo c /    | evt.type = execve; proc.name in (shells); bash; NOT fd.name startswith /tmp
            two alternatives hold        | execve zsh cron /etc jo c /  | evt.type = execve; NOT fd.name startswith /tmp
            one check is missing         | open bash x /etc jo c /      | NOT evt.type = execve
            none of two alternatives     | execve vim x /etc jo c /     | NOT proc.name in (shells); NOT proc.pname = cron
            a clause after not           | execve vim cron /tmp jo c /  | fd.name startswith /tmp
            one exception silences it    | execve bash x /etc root c /  | exception "users", value 1
            a tuple silences it          | execve bash x /etc jo bb /y  | exception "places", value 2
            two exceptions silence it    | execve bash x /etc root bb /y|
            two parts are missing        | open vim x /etc jo c /       |
            """)
    void anEventShowsThePartsThatDecide(String what, String values, @Nullable String shown) {
        RuleSet rules = rules(RULES);
        Explanation explanation = explain(rules, values.split(" "));
        assertThat(RuleParts.of(rules.rules().getFirst(), rules.falco()).shownBy(explanation))
                .as(what)
                .extracting(each -> (each.truth() ? "" : "NOT ") + each.part().text())
                .containsExactly(shown == null ? new String[0] : shown.split("; "));
        assertThat(RuleParts.isNearMiss(explanation)).as(what).isEqualTo(!explanation.holds() && shown != null);
    }

    @Test
    void aMacroUsedTwiceHasPartsForEachUse() {
        RuleSet rules = rules("""
                - macro: shell
                  condition: proc.name = bash
                - rule: R
                  desc: d
                  condition: (evt.type = execve and shell) or (evt.type = open and not shell)
                  output: o
                  priority: INFO
                """);
        RuleParts parts = RuleParts.of(rules.rules().getFirst(), rules.falco());
        assertThat(parts.parts())
                .extracting(part -> part.text() + " " + part.place().start().line())
                .containsExactly(
                        "evt.type = execve 5", "proc.name = bash 2", "evt.type = open 5", "proc.name = bash 2");
        assertThat(parts.parts()).extracting(RulePart::key).doesNotHaveDuplicates();
        assertThat(parts.shownBy(explain(rules, "execve", "bash")))
                .extracting(each -> each.part().key())
                .containsExactly(
                        parts.parts().get(0).key(), parts.parts().get(1).key());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            proc.name in (a, b, a)              | a      | a
            proc.name pmatch (/a, /a/b, /c)     | /c/d   | /c
            proc.name pmatch (/a, /a/b, /c)     | /a/b/c |
            proc.name startswith anyof (a, b)   | bb     | b
            proc.name contains allof (a, b)     | ab     |
            proc.name contains allof (a, b)     | a      | b
            not proc.name in (a, b)             | b      | b
            """)
    void anItemDecidesIfTheCheckWouldDifferWithoutIt(String condition, String name, @Nullable String items) {
        RuleSet rules = rules("[{rule: R, desc: d, condition: '%s', output: o, priority: INFO}]".formatted(condition));
        assertThat(RuleParts.of(rules.rules().getFirst(), rules.falco()).shownBy(explain(rules, "open", name)))
                .filteredOn(each -> each.part() instanceof RulePart.ListItem)
                .extracting(each -> each.part().text())
                .containsExactlyElementsOf(items == null ? List.of() : List.of(items));
    }

    /** For recorded rules and events, a part decides if and only if the condition has the other result with that part flipped. */
    @ParameterizedTest
    @ValueSource(strings = {"conformance/rulesets", "conformance/upstream-k8s-audit"})
    void decidingPartsFlipTheCondition(String name) throws IOException {
        Path folder = Shared.path(name);
        String line = Files.readAllLines(folder.resolve("cases.jsonl")).getFirst();
        JsonNode recorded = new ObjectMapper().readTree(line);
        StringBuilder texts = new StringBuilder();
        for (JsonNode file : recorded.get("rules")) {
            texts.append(Files.readString(folder.resolve("rules").resolve(file.textValue())))
                    .append('\n');
        }
        RuleSet rules = rules(texts.toString());
        Engine engine = Engine.of(rules, RuleMatching.ALL, Priority.DEBUG);
        List<Event> events = new ArrayList<>();
        new EventReader()
                .read(folder.resolve("events").resolve(recorded.get("events").textValue()), events::add);
        int shown = 0;
        for (Event event : events.subList(0, Math.min(40, events.size()))) {
            for (Rule rule : rules.rules()) {
                if (rule.source() == event.source()) {
                    Explanation explanation = engine.explain(rule, event);
                    List<Explanation> deciding = leaves(explanation).stream()
                            .filter(leaf -> holds(explanation, leaf) != explanation.holds())
                            .toList();
                    Set<Obligation> found = RuleParts.of(rule, rules.falco()).shownBy(explanation);
                    assertThat(found.stream()
                                    .filter(each -> each.part() instanceof RulePart.Check)
                                    .count())
                            .isLessThanOrEqualTo(deciding.size());
                    assertThat(RuleParts.isNearMiss(explanation))
                            .isEqualTo(!explanation.holds() && !deciding.isEmpty());
                    shown += found.size();
                }
            }
        }
        assertThat(shown).isPositive();
    }

    private static List<Explanation> leaves(Explanation part) {
        return part.parts().isEmpty()
                ? List.of(part)
                : part.parts().stream().flatMap(each -> leaves(each).stream()).toList();
    }

    /** The result of a condition with one check flipped. */
    private static boolean holds(Explanation part, Explanation flipped) {
        return switch (part.expression()) {
            case Expr.And and -> part.parts().stream().allMatch(each -> holds(each, flipped));
            case Expr.Or or -> part.parts().stream().anyMatch(each -> holds(each, flipped));
            case Expr.Not not -> !holds(part.parts().getFirst(), flipped);
            case Expr.Exists check -> part.holds() != isSame(part, flipped);
            case Expr.Comparison check -> part.holds() != isSame(part, flipped);
            case Expr.MacroRef macro -> throw new IllegalArgumentException(macro.name());
        };
    }

    private static boolean isSame(Explanation one, Explanation other) {
        return System.identityHashCode(one) == System.identityHashCode(other);
    }

    /** The rule on a system call with these values of its fields, in the order of {@code FIELDS}. */
    private static Explanation explain(RuleSet rules, String... values) {
        ObjectNode event = new ObjectMapper().createObjectNode().put("source", "syscall");
        for (int i = 0; i < values.length; i++) {
            event.withObject("/fields").put(FIELDS.get(i), values[i]);
        }
        Event read = new EventReader().read("event", event.toString()).getFirst();
        return Engine.of(rules, RuleMatching.ALL, Priority.DEBUG)
                .explain(rules.rules().getFirst(), read);
    }

    private static RuleParts parts(String rules) {
        RuleSet loaded = rules(rules);
        return RuleParts.of(loaded.rules().getFirst(), loaded.falco());
    }

    private static RuleSet rules(String text) {
        LoadedRules loaded = LoadedRules.of(
                Stream.of(SourceFile.of("r.yaml", text)), Emulation.of(Falco.NEWEST), DefinitionFinder.NOWHERE);
        assertThat(loaded.results()).allMatch(LoadResult::successful);
        return loaded.rules();
    }
}
