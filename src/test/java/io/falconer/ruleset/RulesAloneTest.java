package io.falconer.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.condition.ConditionPrinter;
import io.falconer.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that are loaded without what Falco says about each file are the same, or are left to the whole loading. */
class RulesAloneTest {
    private static final String RULES = """
            - macro: created
              condition: ka.verb = create

            - rule: r
              desc: d
              condition: created and ka.target.resource = pods
              output: o %ka.user.name
              priority: WARNING
              source: k8s_audit
              exceptions:
                - {name: e, fields: [ka.user.name, ka.target.namespace], comps: [=, glob]}
                - {name: f, fields: [ka.target.namespace], values: [['"a"']]}
            """;

    private static final String APPEND = """
            - required_engine_version: 0.57.0

            - rule: r
              exceptions:
                - {name: e, values: [['"bob"', '"team-\\" or (*"'], ['"%s"', '"b"']]}
              override: {exceptions: append}
            """;

    private static Stream<Falco> releases() {
        return Falco.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void valuesThatFilesAppend(Falco falco) {
        Emulation emulation = Emulation.of(falco);
        List<SourceFile> files = new ArrayList<>(List.of(file("rules", RULES)));
        IntStream.range(0, 5).forEach(i -> files.add(file("team" + i, APPEND.formatted("user " + i))));
        assertThat(RulesAlone.of(files, emulation).map(RulesAloneTest::shown))
                .contains(shown(whole(files, emulation).rules()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[['\"a\"', 'b c']]                | a text without quotes that compiles",
                "[['\"a\"', '\"b'], ['\"c', '\"d\"']]  | quotes that later values close",
                "[['\"a\"', '\"b\\']]               | a quote that a backslash escapes",
                "[['\"a\"']]                       | too few values",
                "[['\"a\"', '\"\\q\"']]            | an unknown escape",
            })
    void onlyWholeStringsWait(String values, String what) {
        String strange =
                "- {rule: r, exceptions: [{name: e, values: " + values + "}], override: {exceptions: append}}\n";
        for (int place = 1; place <= 3; place++) {
            List<SourceFile> files = new ArrayList<>(List.of(
                    file("rules", RULES), file("one", APPEND.formatted("x")), file("two", APPEND.formatted("y"))));
            files.add(place, file("strange", strange));
            same(files, Emulation.DEFAULT, what + " as file " + place);
        }
    }

    /** Files in a random order and number: macros, lists, rules, and appended texts, conditions and exceptions of all kinds. */
    @ParameterizedTest
    @MethodSource("releases")
    void randomFiles(Falco falco) {
        List<String> texts = List.of(
                RULES,
                APPEND.formatted("x"),
                APPEND.formatted("y"),
                APPEND.formatted("bob"),
                "- {list: bob, items: [a, b]}\n",
                "- {list: empty, items: []}\n",
                "- {macro: created, condition: 'ka.verb in (bob)'}\n",
                "- {macro: created, condition: ka.verb = update, override: {condition: replace}}\n",
                "- {rule: r, condition: or ka.verb = get, override: {condition: append}}\n",
                "- {rule: r, enabled: false, override: {enabled: replace}}\n",
                "- {rule: r, exceptions: [{name: g, fields: [ka.verb], values: [['\"a\"']]}], override: {exceptions: append}}\n",
                "- {rule: r, exceptions: [{name: e, values: [['\"a\"', '\"b\"']]}], append: true}\n",
                "- {rule: r, exceptions: [{name: e, values: [['\"a\"', b) or (c]]}], override: {exceptions: append}}\n",
                "- {rule: r, exceptions: [{name: e, values: [['\"a\"', empty]]}], override: {exceptions: append}}\n",
                "- {rule: other, desc: d, condition: ka.verb = nonsense.field, output: o, priority: INFO, source: k8s_audit}\n",
                "- {rule: s, desc: d, condition: ka.nonsense = a, output: o, priority: INFO, source: k8s_audit, "
                        + "skip-if-unknown-filter: true}\n",
                "- required_plugin_versions: [{name: absent, version: 1.0.0}]\n",
                "- required_engine_version: 99.0.0\n",
                "- {rule: r\n");
        Random random = new Random(7);
        for (int i = 0; i < 150; i++) {
            List<SourceFile> files = new ArrayList<>(List.of(file("rules", RULES)));
            int count = 1 + random.nextInt(5);
            for (int n = 0; n < count; n++) {
                int chosen = random.nextBoolean() ? 1 + random.nextInt(3) : random.nextInt(texts.size());
                files.add(file("f" + n, texts.get(chosen)));
            }
            same(
                    files,
                    Emulation.of(falco),
                    files.stream().map(SourceFile::text).toList().toString());
        }
    }

    private static void same(List<SourceFile> files, Emulation emulation, String what) {
        LoadedRules whole = whole(files, emulation);
        boolean loads = whole.results().stream().allMatch(LoadResult::successful);
        Optional<String> alone = RulesAlone.of(files, emulation).map(RulesAloneTest::shown);
        if (alone.isPresent()) {
            assertThat(loads).as(what).isTrue();
            assertThat(alone).as(what).contains(shown(whole.rules()));
        }
    }

    private static LoadedRules whole(List<SourceFile> files, Emulation emulation) {
        return LoadedRules.of(files.stream(), emulation, DefinitionFinder.NOWHERE);
    }

    /** All of the rules, and where the parts of their conditions come from. */
    private static String shown(RuleSet rules) {
        StringBuilder shown = new StringBuilder();
        for (Rule rule : rules.rules()) {
            shown.append(rule.name())
                    .append(rule.enabled())
                    .append(ConditionPrinter.print(rule.condition()))
                    .append(rule.condition())
                    .append(rule.origin(rule.condition().span()))
                    .append(rule.output())
                    .append(rule.place());
        }
        return shown.toString();
    }

    private static SourceFile file(String name, String text) {
        return SourceFile.of(name, text);
    }
}
