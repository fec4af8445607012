package io.falconer.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.text.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a rules file holds, loading it ends soon and with a load result. */
class HostileRulesTest {
    private static final String RULE = "- {rule: r, desc: d, output: o, priority: INFO, condition: %s}\n";

    @Test
    void macrosThatDoubleAreRefused() {
        String macros = chain(60, "m%2$d or m%2$d");
        LoadResult result = load(() -> macros + RULE.formatted("m59"));
        assertThat(result.errors()).extracting(LoadIssue::code).containsExactly(LoadCode.LOAD_ERR_COMPILE_CONDITION);
        assertThat(result.errors().getFirst().message()).startsWith("the condition comes to more than 200000 checks");
    }

    @Test
    void macrosThatNestWithoutEndAreRefused() {
        LoadResult result = load(() -> chain(20_000, "not m%2$d"));
        assertThat(result.errors().getFirst().message()).contains("goes deeper than 500");
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
        assertThat(result.errors().getFirst().message())
                .startsWith("the condition comes to more than 4194304 characters");
    }

    @Test
    void manyListsAndManyMacrosTakeTimeInProportion() {
        String lists = IntStream.range(0, 20_000)
                .mapToObj(i -> "- {list: l%d, items: [a, b]}\n".formatted(i))
                .collect(Collectors.joining());
        String macros = IntStream.range(0, 20_000)
                .mapToObj(i -> "- {macro: m%d, condition: proc.name in (l%d)}\n".formatted(i, i))
                .collect(Collectors.joining());
        assertThat(load(() -> lists + macros).successful()).isTrue();
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
        LoadResult result = load(() -> RULE.formatted("x".repeat(100_000_000)));
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

    private static LoadResult load(Supplier<String> text) {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> new RuleLoader(Emulation.DEFAULT)
                .load(SourceFile.of("f.yaml", text.get())));
    }
}
