package io.falconer.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.text.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a rules file holds, loading it ends soon and with a load result. */
class HostileRulesTest {
    private static final String RULE = "- {rule: r, desc: d, output: o, priority: INFO, condition: %s}\n";

    @Test
    void macrosThatDoubleAreRefused() {
        String macros = chain(60, "m%2$d or m%2$d");
        LoadResult result = load(() -> macros + RULE.formatted("m59"));
        assertThat(result.errors()).extracting(LoadIssue::code).containsExactly(LoadCode.LOAD_ERR_COMPILE_CONDITION);
        assertThat(result.errors().getFirst().message()).startsWith("the condition has more than 200000 checks");
    }

    @Test
    void macrosThatNestWithoutEndAreRefused() {
        LoadResult result = load(() -> chain(20_000, "not m%2$d"));
        assertThat(result.errors().getFirst().message()).contains("nested deeper than 500");
    }

    @Test
    void macrosThatStandForEachOtherInALongRowAreFine() {
        assertThat(load(() -> chain(20_000, "m%2$d") + RULE.formatted("m19999")))
                .matches(LoadResult::successful);
    }

    @Test
    void macrosResolvedLateInALongRowAreRefused() {
        String forward = IntStream.range(0, 5000)
                .mapToObj(i -> "- {macro: m%d, condition: m%d}\n".formatted(i, i + 1))
                .collect(Collectors.joining());
        String last = "- {macro: m5000, condition: evt.type = open}\n";
        String again = "- {macro: m0, condition: m1}\n";
        assertThat(load(() -> forward + last + again).successful()).isFalse();
    }

    @Test
    void listsThatGrowAreRefused() {
        String lists = IntStream.range(0, 30)
                .mapToObj(i -> "- {list: l%d, items: [%s]}\n".formatted(i, ("l" + (i + 1) + ", ").repeat(10)))
                .collect(Collectors.joining());
        LoadResult result = load(() -> lists + RULE.formatted("proc.name in (l0)"));
        assertThat(result.errors().getFirst().message()).startsWith("the condition has more than 4194304 characters");
    }

    @Test
    void manyListsAndManyMacrosTakeTimeInProportion() {
        String lists = IntStream.range(0, 10_000)
                .mapToObj(i -> "- {list: l%d, items: [a, b]}\n".formatted(i))
                .collect(Collectors.joining());
        String macros = IntStream.range(0, 10_000)
                .mapToObj(i -> "- {macro: m%d, condition: proc.name in (l%d)}\n".formatted(i, i))
                .collect(Collectors.joining());
        assertThat(load(() -> lists + macros).successful()).isTrue();
    }

    /** What is first, what comes n times, and what is last. */
    static Stream<Arguments> many() {
        String rule = RULE.formatted("evt.type = open");
        String macro = "- {macro: m, condition: evt.type = open}\n";
        String excepted = "- {rule: r, desc: d, output: o, priority: INFO, condition: evt.type = open,"
                + " exceptions: [{name: e, fields: [proc.name], comps: [=]}]}\n";
        String named = RULE.formatted("'proc.name in (%s z)'".formatted("l%d, ".repeat(10_000)));
        return Stream.of(
                Arguments.of(12_500, "", "- {list: l%d, items: [a, l]}\n", ""),
                Arguments.of(
                        12_500,
                        "- {list: l, items: [a]}\n",
                        "- {list: l, append: true, items: [a%d]}\n",
                        RULE.formatted("proc.name in (l)")),
                Arguments.of(12_500, macro, "- {macro: m, append: true, condition: or proc.name = a%d}\n", ""),
                Arguments.of(12_500, rule, "- {rule: r, append: true, condition: or proc.name = a%d}\n", ""),
                Arguments.of(12_500, rule, "- {rule: r, output: '%%proc.name %d', override: {output: append}}\n", ""),
                Arguments.of(12_500, rule, "- {rule: r, desc: d%d, override: {desc: append}}\n", ""),
                Arguments.of(12_500, rule, "- {rule: r, tags: [t%d], override: {tags: append}}\n", ""),
                Arguments.of(
                        12_500, excepted, "- {rule: r, append: true, exceptions: [{name: e, values: [[a%d]]}]}\n", ""),
                Arguments.of(
                        10_000,
                        rule,
                        "- {rule: r, append: true, exceptions: [{name: e%d, fields: a.b, values: [a]}]}\n"
                                .replace("a.b", "proc.name"),
                        ""),
                Arguments.of(7_500, "", "- {list: l%1$d, items: [m%1$d, x]}\n", ""),
                Arguments.of(10_000, "- {list: a, items: [x]}\n", "- {list: l%1$d, items: [x%1$d]}\n", numbered(named)),
                Arguments.of(
                        10_000,
                        "",
                        "- {list: l%1$d, items: [l0%1$d]}\n- {list: l0%1$d, items: [b]}\n",
                        numbered(named)),
                Arguments.of(
                        1,
                        "- {list: l%d, items: [a]}\n",
                        RULE.formatted("'proc.name in (" + "a, ".repeat(500_000) + "z)'"),
                        ""),
                Arguments.of(
                        1,
                        "",
                        RULE.formatted("evt.type = open")
                                .replace("output: o", "output: '" + "%%proc.name".repeat(500_000) + "'"),
                        ""),
                Arguments.of(
                        7_500,
                        "",
                        "- {rule: r%d, a: b, desc: d, output: o, priority: INFO, condition: proc.name = a}\n",
                        ""));
    }

