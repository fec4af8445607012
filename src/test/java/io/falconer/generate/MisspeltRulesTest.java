package io.falconer.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.condition.Expr;
import io.falconer.condition.Right;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.engine.RulesInForce;
import io.falconer.meaning.RuleClaim;
import io.falconer.model.Statement;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import io.falconer.verify.Decision;
import io.falconer.verify.MeaningProofs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A wrong letter in any name of a condition is refuted: a capability, a sysctl, a type, a key. Those of volume types that are
 * not allowed make no difference, because volumes are also compared with the types that are.
 */
@Tag("exhaustive")
class MisspeltRulesTest {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z_]{2,}|1-9");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {kind: WorkloadSecurity, profile: restricted}    | 180 | 21
            {kind: WorkloadSecurity, checks: [capabilities]} | 20  | 0
            """)
    void areRefuted(String control, int atLeast, int equivalent) throws Exception {
        Bundle bundle = Bundles.of("maxContainers: 1\nview: admitted\ncontrols: [" + control + "]");
        RulesInForce rules = new LoadedBundles(Emulation.DEFAULT, List.of(bundle))
                .load(bundle)
                .value()
                .orElseThrow();
        MeaningProofs proofs = new MeaningProofs(rules.engine(RuleMatching.ALL), Falco.NEWEST, () -> false);
        Set<String> seen = new HashSet<>();
        List<String> same = new ArrayList<>();
        for (RuleClaim claim : bundle.claims()) {
            Rule rule = rules.rule(claim.rule());
            List<Rule> instead = claim.instead().stream().map(rules::rule).toList();
            Statement meaning = claim.meaning().statement().orElseThrow();
            for (Expr.Comparison comparison : comparisons(rule.condition())) {
                for (Expr.Comparison wrong : misspelt(comparison)) {
                    if (!seen.add(rule.name()
                            + wrong.operator()
                            + wrong.right().toString().replaceAll("Span\\[[^]]*]", ""))) {
                        continue;
                    }
                    Rule changed = MutatedRulesTest.with(rule, replaced(rule.condition(), comparison, wrong));
                    List<Rule> all = new ArrayList<>(List.of(changed));
                    all.addAll(instead);
                    Engine engine = Engine.of(new RuleSet(all), RuleMatching.ALL, Priority.DEBUG);
                    Decision decision = proofs.with(engine).decide(changed, meaning, instead);
                    if (decision.isProved()) {
                        same.add(rule.name() + " " + wrong.right());
                    } else {
                        assertThat(List.of(decision.over(), decision.under()))
                                .as(rule.name() + " " + wrong.right())
                                .noneMatch(Decision.Open.class::isInstance);
                    }
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(atLeast);
        assertThat(same).hasSize(equivalent);
    }

    private static List<Expr.Comparison> comparisons(Expr condition) {
        return switch (condition) {
            case Expr.And and ->
                and.operands().stream()
                        .flatMap(part -> comparisons(part).stream())
                        .toList();
            case Expr.Or or ->
                or.operands().stream()
                        .flatMap(part -> comparisons(part).stream())
                        .toList();
            case Expr.Not not -> comparisons(not.operand());
            case Expr.Exists exists -> List.of();
            case Expr.Comparison comparison -> List.of(comparison);
            case Expr.MacroRef macro -> throw new AssertionError(macro);
        };
    }

    /** With each word of its texts wrong in turn. */
    private static List<Expr.Comparison> misspelt(Expr.Comparison comparison) {
        List<Expr.Comparison> all = new ArrayList<>();
        switch (comparison.right()) {
            case Right.Text text -> misspelt(text).forEach(wrong -> all.add(with(comparison, wrong)));
            case Right.TextList list -> {
                for (int i = 0; i < list.items().size(); i++) {
                    for (Right.Text wrong : misspelt(list.items().get(i))) {
                        List<Right.Text> items = new ArrayList<>(list.items());
                        items.set(i, wrong);
                        all.add(with(comparison, new Right.TextList(items, list.span())));
                    }
                }
            }
            default -> {}
        }
        return all;
    }

    private static List<Right.Text> misspelt(Right.Text text) {
        List<Right.Text> all = new ArrayList<>();
        Matcher words = WORD.matcher(text.value());
        while (words.find()) {
            String word = words.group().equals("1-9") ? "2-9" : words.group() + "x";
            all.add(new Right.Text(
                    text.value().substring(0, words.start())
                            + word
                            + text.value().substring(words.end()),
                    text.span()));
        }
        return all;
    }

    private static Expr.Comparison with(Expr.Comparison comparison, Right right) {
        return new Expr.Comparison(
                comparison.left(), comparison.operator(), comparison.modifier(), right, comparison.span());
    }

    private static Expr replaced(Expr condition, Expr.Comparison from, Expr to) {
        return switch (condition) {
            case Expr.And and ->
                new Expr.And(
                        and.operands().stream()
                                .map(part -> replaced(part, from, to))
                                .toList(),
                        and.span());
            case Expr.Or or ->
                new Expr.Or(
                        or.operands().stream()
                                .map(part -> replaced(part, from, to))
                                .toList(),
                        or.span());
            case Expr.Not not -> new Expr.Not(replaced(not.operand(), from, to), not.span());
            case Expr.Exists exists -> exists;
            case Expr.Comparison comparison -> comparison == from ? to : comparison;
            case Expr.MacroRef macro -> throw new AssertionError(macro);
        };
    }
}
