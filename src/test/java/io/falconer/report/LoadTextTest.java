package io.falconer.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.RuleLoader;
import io.falconer.text.SourceFile;
import io.falconer.text.Style;
import io.falconer.verify.ProofFindings;
import io.falconer.verify.RuleFact;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands below the load results. */
class LoadTextTest {
    @Test
    void rulesThatAreUndecidedAreCountedWithTheReason() {
        String text = new LoadText(Style.PLAIN).summary(undecided("evt.type = open", "evt.type = close"));
        assertThat(text).isEqualTo("2 rules undecided: out of time\n");
        assertThat(new LoadText(Style.PLAIN).summary(undecided("evt.type = open")))
                .isEqualTo("1 rule undecided: out of time\n");
        assertThat(new LoadText(Style.PLAIN).summary(List.of())).isEmpty();
    }

    private static List<RuleFact.Undecided> undecided(String... conditions) {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        StringBuilder rules = new StringBuilder();
        for (String condition : conditions) {
            rules.append("- {rule: %s, desc: d, condition: %s, output: o, priority: INFO}\n"
                    .formatted(condition.replace(" ", ""), condition));
        }
        loader.load(SourceFile.of("rules.yaml", rules.toString()));
        return ProofFindings.of(loader.ruleSet(), () -> true).undecided();
    }
}