    private static String numbered(String text) {
        StringBuilder out = new StringBuilder();
        int number = 0;
        int done = 0;
        for (int at = text.indexOf("%d"); at >= 0; at = text.indexOf("%d", done)) {
            out.append(text, done, at).append(number++);
            done = at + 2;
        }
        return out.append(text, done, text.length()).toString();
    }

    @ParameterizedTest
    @MethodSource("many")
    void whatComesManyTimesTakesTimeInProportion(int count, String first, String each, String last) {
        StringBuilder text = new StringBuilder(first);
        IntStream.range(0, count).forEach(i -> text.append(each.formatted(i)));
        LoadResult result = load(() -> text.append(last).toString());
        assertThat(result.errors()).isEmpty();
        assertThat(result.successful()).isTrue();
    }

    @Test
    void aFileOnOneLineHasPlacesToo() {
        String rules = IntStream.range(0, 10_000)
                .mapToObj(i -> "{rule: é%d, a: b, desc: d, output: o, priority: INFO, condition: proc.name = a}, "
                        .formatted(i))
                .collect(Collectors.joining("", "[", "]\n"));
        LoadResult result = load(() -> rules);
        assertThat(result.warnings()).hasSize(20_000);
        assertThat(result.warnings()
                        .getLast()
                        .context()
                        .locations()
                        .getLast()
                        .position()
                        .offset())
                .isGreaterThan(700_000);
    }

    @Test
    void itemsThatNameLongListsAreNotWorkedOut() {
        String bomb = "- {list: m, items: [%s]}\n- {list: l, items: [%s]}\n"
                .formatted("x, ".repeat(100_000), "m, ".repeat(100_000));
        assertThat(load(() -> bomb + RULE.formatted("proc.name in (l)"))
                        .errors()
                        .getFirst()
                        .message())
                .startsWith("the condition has more than 4194304 characters");
        assertThat(load(() -> bomb).successful()).isTrue();
    }

    @Test
    void exceptionsOfOneNameAreWarnedOfInBoundedNumber() {
        String exceptions = "{name: e, fields: proc.name, values: [a]}, ".repeat(20_000);
        LoadResult result = load(() -> RULE.formatted("evt.type = open, exceptions: [" + exceptions + "]"));
        assertThat(result.warnings()).hasSizeBetween(100_000, 200_000);
    }

    @Test
    void columnsThatFillAnyMemoryAreRefused() {
        String rule = RULE.formatted("evt.type = open")
                .replace("output: o", "output: '" + "%65000proc.name".repeat(20_000) + "'");
        assertThat(load(() -> rule).errors()).singleElement().satisfies(error -> {
            assertThat(error.message()).isEqualTo("the widths of the output come to more than 65536");
            assertThat(error.hint()).isEmpty();
        });
    }

