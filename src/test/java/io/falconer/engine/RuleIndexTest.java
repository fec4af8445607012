package io.falconer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.event.Event;
import io.falconer.event.Value;
import io.falconer.event.reader.EventReader;
import io.falconer.field.EventSource;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleLoader;
import io.falconer.text.SourceFile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rules are not even tried. */
class RuleIndexTest {
    private static final List<String> CONDITIONS = List.of(
            "ka.verb = create and ka.target.resource in (pods, deployments)",
            "ka.verb in (create, delete) and (ka.user.name = alice or ka.user.name in (bob))",
            "(ka.verb = get or ka.verb = list) and not ka.user.name = alice",
            "ka.verb = get or ka.user.name = alice",
            "not ka.verb = create",
            "ka.verb exists and ka.target.resource = pods",
            "ka.verb = create and ka.user.name in ()",
            "ka.user.groups intersects (dev, ops)",
            "ka.user.groups in (ops, admins) and ka.verb startswith create",
            "ka.verb = val(ka.stage)",
            "ka.verb = create and tolower(ka.user.groups) in (ops)",
            "ka.user.name = dave");

    @ParameterizedTest
    @CsvSource({
        "create,   pods,        alice, '\"dev\"',              0 1 3 4 5 7 9 10",
        "create,   deployments, carol, '\"ops\"',              0 3 4 7 8 9 10",
        "delete,   ,            bob,   '',                     1 3 4 9",
        "delete,   pods,        carol, '\"qa\"',               3 4 5 9",
        "get,      ,            carol, '\"qa\",\"admins\"',    2 3 4 8 9",
        "list,     ,            ,      '\"dev\",\"admins\"',   2 3 4 7 8 9",
        ",         pods,        alice, '\"dev\",\"ops\"',      3 4 7"
    })
    void leavesRulesOutThatCannotHold(String verb, String resource, String user, String groups, String tried) {
        String event = "{\"kind\":\"Event\",\"auditID\":\"1\",\"stageTimestamp\":\"2024-01-02T16:04:05Z\","
                + member("verb", verb) + "\"objectRef\":{" + member("resource", resource) + "\"x\":1},\"user\":{"
                + member("username", user) + "\"groups\":[" + groups + "]}}";
        assertThat(tried(CONDITIONS, event)).isEqualTo(tried);
    }

    @Test
    void readsNoSlotThatNoRuleLeftCaresFor() {
        RequiredValues create = RequiredValues.of(Set.of("create"));
        RequiredValues alice = RequiredValues.of(Set.of("alice"));
        SlotIndex[] slots = {
            new SlotIndex(0, Map.of(0, create, 1, create, 2, RequiredValues.of(Set.of("delete"))), 3),
            new SlotIndex(1, Map.of(0, alice, 1, alice), 3)
        };
        List<Integer> read = new ArrayList<>();
        SlotReader[] reads = {frame -> text(0, "delete", read), frame -> text(1, "alice", read)};
        RuleBits all = RuleBits.of(BitSet.valueOf(new long[] {0b111}), 3);
        Candidates candidates = new Candidates(all, slots, new Frame(event(verb("x")), reads, 0));
        assertThat(candidates.next()).isEqualTo(2);
        assertThat(candidates.next()).isEqualTo(-1);
        assertThat(candidates.next()).isEqualTo(-1);
        assertThat(read).containsExactly(0);
    }

    private static Value text(int slot, String text, List<Integer> read) {
        read.add(slot);
        return new Value.Text(text);
    }

    @Test
    void keepsTheOrderOfManyRules() {
        List<String> conditions = IntStream.range(0, 200)
                .mapToObj(i -> i % 3 == 0 ? "ka.verb = create" : "ka.verb = v" + i)
                .toList();
        String expected = IntStream.range(0, 200)
                .filter(i -> i % 3 == 0)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));
        assertThat(tried(conditions, verb("create"))).isEqualTo(expected);
        assertThat(tried(conditions, verb("v100"))).isEqualTo("100");
        assertThat(tried(conditions, verb("v101"))).isEqualTo("101");
        assertThat(tried(conditions, verb("other"))).isEmpty();
    }

    /** Falco's analysis of event types decides alone there, even where it misses a rule that would hold. */
    @Test
    void syscallRulesAreIndexedWithinTheirEventTypes() {
        SourcePlan plan = new SourcePlan(
                rules(
                        List.of(
                                "evt.type = open and proc.name = cat",
                                "proc.name = cat",
                                "evt.type = open and proc.name = ls"),
                        "syscall"),
                EventSource.SYSCALL,
                Switches.of(Falco.NEWEST),
                rule -> true);
        String event = "{\"source\":\"syscall\",\"fields\":{\"evt.type\":\"%s\",\"proc.name\":\"cat\"}}";
        assertThat(tried(plan, event(event.formatted("open")))).isEqualTo("0 1");
        assertThat(tried(plan, event(event.formatted("close")))).isEqualTo("1");
    }

    @Test
    void anEmptyListMayMeetADemand() {
        SlotIndex index = new SlotIndex(0, Map.of(0, RequiredValues.of(Set.of("a")), 1, RequiredValues.ANY), 3);
        assertThat(index.possible(new Value.Many(List.of())).word(0)).isEqualTo(0b111);
        assertThat(index.possible(new Value.Many(List.of(new Value.Text("b")))).word(0))
                .isEqualTo(0b110);
        assertThat(index.possible(new Value.Int(1)).word(0)).isEqualTo(0b110);
        assertThat(index.possible(Value.None.NONE).word(0)).isEqualTo(0b100);
    }

    @Test
    void longListsOnlyDemandAValue() {
        RequiredValues many = RequiredValues.of(IntStream.rangeClosed(0, RequiredValues.MANY)
                .mapToObj(String::valueOf)
                .collect(Collectors.toSet()));
        assertThat(many).isEqualTo(RequiredValues.ANY);
        assertThat(RequiredValues.union(List.of(RequiredValues.ANY, RequiredValues.of(Set.of("a")))))
                .isEqualTo(RequiredValues.ANY);
    }

    private static String verb(String verb) {
        return "{\"kind\":\"Event\",\"auditID\":\"1\",\"verb\":\"" + verb
                + "\",\"stageTimestamp\":\"2024-01-02T16:04:05Z\"}";
    }

    private static String member(String key, String value) {
        return value == null ? "" : "\"" + key + "\":\"" + value + "\",";
    }

    private static String tried(List<String> conditions, String event) {
        return tried(plan(conditions), event(event));
    }

    private static String tried(SourcePlan plan, Event event) {
        Candidates candidates = plan.candidates(plan.frame(event));
        List<Integer> numbers = new ArrayList<>();
        for (int number = candidates.next(); number >= 0; number = candidates.next()) {
            numbers.add(number);
        }
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static Event event(String line) {
        return new EventReader().read("events", line).getFirst();
    }

    private static SourcePlan plan(List<String> conditions) {
        return new SourcePlan(
                rules(conditions, "k8s_audit"), EventSource.K8S_AUDIT, Switches.of(Falco.NEWEST), rule -> true);
    }

    private static List<Rule> rules(List<String> conditions, String source) {
        String text = Stream.iterate(0, i -> i < conditions.size(), i -> i + 1)
                .map(i -> "- rule: r" + i + "\n  desc: d\n  condition: '" + conditions.get(i)
                        + "'\n  output: o\n  priority: INFO\n  source: " + source + "\n")
                .collect(Collectors.joining());
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        assertThat(loader.load(SourceFile.of("rules.yaml", text)).errors()).isEmpty();
        return loader.ruleSet().rules();
    }
}
