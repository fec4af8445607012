package io.falconer.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.engine.RuleMatching;
import io.falconer.ruleset.Priority;
import io.falconer.suite.Expectation.FieldMatch;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SuiteReaderTest {
    private static final String HEAD = """
            apiVersion: falconer/v1alpha1
            kind: RuleTest
            metadata: {name: s}
            """;
    private static final String RULES = HEAD + "rules: [r.yaml]\n";

    @Test
    void aWholeSuiteIsRead() {
        Suite suite = read("""
                apiVersion: falconer/v1alpha1
                kind: RuleTest
                metadata: {name: payments-limits}
                rules: [../rules/a.yaml, ../rules/b.yaml]
                defaults: {unexpected: warn, ruleMatching: first}
                tests:
                - name: second container without memory limit
                  event: {manifest: fixtures/two.yaml, namespace: payments, user: jane, verb: update, view: request}
                  patch: [{op: remove, path: /a}]
                  expect:
                  - rule: R
                    count: 2
                    priority: Warning
                    output: {contains: "ns=payments"}
                    output_fields: {ka.target.namespace: payments, ka.user.name: {startsWith: "system:", not: {endsWith: x}}}
                    exact: true
                - name: all limits set
                  event: {file: fixtures/ok.json}
                  expect: none
                  unexpected: ignore
                - name: not now
                  event:
                  - syscall: {evt.type: listen, fd.sport: 80, evt.rawres: -1}
                  - syscall: [{evt.type: accept}, {evt.type: accept4}]
                  silent: [R, S]
                  skip: flaky upstream
                """);

        assertThat(suite.name()).isEqualTo("payments-limits");
        assertThat(suite.rules()).isInstanceOfSatisfying(RulesUnderTest.RulesFiles.class, r -> assertThat(r.files())
                .extracting(f -> f.resolved().orElseThrow().toString())
                .containsExactly("dir/rules/a.yaml", "dir/rules/b.yaml"));
        TestCase first = suite.tests().getFirst();
        assertThat(first.events()).singleElement().isInstanceOfSatisfying(EventSpec.FromManifest.class, m -> {
            assertThat(m.file().resolved().orElseThrow()).hasToString("dir/tests/fixtures/two.yaml");
            assertThat(m.options().user()).isEqualTo("jane");
            assertThat(m.options().namespace()).contains("payments");
        });
        assertThat(first.patch().orElseThrow().operations()).singleElement().satisfies(operation -> {
            assertThat(operation.verb()).isEqualTo(Patch.Verb.REMOVE);
            assertThat(operation.path()).hasToString("/a");
        });
        assertThat(first.rigour()).isEqualTo(new TestCase.Rigour(UnexpectedAlerts.WARN, RuleMatching.FIRST));
        Expectation expectation = first.expect().getFirst();
        assertThat(expectation.rule()).isEqualTo("R");
        assertThat(expectation.count()).hasValue(2);
        assertThat(expectation.priority()).contains(Priority.WARNING);
        assertThat(expectation.output()).contains(new Matcher.Contains("ns=payments"));
        assertThat(expectation.fields())
                .containsExactly(
                        new FieldMatch("ka.target.namespace", new Matcher.Literal("payments")),
                        new FieldMatch(
                                "ka.user.name",
                                new Matcher.All(List.of(
                                        new Matcher.StartsWith("system:"),
                                        new Matcher.Not(new Matcher.EndsWith("x"))))));
        assertThat(expectation.exact()).isTrue();
        assertThat(expectation.location()).hasToString("dir/tests/s_test.yaml:11:5");
        TestCase second = suite.tests().get(1);
        assertThat(second.nothing()).isPresent();
        assertThat(second.rigour().unexpected()).isEqualTo(UnexpectedAlerts.IGNORE);
        TestCase third = suite.tests().get(2);
        assertThat(third.skip()).contains("flaky upstream");
        assertThat(third.silent()).extracting(RuleName::name).containsExactly("R", "S");
        assertThat(third.events())
                .extracting(e -> ((EventSpec.Inline) e).json())
                .containsExactly(
                        "{\"source\":\"syscall\",\"fields\":{\"evt.type\":\"listen\",\"fd.sport\":80,\"evt.rawres\":-1}}",
                        "{\"source\":\"syscall\",\"fields\":{\"evt.type\":\"accept\"}}",
                        "{\"source\":\"syscall\",\"fields\":{\"evt.type\":\"accept4\"}}");
    }

    @Test
    void anInlineAuditEventIsCompletedWithWhatFalcoDropsEventsWithout() {
        Suite suite = read(RULES + """
                tests:
                - {name: t, event: {audit: {verb: create, auditID: mine, code: 1.50, none: ~}}, expect: none}
                """);
        assertThat(suite.tests().getFirst().events())
                .singleElement()
                .isInstanceOfSatisfying(EventSpec.Inline.class, e -> assertThat(e.json())
                        .isEqualTo("{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\","
                                + "\"level\":\"RequestResponse\",\"auditID\":\"mine\","
                                + "\"stage\":\"ResponseComplete\",\"stageTimestamp\":\"2026-01-01T00:00:00Z\","
                                + "\"verb\":\"create\",\"code\":1.50,\"none\":null}"));
    }

    @Test
    void aMatrixIsATestForEachCombination() {
        Suite suite = read(RULES + """
                tests:
                - name: listener
                  cases:
                    matrix: {image: [good, evil], port: [80, 81]}
                  event: {syscall: {container.image: "${image}:1", fd.sport: "${port}"}}
                  expect:
                  - {rule: R, when: "${image} != good"}
                """);
        assertThat(suite.tests())
                .extracting(TestCase::name)
                .containsExactly(
                        "listener [image=good, port=80]",
                        "listener [image=good, port=81]",
                        "listener [image=evil, port=80]",
                        "listener [image=evil, port=81]");
        assertThat(suite.tests().get(1).events())
                .extracting(e -> ((EventSpec.Inline) e).json())
                .containsExactly(
                        "{\"source\":\"syscall\",\"fields\":{\"container.image\":\"good:1\",\"fd.sport\":81}}");
        assertThat(suite.tests())
                .extracting(t -> t.expect().size())
                .as("a rule fires exactly when its expectation applies")
                .containsExactly(0, 0, 1, 1);
        assertThat(suite.tests()).extracting(t -> t.silent().size()).containsExactly(1, 1, 0, 0);
    }

    @Test
    void casesAreListedOneByOneToo() {
        Suite suite = read(RULES + """
                tests:
                - name: a
                  cases: [{rule: R, event: {evt.num: 1}}, {rule: S, event: {evt.num: 2}}]
                  event: {syscall: "${event}"}
                  expect: [{rule: "${rule}"}]
                - name: b
                  cases: {vector: [{n: 1}]}
                  event: {syscall: {evt.num: "${n}"}}
                  expect: none
                """);
        assertThat(suite.tests()).extracting(TestCase::name).containsExactly("a [rule=R]", "a [rule=S]", "b [n=1]");
        assertThat(suite.tests().get(1).expect()).extracting(Expectation::rule).containsExactly("S");
        assertThat(((EventSpec.Inline) suite.tests().get(1).events().getFirst()).json())
                .contains("\"fields\":{\"evt.num\":2}");
    }

    @Test
    void labelsContainListsAndMappingsIfOtherValuesAreAlike() {
        Suite suite = read(RULES + """
                tests:
                - name: a
                  cases: [{rule: R, event: {evt.num: 1}}, {rule: R, event: {evt.num: 2}}]
                  event: {syscall: "${event}"}
                  expect: [{rule: "${rule}"}]
                """);
        assertThat(suite.tests())
                .extracting(TestCase::name)
                .containsExactly("a [rule=R, event={\"evt.num\":1}]", "a [rule=R, event={\"evt.num\":2}]");
    }

    @Test
    void aFileMayHoldSeveralSuites() {
        String suite = RULES + "tests: [{name: t, event: {file: f}, expect: none}]\n";
        assertThat(SuiteReader.read(SourceFile.of("f", suite + "---\n" + suite)).value())
                .hasValueSatisfying(s -> assertThat(s).hasSize(2));
    }

    /** Broken suites with the place, the message and the hint that they give. */
    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("", "f does not contain a suite", ""),
                Arguments.of(
                        HEAD + "tests: [{name: t, event: {file: f}, expect: none}]\n",
                        "1:1 the suite does not name its rules",
                        "give either \"rules\" (a list of files) or \"policy\" (a file)"),
                Arguments.of(
                        RULES + "policy: p\ntests: [{name: t, event: {file: f}, expect: none}]\n",
                        "1:1 the suite names its rules in two ways",
                        "give either \"rules\" (a list of files) or \"policy\" (a file)"),
                Arguments.of(RULES + "tests: []\n", "5:8 the suite has no tests", ""),
                Arguments.of(RULES + "test: []\n", "1:1 missing key \"tests\"", ""),
                test(
                        "name: t, event: {file: f}, expects: none",
                        "5:37 unknown key \"expects\"",
                        "did you mean \"expect\"?"),
                test(
                        "name: t, event: {file: f}",
                        "5:9 the test has no expectation",
                        "give \"expect\" (a list of rules, or none) or \"silent\" (a list of rules)"),
                test(
                        "name: t, event: {file: f}, expect: []",
                        "5:45 the list of expectations is empty",
                        "write expect: none"),
                test(
                        "name: t, event: {file: f}, expect: R",
                        "5:45 \"expect\" must be none or a list, not \"R\"",
                        "write - rule: R"),
                test(
                        "name: t, event: {}, expect: none",
                        "5:26 the event has no source",
                        "give one of file, manifest, audit and syscall; write several events as a list"),
                test(
                        "name: t, event: {file: f, audit: {}}, expect: none",
                        "5:26 the event has several sources",
                        "give one of file, manifest, audit and syscall; write several events as a list"),
                test("name: t, event: [], expect: none", "5:26 the list of events is empty", ""),
                test(
                        "name: t, event: {file: }, expect: none",
                        "5:26 the event has no source",
                        "give one of file, manifest, audit and syscall; write several events as a list"),
                test("name: t, event: {syscall: []}, expect: none", "5:36 the list of system calls is empty", ""),
                test("name: t, cases: {matrix: {n: }}, event: {file: f}, expect: none", "5:38 \"n\" has no values", ""),
                test(
                        "name: t, event: {file: f}, expect: [{rule: R, output: {contains: }}]",
                        "5:64 \"output\" requires nothing",
                        "give contains, startsWith, endsWith, regex, exists or not"),
                test(
                        "name: t, event: {file: f, user: jane}, expect: none",
                        "5:36 unknown key \"user\"",
                        "known: file, manifest, audit, syscall"),
                test(
                        "name: t, event: {file: f}, expect: [{rule: R, count: -1}]",
                        "5:63 \"count\" must be a whole number from 0 to 1000000, not \"-1\"",
                        ""),
                test(
                        "name: t, event: {file: f}, expect: [{rule: R, priority: Warn}]",
                        "5:66 unknown priority \"Warn\"",
                        "known: Emergency, Alert, Critical, Error, Warning, Notice, Informational, Debug"),
                test(
                        "name: t, event: {file: f}, expect: [{rule: R, output: {regex: \"(\"}}]",
                        "5:72 not a regular expression: missing closing )",
                        ""),
                test(
                        "name: t, event: {file: f}, expect: [{rule: R, output: {startswith: a}}]",
                        "5:65 unknown key \"startswith\"",
                        "did you mean \"startsWith\"?"),
                test(
                        "name: t, event: {file: f}, expect: [{rule: R, output: {}}]",
                        "5:64 \"output\" requires nothing",
                        "give contains, startsWith, endsWith, regex, exists or not"),
                test("name: t, event: {file: f}, expect: [{count: 1}]", "5:47 missing key \"rule\"", ""),
                test(
                        "name: t, event: {file: f}, expect: none, unexpected: warning",
                        "5:63 unknown value \"warning\" of \"unexpected\"",
                        "known: fail, warn, ignore"),
                test(
                        "name: t, event: {syscall: {fd.sporty: 80}}, expect: none",
                        "5:37 no system call event has a field \"fd.sporty\"",
                        "did you mean \"fd.sport\"?"),
                test("name: t, event: {file: f}, patch: [{op: add}], expect: none", "5:46 missing key \"path\"", ""),
                test(
                        "name: t, event: {file: \"${f}\"}, cases: [{g: 1}], expect: none",
                        "5:33 no case has a value \"f\"",
                        "did you mean \"g\"?"),
                test(
                        "name: t, event: {file: f}, cases: [{a: 1}, {b: 1}], expect: none",
                        "5:45 the case has no value b",
                        ""),
                test(
                        "name: t, event: {file: f}, cases: {matrix: {a: []}}, expect: none",
                        "5:57 \"a\" has no values",
                        ""),
                test(
                        "name: t, event: {file: f}, cases: {vector: [], matrix: {a: [b]}}, expect: none",
                        "5:44 \"cases\" must have either vector or matrix",
                        "vector is a list of mappings; matrix is a mapping from names to lists"),
                test(
                        "name: t, event: {file: f}, cases: [{a: 1}], expect: [{rule: R, when: \"${a}\"}]",
                        "5:79 \"when\" cannot be read at its character 5: expected =, != or in after `${a}`",
                        "write it like ${image} != nginx or ${ns} in (a, b)"),
                Arguments.of(
                        RULES + "tests: [{name: t, event: {file: f}, expect: none}, "
                                + "{name: t, event: {file: f}, expect: none}]\n",
                        "5:52 another test is named \"t\"",
                        "reports identify tests by name; give each test of a suite its own name"));
    }

    private static Arguments test(String test, String message, String hint) {
        return Arguments.of(RULES + "tests: [{" + test + "}]\n", message, hint);
    }

    /** A long value that is named often, in a text or as a whole, and many cases of a long test. */
    static Stream<String> bombs() {
        String x = "x".repeat(100_000);
        String event = "event: {audit: {verb: get, annotations: {%s}}}, expect: none";
        String keys =
                IntStream.range(0, 2_000).mapToObj("k%1$d: \"${a}\""::formatted).collect(Collectors.joining(", "));
        String axes = IntStream.range(0, 4)
                .mapToObj(i -> "n%d: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]".formatted(i))
                .collect(Collectors.joining(", "));
        return Stream.of(
                "name: t, cases: [{a: %s}], ".formatted(x) + event.formatted("k: \"" + "${a}".repeat(2_000) + "\""),
                "name: t, cases: [{a: %s}], ".formatted(x) + event.formatted(keys),
                "name: t, cases: [{a: {k: %s}}], ".formatted(x) + event.formatted(keys),
                "name: t, cases: {matrix: {%s}}, ".formatted(axes) + event.formatted("k: " + x));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void casesThatMakeTooMuchAreRefused(String test) {
        Outcome<List<Suite>> outcome = SuiteReader.read(SourceFile.of("f", RULES + "tests: [{" + test + "}]\n"));
        assertThat(outcome.diagnostics())
                .extracting(SuiteReaderTest::shown)
                .containsExactly("5:26 the cases make more than 67108864 characters of tests"
                        + "|name fewer cases, or shorter values");
    }

    /** What is made for one file counts, in however many tests and documents. */
    @Test
    void allCasesOfAFileCount() {
        String test = "{name: t%d, cases: [{a: " + "x".repeat(50_000) + "}], event: {audit: {verb: \""
                + "${a}".repeat(500) + "\"}}, expect: none}";
        String text = RULES + "tests: [" + test.formatted(1) + ", " + test.formatted(2) + "]\n---\n" + RULES
                + "tests: [" + test.formatted(3) + "]\n";
        assertThat(SuiteReader.read(SourceFile.of("f", text)).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("bad-cases");
    }

    @Test
    void aFieldThatNobodyHasIsToldOnceForAllCases() {
        Outcome<List<Suite>> outcome = SuiteReader.read(SourceFile.of(
                "f",
                RULES + "tests: [{name: t, cases: [{a: x}, {a: y}], event: {syscall: {proc.nam: \"${a}\", "
                        + "\"proc.aname[2]\": z}}, expect: none}]\n"));
        assertThat(outcome.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("no system call event has a field \"proc.nam\"");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenSuiteIsRefusedWithThePlace(String text, String message, String hint) {
        Outcome<List<Suite>> outcome = SuiteReader.read(SourceFile.of("f", text));
        assertThat(outcome.value()).isEmpty();
        assertThat(outcome.diagnostics()).extracting(SuiteReaderTest::shown).anySatisfy(shown -> assertThat(shown)
                .isEqualTo(message + "|" + hint));
    }

    private static String shown(Diagnostic diagnostic) {
        return diagnostic.location().map(l -> l.toString().substring(2) + " ").orElse("") + diagnostic.message() + "|"
                + diagnostic.hint().orElse("");
    }

    private static Suite read(String text) {
        Outcome<List<Suite>> outcome = SuiteReader.read(SourceFile.of("dir/tests/s_test.yaml", text));
        assertThat(outcome.diagnostics()).isEmpty();
        return outcome.value().orElseThrow().getFirst();
    }
}
