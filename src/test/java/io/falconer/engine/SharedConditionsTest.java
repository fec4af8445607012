package io.falconer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.condition.Expr;
import io.falconer.event.Event;
import io.falconer.event.Value;
import io.falconer.event.reader.EventReader;
import io.falconer.field.EventSource;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleLoader;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.SourceFile;
import io.falconer.text.TextOrigin;
import io.falconer.text.Via;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedConditionsTest {
    private static final Event EVENT = new EventReader()
            .read(
                    "events",
                    "{\"kind\":\"Event\",\"auditID\":\"1\",\"verb\":\"create\",\"stageTimestamp\":\"2024-01-02T16:04:05Z\"}")
            .getFirst();

    private static final String RULES = """
            - macro: change
              condition: ka.verb in (create, update) and not ka.stage = RequestReceived
            - rule: first
              desc: d
              condition: change and ka.user.name exists
              output: o
              priority: INFO
              source: k8s_audit
            - rule: second
              desc: d
              condition: ka.target.name exists or (ka.verb in (create,update) and not ka.stage = "RequestReceived")
              output: o
              priority: INFO
              source: k8s_audit
            - rule: third
              desc: d
              condition: not ka.stage = RequestReceived
              output: o
              priority: INFO
              source: k8s_audit
            """;

    @Test
    void equalConditionsHaveOnePlanWhateverTheirPlaces() {
        RuleSet rules = load(RULES);
        SourcePlan plan = new SourcePlan(rules.rules(), EventSource.K8S_AUDIT, Switches.of(Falco.NEWEST), rule -> true);
        Node.And first = (Node.And) plan.planned(rules.rules().getFirst()).condition();
        Node.Or second = (Node.Or) plan.planned(rules.rules().get(1)).condition();
        Node third = plan.planned(rules.rules().get(2)).condition();
        assertThat(first.operand(0)).isInstanceOf(Node.Memoized.class).isSameAs(second.operand(1));
        assertThat(first.operand(1)).isInstanceOf(CheckNode.Exists.class);
        Node.And change = (Node.And) ((Node.Memoized) first.operand(0)).inner();
        assertThat(change.operand(0)).as("asked for only within the whole").isInstanceOf(CheckNode.Compare.class);
        assertThat(change.operand(1)).isInstanceOf(Node.Memoized.class).isSameAs(third);
    }

    @Test
    void aVerdictIsWorkedOutOnce() {
        List<Value> compared = new ArrayList<>();
        Node check = new CheckNode.Compare(0, value -> !compared.add(value));
        Node memoized = new Node.Memoized(check, 0);
        SlotReader[] reads = {new SlotReader.OfConstant(new Value.Text("x"))};
        Frame frame = new Frame(EVENT, reads, 1);
        assertThat(memoized.holds(frame)).isFalse();
        assertThat(new Node.Or(new Node[] {memoized, memoized, new Node.Not(memoized)}).holds(frame))
                .isTrue();
        assertThat(compared).hasSize(1);
        assertThat(memoized.holds(new Frame(EVENT, reads, 1))).isFalse();
        assertThat(compared).hasSize(2);
    }

    @Test
    void explanationsKeepThePlacesOfTheirRules() {
        RuleSet rules = load(RULES);
        Engine engine = Engine.of(rules, RuleMatching.ALL, Priority.DEBUG);
        for (Rule rule : rules.rules()) {
            assertThat(engine.explain(rule, EVENT).expression()).isSameAs(rule.condition());
        }
        Explanation inMacro = engine.explain(rules.rules().getFirst(), EVENT)
                .parts()
                .getFirst()
                .parts()
                .getFirst();
        Explanation inRule = engine.explain(rules.rules().get(1), EVENT)
                .parts()
                .getLast()
                .parts()
                .getFirst();
        Rule first = rules.rules().getFirst();
        assertThat(place(first, inMacro.expression())).isEqualTo("rules.yaml:2:14 [change]");
        assertThat(place(first, inRule.expression())).isEqualTo("rules.yaml:11:40 []");
        assertThat(inMacro.readings().getFirst().operand().span())
                .isNotEqualTo(inRule.readings().getFirst().operand().span());
        assertThat(inMacro.holds()).isTrue();
        assertThat(inRule.holds()).isTrue();
    }

    private static String place(Rule rule, Expr expr) {
        TextOrigin origin = rule.origin(expr.span());
        return origin.location() + " " + origin.way().stream().map(Via::name).toList();
    }

    private static RuleSet load(String text) {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        assertThat(loader.load(SourceFile.of("rules.yaml", text)).errors()).isEmpty();
        return loader.ruleSet();
    }
}
