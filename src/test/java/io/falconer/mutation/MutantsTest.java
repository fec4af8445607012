package io.falconer.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.condition.ConditionPrinter;
import io.falconer.condition.Expr;
import io.falconer.ruleset.DefinitionFinder;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.SourceFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which changes are made of rules. */
class MutantsTest {
    private static final String RULES = """
            - list: shells
              items: [bash, sh]
            - macro: open_read
              condition: evt.type = open
            - macro: open_write
              condition: evt.type = openat
            - rule: R
              desc: d
              condition: open_read and (proc.name in (shells) or not fd.name glob /a)
              output: o
              priority: INFO
              exceptions:
                - name: users
                  fields: user.name
                  comps: in
                  values: [root, jane]
                - name: places
                  fields: [proc.name, proc.cwd]
                  comps: [=, =]
                  values:
                    - [a, /x]
            - rule: Other
              desc: d
              condition: open_write
              output: o
              priority: INFO
            """;

    @Test
    void eachChangeIsOneMistake() {
        RuleSet rules = rules(RULES);
        List<Mutant> mutants = Mutants.of(rules.rules().getFirst(), rules.falco(), MacroTrees.of(rules.rules()));
        assertThat(mutants)
                .extracting(each -> each.mutator().words() + " | " + each.clause() + " | " + each.replacement() + " | "
                        + each.place().start().line())
                .containsExactly(
                        "swap and/or | open_read and (proc.name in (shells) or not fd.name glob /a) | or | 9",
                        "drop clause | evt.type = open |  | 4",
                        "other macro | open_read | open_write | 9",
                        "negate | evt.type = open | not evt.type = open | 4",
                        "no value | evt.type = open | evt.type in () | 4",
                        "drop clause | (proc.name in (shells) or not fd.name glob /a) |  | 9",
                        "swap and/or | (proc.name in (shells) or not fd.name glob /a) | and | 9",
                        "drop clause | proc.name in (shells) |  | 9",
                        "negate | proc.name in (shells) | not proc.name in (bash, sh) | 9",
                        "no value | proc.name in (shells) | proc.name in () | 9",
                        "remove list item | bash |  | 2",
                        "remove list item | sh |  | 2",
                        "drop clause | not fd.name glob /a |  | 9",
                        "negate | fd.name glob /a | not fd.name glob /a | 9",
                        "no value | fd.name glob /a | fd.name in () | 9",
                        "widen pattern | fd.name glob /a | fd.name glob /a* | 9",
                        "remove exception value | root |  | 16",
                        "remove exception value | jane |  | 16",
                        "remove exception value | proc.name = a and proc.cwd = /x |  | 21");
        assertThat(mutants)
                .extracting(each -> ConditionPrinter.print(each.changed().condition()))
                .doesNotHaveDuplicates()
                .contains("(evt.type = openat and (proc.name in (bash, sh) or not fd.name glob /a))"
                        + " and not user.name in (root, jane) and not (proc.name = a and proc.cwd = /x)")
                .contains("(evt.type = open and (proc.name in (bash, sh) or fd.name glob /a))"
                        + " and not user.name in (root, jane) and not (proc.name = a and proc.cwd = /x)")
                .contains("(evt.type = open and (proc.name in (bash, sh) or not fd.name glob /a))"
                        + " and not user.name in (root, jane)");
    }

    @Test
    void theLastValueOfTheOnlyExceptionCanBeRemoved() {
        RuleSet rules = rules("""
                - rule: R
                  desc: d
                  condition: proc.name = a
                  output: o
                  priority: INFO
                  exceptions: [{name: e, fields: [user.name], comps: [=], values: [[root]]}]
                """);
        assertThat(Mutants.of(rules.rules().getFirst(), rules.falco(), MacroTrees.of(rules.rules())))
                .filteredOn(each -> each.mutator() == Mutator.REMOVE_EXCEPTION_VALUE)
                .singleElement()
                .satisfies(each -> assertThat(each.changed().condition().withoutSpans())
                        .isEqualTo(((Expr.And) each.rule().condition())
                                .operands()
                                .getFirst()
                                .withoutSpans()));
    }

    @Test
    void whatFalcoDoesNotLoadIsNoMutant() {
        RuleSet rules = rules("""
                - rule: R
                  desc: d
                  condition: fd.sport = 80
                  output: o
                  priority: INFO
                """);
        assertThat(Mutants.of(rules.rules().getFirst(), rules.falco(), MacroTrees.of(rules.rules())))
                .extracting(Mutant::mutator)
                .containsExactly(Mutator.NEGATE, Mutator.NULL_FIELD);
    }

    private static RuleSet rules(String text) {
        LoadedRules loaded = LoadedRules.of(
                Stream.of(SourceFile.of("r.yaml", text)), Emulation.of(Falco.NEWEST), DefinitionFinder.NOWHERE);
        assertThat(loaded.results()).allMatch(LoadResult::successful);
        return loaded.rules();
    }
}