    @Test
    void conditionsThatNestWithoutEndAreRefused() {
        LoadResult result = load(() -> RULE.formatted("(".repeat(100_000) + "evt.type = open" + ")".repeat(100_000)));
        assertThat(result.errors().getFirst().message()).isEqualTo("exceeded max depth limit of 1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "%YAML 9.9", "\t- a: b", "- &a [*a]", "- *a", "- \"\\ud800\"", "- @"})
    void whatIsNotYamlGivesAYamlError(String text) {
        assertThat(load(() -> text).errors()).extracting(LoadIssue::code).containsExactly(LoadCode.LOAD_ERR_YAML_PARSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001\u0002", "- {rule: \"a\0b\"}", "\uD800", "\uDC80", "\uFFFE"})
    void whatIsNoTextIsNoRule(String text) {
        assertThat(load(() -> text).errors())
                .extracting(LoadIssue::code)
                .containsExactly(LoadCode.LOAD_ERR_YAML_VALIDATE);
    }

    @Test
    void hugeScalarsAreRefused() {
        LoadResult result = load(() -> RULE.formatted("x".repeat(20_000_000)));
        assertThat(result.errors()).extracting(LoadIssue::code).containsExactly(LoadCode.LOAD_ERR_YAML_PARSE);
    }

    @Test
    void aliasBombsAreRefused() {
        String bomb = IntStream.range(0, 20)
                .mapToObj(i -> "- {list: &l%d [%s]}\n".formatted(i, i == 0 ? "x" : ("*l" + (i - 1) + ", ").repeat(10)))
                .collect(Collectors.joining());
        assertThat(load(() -> bomb).errors().getFirst().message()).contains("more than 1000000 nodes");
    }

    @Test
    void anyStructureGivesAResult() {
        Random random = new Random(7);
        for (int round = 0; round < 1500; round++) {
            String text = IntStream.range(0, 4)
                    .mapToObj(i -> "- " + node(random, 0) + "\n")
                    .collect(Collectors.joining());
            RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
            LoadResult result = loader.load(SourceFile.of("f.yaml", text));
            assertThat(result.errors()).hasSizeLessThanOrEqualTo(1);
            result.errors()
                    .forEach(issue -> assertThat(issue.diagnostic().location()).isPresent());
        }
    }

    private static final List<String> KEYS = List.of(
            "rule",
            "list",
            "macro",
            "condition",
            "output",
            "desc",
            "priority",
            "items",
            "exceptions",
            "override",
            "append",
            "tags",
            "enabled",
            "name",
            "fields",
            "comps",
            "values",
            "required_engine_version",
            "required_plugin_versions",
            "alternatives",
            "version",
            "source");
    private static final List<String> SCALARS = List.of(
            "a",
            "m",
            "l",
            "''",
            "~",
            "true",
            "append",
            "replace",
            "INFO",
            "evt.type = open",
            "and l",
            "'%'",
            "0.1.0",
            "in",
            "'='",
            "proc.name",
            "k8s_audit",
            "ka.verb",
            "'(a'",
            "'\"a'",
            "1");

    private static String node(Random random, int depth) {
        int kind = depth > 3 ? 0 : depth == 0 ? 2 : random.nextInt(3);
        int size = 1 + random.nextInt(3);
        return switch (kind) {
            case 0 -> SCALARS.get(random.nextInt(SCALARS.size()));
            case 1 ->
                IntStream.range(0, size)
                        .mapToObj(i -> node(random, depth + 1))
                        .collect(Collectors.joining(", ", "[", "]"));
            default ->
                IntStream.range(0, size + 2)
                        .mapToObj(i -> KEYS.get(random.nextInt(KEYS.size())) + ": " + node(random, depth + 1))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /** Macros m0, m1 and so on, each made of the one before it by {@code pattern}. */
    private static String chain(int length, String pattern) {
        return IntStream.range(1, length)
                .mapToObj(i -> "- {macro: m%1$d, condition: '".formatted(i) + pattern.formatted(i, i - 1) + "'}\n")
                .collect(Collectors.joining("", "- {macro: m0, condition: evt.type = open}\n", ""));
    }

    /** The time is a multiple of what a busy machine takes, and less than what takes time in proportion to the square would. */
    private static LoadResult load(Supplier<String> text) {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(15), () -> new RuleLoader(Emulation.DEFAULT)
                .load(SourceFile.of("f.yaml", text.get())));
    }
}
