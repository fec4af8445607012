package io.falconer.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.lint.RuleFinding;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.RuleLoader;
import io.falconer.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The words in which proofs are reported. */
class ProofFindingsTest {
    @Test
    void clausesOfExceptionsAreQuotedWithTheirParentheses() {
        assertThat(problems("""
                - rule: r
                  desc: d
                  condition: evt.type = open and proc.name = cat
                  output: o
                  priority: INFO
                  exceptions:
                    - {name: e, fields: [proc.name], values: [[cat]]}
                """))
                .containsExactly(
                        "no event makes the condition true: \"proc.name = cat\" and \"not proc.name = cat\" are"
                                + " never true together");
    }

    @Test
    void rulesOfOtherPrioritiesAreNamedFirst() {
        assertThat(problems("""
                - {rule: a, desc: d, condition: evt.type = open, output: o, priority: INFO}
                - {rule: b, desc: d, condition: evt.type = close, output: o, priority: ERROR}
                - {rule: c, desc: d, condition: "evt.type in (open, close) and fd.num = 1", output: o, priority: INFO}
                """))
                .containsExactly(
                        "it never alerts, because earlier rules take all its events: \"b\" (Error), \"a\" (Informational)");
    }

    private static List<String> problems(String rules) {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        assertThat(loader.load(SourceFile.of("rules.yaml", rules)).errors()).isEmpty();
        return ProofFindings.of(loader.ruleSet(), () -> false).findings().stream()
                .map(RuleFinding::problem)
                .toList();
    }
}
