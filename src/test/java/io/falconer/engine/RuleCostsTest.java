package io.falconer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconer.event.Event;
import io.falconer.event.reader.EventReader;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.RuleLoader;
import io.falconer.text.SourceFile;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleCostsTest {
    private static final Event CREATE = event("create");
    private static final Event DELETE = event("delete");

    private final Engine engine = engine(RuleMatching.ALL);

    /** The clock goes one further each time that somebody looks. */
    private final AtomicLong time = new AtomicLong();

    @Test
    void addsUpWhatEachEvaluationTook() {
        RuleCosts costs = engine.costs(() -> time.getAndAdd(time.get() + 1));
        assertThat(costs.costliest(10)).isEmpty();
        assertThat(engine.evaluate(CREATE, costs))
                .isEqualTo(engine.evaluate(CREATE))
                .hasSize(2);
        // It shows 0 and 1 for the first rule, 3 and 7 for the second.
        assertThat(show(costs, 10)).containsExactly("any verb 1 4", "creates 1 1");
        engine.evaluate(DELETE, costs);
        // 15 and 31 for the second rule; the first is ruled out.
        assertThat(show(costs, 10)).containsExactly("any verb 2 20", "creates 1 1");
        assertThat(show(costs, 1)).containsExactly("any verb 2 20");
    }

    @Test
    void equalsComeInOrderOfDefinition() {
        RuleCosts costs = engine.costs(() -> 5);
        engine.evaluate(CREATE, costs);
        assertThat(show(costs, 10)).containsExactly("creates 1 0", "any verb 1 0");
    }

    @Test
    void rulesBehindTheFirstThatAlertsCostNothing() {
        Engine first = engine(RuleMatching.FIRST);
        RuleCosts costs = first.costs(time::getAndIncrement);
        assertThat(first.evaluate(CREATE, costs)).hasSize(1);
        assertThat(show(costs, 10)).containsExactly("creates 1 1");
    }

    @Test
    void threadsShareThem() {
        RuleCosts costs = engine.costs();
        IntStream.range(0, 1000).parallel().forEach(i -> engine.evaluate(CREATE, costs));
        assertThat(costs.costliest(10)).extracting(RuleCost::evaluations).containsExactly(1000L, 1000L);
        assertThat(costs.costliest(10)).allMatch(cost -> cost.nanos() > 0);
    }

    @Test
    void costsOfAnotherEngineAreRefused() {
        RuleCosts other = engine(RuleMatching.ALL).costs();
        assertThatThrownBy(() -> engine.evaluate(CREATE, other)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> show(RuleCosts costs, int most) {
        return costs.costliest(most).stream()
                .map(cost -> cost.rule().name() + " " + cost.evaluations() + " " + cost.nanos())
                .toList();
    }

    private static Engine engine(RuleMatching matching) {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        assertThat(loader.load(SourceFile.of("rules.yaml", """
                        - rule: creates
                          desc: d
                          condition: ka.verb = create
                          output: o
                          priority: INFO
                          source: k8s_audit
                        - rule: updates
                          desc: d
                          condition: ka.verb = update
                          output: o
                          priority: INFO
                          source: k8s_audit
                        - rule: any verb
                          desc: d
                          condition: ka.verb exists
                          output: o
                          priority: INFO
                          source: k8s_audit
                        """)).errors()).isEmpty();
        return Engine.of(loader.ruleSet(), matching, Priority.DEBUG);
    }

    private static Event event(String verb) {
        return new EventReader()
                .read(
                        "events",
                        "{\"kind\":\"Event\",\"auditID\":\"1\",\"verb\":\"" + verb
                                + "\",\"stageTimestamp\":\"2024-01-02T16:04:05Z\"}")
                .getFirst();
    }
}
