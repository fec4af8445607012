package io.falconer.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.condition.ConditionPrinter;
import io.falconer.condition.Expr;
import io.falconer.engine.Engine;
import io.falconer.event.Event;
import io.falconer.field.EventSource;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleLoader;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of conditions that make no difference. */
class RedundantPartsTest {
    private static final String RULE = "- {rule: r, desc: d, output: o, priority: INFO, condition: '%s'}\n";
    private static final String MACROS = """
            - {macro: opens, condition: "evt.type in (open, openat)"}
            - {macro: shells, condition: "proc.name in (sh, bash)"}
            - {macro: twice, condition: "fd.num > 1 and fd.num > 0"}
            - {macro: nothing, condition: "evt.num < 0 and evt.num > 0"}
            - {macro: user_allowed, condition: "proc.name = sh"}
            - {list: others, items: [sh, zsh]}
            - {list: none, items: []}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            evt.type = open and proc.name = sh                          | nothing
            evt.type = open and opens                                   | "opens" is always true where "evt.type = open" is true
            evt.type = open and evt.type = open                         | "evt.type = open" is always true where "evt.type = open" is true
            fd.name startswith /a/b or fd.name startswith /a            | "fd.name startswith /a/b" is never true where "fd.name startswith /a" is false
            evt.type = open and (fd.num = 1 or not evt.type = open)     | "not evt.type = open" is never true where "evt.type = open" is true
            not (proc.name = sh or shells)                              | "proc.name = sh" is never true where "shells" is false
            evt.type = open and fd.num >= 0 and not nothing             | nothing
            evt.type = open or nothing or proc.name in (none)           | nothing
            proc.name in (sh, bash) and not user_allowed and proc.name = bash | "proc.name in (sh, bash)" is always true where "proc.name = bash" is true
            proc.name = zsh and not user_allowed                        | nothing
            evt.type = open and twice                                   | "fd.num > 0" is always true where "fd.num > 1" is true
            proc.name in (sh, bash, sh)                                 | "sh" makes no difference: the other items cover it
            fd.name pmatch (/etc, /etc/ssh)                             | "/etc/ssh" makes no difference: the other items cover it
            evt.type in (open, close) and fd.num = 1 and not evt.type = close | "close" makes no difference where "not evt.type = close" is true
            proc.name in (others) and not proc.name in (sh, ksh)        | "ksh" makes no difference where "proc.name in (others)" is true
            proc.aname = sh and proc.aname in (sh, bash)                | "proc.aname in (sh, bash)" is always true where "proc.aname = sh" is true
            proc.aname = sh and proc.aname = bash                       | nothing
            len(proc.cmdline) > 5 and len(proc.cmdline) > 10            | nothing
            len(proc.cmdline) in (5, 10)                                | nothing
            thread.cpu in (50, 90)                                      | nothing
            """)
    void reports(String condition, String expected) {
        assertThat(problems(MACROS + RULE.formatted(condition))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [proc.name] ; [=]; [[sh]]                 | exception "e": "proc.name = sh" silences nothing, because the rule requires "proc.name in (bash, zsh)"
            [proc.name] ; [=]; [[bash]]               | nothing
            [proc.name] ; [startswith]; [[ba], [bas]] | exception "e": "proc.name startswith bas" silences nothing more than "proc.name startswith ba"
            [proc.name, fd.num] ; [=, =]; [[bash, 1]] | nothing
            """)
    void reportsExceptions(String exception, String expected) {
        String[] parts = exception.split(";");
        assertThat(problems("""
                - rule: r
                  desc: d
                  output: o
                  priority: INFO
                  condition: evt.type = open and proc.name in (bash, zsh)
                  exceptions:
                    - {name: e, fields: %s, comps: %s, values: %s}
                """.formatted((Object[]) parts))).isEqualTo(expected);
    }

    @Test
    void exceptionsThatOthersCoverNameThem() {
        assertThat(problems("""
                - rule: r
                  desc: d
                  output: o
                  priority: INFO
                  condition: evt.type = open
                  exceptions:
                    - {name: all, fields: [proc.name], comps: [=], values: [[sh]]}
                    - {name: some, fields: [proc.name, fd.num], comps: [=, =], values: [[sh, 1]]}
                """))
                .isEqualTo(
                        "exception \"some\": \"proc.name = sh and fd.num = 1\" silences nothing more than exception \"all\"");
    }

    /** Lists of values, too, and those that another file appends. */
    @Test
    void exceptionsAreUnderlinedAtTheirValues() {
        RuleSet rules = loaded("""
                - rule: r
                  desc: d
                  output: o
                  priority: INFO
                  condition: evt.type = open and proc.name in (bash, zsh)
                  exceptions:
                    - {name: e, fields: [fd.num, proc.name], comps: [=, in]}
                - {rule: r, override: {exceptions: append}, exceptions: [{name: e, values: [[1, [sh, ksh]]]}]}
                """);
        assertThat(ProofFindings.of(rules, () -> false).findings())
                .extracting(finding -> finding.origin().location())
                .extracting(place -> place.source()
                        .text()
                        .substring(place.span().start(), place.span().end()))
                .containsExactly("1, [sh, ksh");
    }

    /** A macro is judged by itself, and each rule that uses it has the finding. */
    @Test
    void partsOfAMacroAreRedundantForEachRule() {
        String rule = "- {rule: %s, desc: d, output: o, priority: INFO, condition: twice and fd.num < %d}\n";
        assertThat(problems(MACROS + rule.formatted("a", 9) + rule.formatted("b", 99)))
                .isEqualTo("\"fd.num > 0\" is always true where \"fd.num > 1\" is true; "
                        .repeat(2)
                        .replaceFirst("; $", ""));
    }

    /** What is reported can go, and nothing else can. */
    @Test
    void agreesWithAllEventsOfASmallWorld() {
        RandomConditions random = new RandomConditions(new Random(4));
        List<Event> world = SmallWorlds.events("proc.name", SmallWorlds.texts(6, "a", "A", "b", "B"));
        int reported = 0;
        for (int i = 0; i < 300; i++) {
            Rule rule =
                    loaded(RULE.formatted(random.valid("proc.name", 2))).rules().getFirst();
            Expr condition = rule.condition();
            String what = ConditionPrinter.print(condition);
            List<Boolean> truth = truth(condition, world);
            if (!truth.contains(true)) {
                continue;
            }
            List<Expr> redundant = redundant(rule);
            reported += redundant.size();
            Expr rest = without(condition, redundant);
            assertThat(truth(rest, world)).as(what).isEqualTo(truth);
            for (Expr each : operands(rest).toList()) {
                assertThat(truth(without(rest, List.of(each)), world))
                        .as(what + " without " + ConditionPrinter.print(each))
                        .isNotEqualTo(truth);
            }
        }
        assertThat(reported).isGreaterThan(100);
    }

    private static List<Boolean> truth(Expr condition, List<Event> world) {
        Engine engine = SmallWorlds.engine(condition);
        return world.stream().map(event -> !engine.evaluate(event).isEmpty()).toList();
    }

    private static List<Expr> redundant(Rule rule) {
        List<Expr> found = new ArrayList<>();
        new RedundantParts(new Conditions(EventSource.SYSCALL, Falco.NEWEST, () -> false), fact -> {
                    if (fact instanceof RuleFact.RedundantClause clause) {
                        found.add(clause.clause());
                    }
                })
                .search(rule);
        return found;
    }

    private static Stream<Expr> operands(Expr expr) {
        return switch (expr) {
            case Expr.And and ->
                and.operands().stream().flatMap(each -> Stream.concat(Stream.of(each), operands(each)));
            case Expr.Or or -> or.operands().stream().flatMap(each -> Stream.concat(Stream.of(each), operands(each)));
            case Expr.Not not -> operands(not.operand());
            case Expr.Exists leaf -> Stream.of();
            case Expr.Comparison leaf -> Stream.of();
            case Expr.MacroRef leaf -> Stream.of();
        };
    }

    private static Expr without(Expr expr, List<Expr> gone) {
        return switch (expr) {
            case Expr.And and -> {
                List<Expr> rest = without(and.operands(), gone);
                yield rest.size() == 1 ? rest.getFirst() : new Expr.And(rest, and.span());
            }
            case Expr.Or or -> {
                List<Expr> rest = without(or.operands(), gone);
                yield rest.size() == 1 ? rest.getFirst() : new Expr.Or(rest, or.span());
            }
            case Expr.Not not -> new Expr.Not(without(not.operand(), gone), not.span());
            case Expr.Exists leaf -> leaf;
            case Expr.Comparison leaf -> leaf;
            case Expr.MacroRef leaf -> leaf;
        };
    }

    private static List<Expr> without(List<Expr> operands, List<Expr> gone) {
        return operands.stream()
                .filter(each -> gone.stream().noneMatch(other -> other == each))
                .map(each -> without(each, gone))
                .toList();
    }

    private static String problems(String rules) {
        String all = ProofFindings.of(loaded(rules), () -> false).findings().stream()
                .map(finding -> finding.problem())
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? "nothing" : all;
    }

    private static RuleSet loaded(String rules) {
        RuleLoader loader = new RuleLoader(Emulation.of(Falco.NEWEST));
        assertThat(loader.load(SourceFile.of("rules.yaml", rules)).errors()).isEmpty();
        return loader.ruleSet();
    }
}
