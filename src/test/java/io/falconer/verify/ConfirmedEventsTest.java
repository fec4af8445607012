package io.falconer.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.language.Texts;
import io.falconer.logic.Deadline;
import io.falconer.model.Leaf;
import io.falconer.model.Statement;
import io.falconer.ruleset.DefinitionFinder;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.SourceFile;
import io.falconer.verify.Decision.Open;
import io.falconer.verify.Decision.Shown;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine judges each event before it counts. Here it has a rule with another condition, as if the model were wrong. */
class ConfirmedEventsTest {
    private static final Open NOT_SHOWN = new Open("the event that should show a difference does not");

    @Test
    void ofRequests() throws Exception {
        RuleSet rules = rules("k8s_audit", "ka.verb in (create, delete)");
        RuleSet narrow = rules("k8s_audit", "ka.verb = nothing");
        RuleSet wide = rules("k8s_audit", "ka.verb exists");
        Statement creates = is(Leaf.ROOT.at("verb"), "create");
        Statement more = Statement.any(creates, is(Leaf.ROOT.at("verb"), "delete"), is(Leaf.ROOT.at("verb"), "get"));
        Rule rule = rules.rules().getFirst();
        assertThat(requests(rules).decide(rule, creates, List.of()).over()).isInstanceOf(Shown.class);
        assertThat(requests(narrow).decide(rule, creates, List.of()).over()).isEqualTo(NOT_SHOWN);
        assertThat(requests(rules).decide(rule, more, List.of()).under()).isInstanceOf(Shown.class);
        assertThat(requests(wide).decide(rule, more, List.of()).under()).isEqualTo(NOT_SHOWN);
    }

    @Test
    void ofSystemCalls() throws Exception {
        RuleSet rules = rules("syscall", "proc.name in (a, b)");
        RuleSet narrow = rules("syscall", "proc.name = nothing");
        RuleSet wide = rules("syscall", "proc.name exists");
        Statement less = is(Leaf.ofField("proc.name"), "a");
        Statement more = Statement.any(less, is(Leaf.ofField("proc.name"), "b"), is(Leaf.ofField("proc.name"), "c"));
        Rule rule = rules.rules().getFirst();
        assertThat(calls(rules).decide(rule, less).over()).isInstanceOf(Shown.class);
        assertThat(calls(narrow).decide(rule, less).over()).isEqualTo(NOT_SHOWN);
        assertThat(calls(rules).decide(rule, more).under()).isInstanceOf(Shown.class);
        assertThat(calls(wide).decide(rule, more).under()).isEqualTo(NOT_SHOWN);
    }

    @Test
    void ofTwoRules() {
        RuleSet one = rules("syscall", "proc.name = a");
        RuleSet two = rules("syscall", "proc.name in (a, b)");
        Rule old = one.rules().getFirst();
        Rule next = two.rules().getFirst();
        assertThat(new RuleComparison(one, two, Deadline.none())
                        .compare(old, next)
                        .over())
                .isInstanceOf(Shown.class);
        assertThat(new RuleComparison(two, one, Deadline.none())
                        .compare(next, old)
                        .under())
                .isInstanceOf(Shown.class);
        assertThat(new RuleComparison(one, one, Deadline.none())
                        .compare(old, next)
                        .over())
                .isInstanceOf(Open.class);
        assertThat(new RuleComparison(one, one, Deadline.none())
                        .compare(next, old)
                        .under())
                .isInstanceOf(Open.class);
    }

    private static MeaningProofs requests(RuleSet judging) {
        return new MeaningProofs(engine(judging), Falco.NEWEST, Deadline.none());
    }

    private static SystemCallProofs calls(RuleSet judging) {
        return new SystemCallProofs(engine(judging), Falco.NEWEST, Deadline.none());
    }

    private static Engine engine(RuleSet rules) {
        return Engine.of(rules, RuleMatching.ALL, Priority.DEBUG);
    }

    private static Statement is(Leaf leaf, String text) throws Exception {
        return new Statement.Within(leaf, Texts.of(List.of(text)));
    }

    private static RuleSet rules(String source, String condition) {
        String text = "- {rule: r, desc: d, output: o, priority: INFO, source: " + source + ", condition: '" + condition
                + "'}\n";
        return LoadedRules.of(
                        Stream.of(SourceFile.of("rules.yaml", text)),
                        Emulation.of(Falco.NEWEST),
                        DefinitionFinder.NOWHERE)
                .rules();
    }
}
