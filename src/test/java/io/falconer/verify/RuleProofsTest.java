package io.falconer.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Shared;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleLoader;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proved about rules of a rule set. */
class RuleProofsTest {
    /** The conditions of rules a, b, c ... in order, and what is proved about them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            evt.type = open                                                        | nothing
            evt.type = open and proc.name startswith x and not proc.name contains x | a dead by 2
            evt.type = open and proc.name = x and fd.num > 1 and proc.name = y      | a dead by 2
            evt.type exists or fd.num = 1                                           | a always
            evt.type = open ; evt.type in (open)                                    | b same a
            evt.type in (open, openat) ; evt.type = open                            | b shadowed a
            evt.type = open ; evt.type in (open, openat)                            | nothing
            evt.type = open ; evt.type = openat ; fd.num = 1 and evt.type in (open, openat) | c shadowed a b
            evt.type = open ; fd.num = 1 and evt.type in (open, openat) ; evt.type = openat | nothing
            evt.type = open ; evt.type = close ; evt.type = open and fd.num = 1     | c shadowed a
            evt.type = open and fd.num = 1 and fd.num = 2 ; evt.type = open and fd.num = 3 and fd.num = 4 | a dead by 2, b dead by 2
            proc.aname = x ; proc.aname in (x, y)                                   | nothing
            not proc.name = x ; proc.name != x                                      | b shadowed a
            """)
    void proves(String conditions, String expected) {
        assertThat(proved(rules(Falco.NEWEST, conditions))).isEqualTo(expected);
    }

    @Test
    void disabledRulesAreNeitherDeadNorInTheWay() {
        RuleSet rules = loaded(
                Falco.NEWEST,
                rule("a", "evt.type = open", "enabled: false")
                        + rule("b", "evt.type = open and fd.num = 1", "")
                        + rule("c", "evt.type = open and evt.type = close", "enabled: false"));
        assertThat(proved(rules)).isEqualTo("nothing");
    }

    /** What up to 0.43.0 may read another value is left open; all else is proved in every version. */
    @Test
    void rulesWithUnreliableFieldsAreLeftOpenWhereTheyAre() {
        String stale = "evt.type = open and container.id exists and container.name = x and not container.id = y";
        String conditions = stale + " ; evt.type = open and fd.num = 1 and fd.num = 2 ; " + stale + " and fd.num = 1";
        assertThat(RuleProofs.of(rules(Falco.V0_43_1, conditions), () -> false))
                .extracting(fact -> fact.rule().name() + " " + fact.getClass().getSimpleName())
                .containsExactly("b Dead", "c Shadowed");
        assertThat(RuleProofs.of(rules(Falco.V0_43_0, conditions), () -> false))
                .extracting(fact -> fact.rule().name() + " " + fact.getClass().getSimpleName())
                .containsExactly("a Undecided", "c Undecided", "b Dead");
    }

    @Test
    void whatIsNotDecidedInTimeIsSaidForEachRule() {
        RuleSet rules = rules(Falco.NEWEST, "evt.type = open ; evt.type = open");
        List<RuleFact> proofs = RuleProofs.of(rules, () -> true);
        assertThat(proofs).hasSize(2).allMatch(RuleFact.Undecided.class::isInstance);
    }

    /** Proofs do not see into regular expressions there, so that no two of them are the same. */
    @Test
    void regularExpressionsOfOlderReleasesDiffer() {
        assertThat(proved(rules(Falco.V0_43_1, "proc.name regex a+ and not proc.name regex b+")))
                .isEqualTo("nothing");
    }

    /** A sandbox rule never alerts next to an incubating one of lower priority; two wait for macros that users override. */
    @Test
    void findsWhatIsHiddenInTheOfficialRules() throws IOException {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        for (String release :
                List.of("falco-rules-5.1.0", "falco-incubating-rules-6.0.1", "falco-sandbox-rules-6.1.0")) {
            Path file = Shared.path("releases/" + release + ".yaml");
            loader.load(SourceFile.of(release, Files.readString(file)));
        }
        List<RuleFact> facts = RuleProofs.of(loader.ruleSet(), () -> false);
        assertThat(facts.stream().map(RuleProofsTest::shown).filter(fact -> fact.contains(" redundant ")))
                .hasSize(12)
                .contains("User mgmt binaries redundant sudo");
        assertThat(facts.stream().map(RuleProofsTest::shown).filter(fact -> !fact.contains(" redundant ")))
                .containsExactly(
                        "Network Connection outside Local Subnet dead by 1",
                        "Launch Disallowed Container dead by 2",
                        "Network Tool Executed During NPM Package Install shadowed Launch Suspicious Network Tool in"
                                + " Container");
    }

    private static String proved(RuleSet rules) {
        String all = RuleProofs.of(rules, () -> false).stream()
                .map(RuleProofsTest::shown)
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "nothing" : all;
    }

    private static String shown(RuleFact proof) {
        return proof.rule().name()
                + switch (proof) {
                    case RuleFact.Dead dead -> " dead by " + dead.clauses().size();
                    case RuleFact.AlwaysFires always -> " always";
                    case RuleFact.SameCondition same ->
                        " same " + same.earlier().name();
                    case RuleFact.Shadowed shadowed ->
                        " shadowed " + shadowed.by().stream().map(Rule::name).collect(Collectors.joining(" "));
                    case RuleFact.RedundantClause clause -> " redundant clause";
                    case RuleFact.RedundantItem item ->
                        " redundant " + item.item().value();
                    case RuleFact.IdleException exception -> " idle exception";
                    case RuleFact.Undecided undecided -> " undecided " + undecided.reason();
                };
    }

    private static RuleSet rules(Falco falco, String conditions) {
        StringBuilder rules = new StringBuilder();
        char name = 'a';
        for (String condition : conditions.split(" ; ")) {
            rules.append(rule(String.valueOf(name++), condition, ""));
        }
        return loaded(falco, rules.toString());
    }

    private static String rule(String name, String condition, String more) {
        return """
                - rule: %s
                  desc: d
                  condition: %s
                  output: seen
                  priority: NOTICE
                  %s
                """.formatted(name, condition, more);
    }

    private static RuleSet loaded(Falco falco, String rules) {
        RuleLoader loader = new RuleLoader(Emulation.of(falco));
        assertThat(loader.load(SourceFile.of("rules.yaml", rules)).errors()).isEmpty();
        return loader.ruleSet();
    }
}
