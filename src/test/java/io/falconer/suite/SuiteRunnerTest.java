package io.falconer.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.generate.BuiltInRules;
import io.falconer.ruleset.Emulation;
import io.falconer.suite.Failure.FiredOtherwise;
import io.falconer.suite.Failure.FiredTimes;
import io.falconer.suite.Failure.FiredUnasked;
import io.falconer.suite.Failure.StayedSilent;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SuiteRunnerTest {
    private static final String RULES = """
            - rule: Pod created
              desc: d
              condition: ka.verb = create and ka.target.resource = pods and not ka.target.subresource exists
              output: pod %ka.target.name by %ka.user.name (groups=%ka.user.groups none=%ka.uri)
              priority: WARNING
              source: k8s_audit
            - rule: Anything of jane
              desc: d
              condition: ka.user.name = jane
              output: jane
              priority: NOTICE
              source: k8s_audit
            - rule: Listener
              desc: d
              condition: evt.type = listen
              output: listens on %fd.sport
              priority: ERROR
            - rule: Off
              desc: d
              condition: evt.type = listen
              output: x
              priority: ERROR
              enabled: false
            """;
    private static final String POD =
            "{audit: {verb: create, objectRef: {resource: pods, name: p}, user: {username: bob, groups: [a, b]}}}";
    private static final String JANES =
            "{audit: {verb: create, objectRef: {resource: pods, name: q}, user: {username: jane}}}";

    @TempDir
    Path directory;

    @BeforeEach
    void writeRules() throws IOException {
        Files.writeString(directory.resolve("r.yaml"), RULES);
    }

    /** Each kind of assertion: a test that passes, its twin that fails, and how it does. */
    static Stream<Arguments> assertions() {
        String pod = "event: " + POD + ", ";
        String both = "event: [" + POD + ", " + JANES + "], unexpected: ignore, ";
        return Stream.of(
                twin(
                        pod + "expect: [{rule: Pod created}]",
                        "event: {audit: {verb: get}}, expect: [{rule: Pod created}]",
                        StayedSilent.class,
                        "alerts: at least 1 | 0"),
                twin(
                        "event: {audit: {verb: get}}, expect: none",
                        pod + "expect: none",
                        FiredUnasked.class,
                        "alerts: 0 | 1"),
                twin(
                        pod + "silent: [Listener], unexpected: ignore",
                        pod + "silent: [Pod created], unexpected: ignore",
                        FiredUnasked.class,
                        "alerts: 0 | 1"),
                twin(
                        pod + "expect: [{rule: Pod created}], unexpected: ignore",
                        "event: " + JANES + ", expect: [{rule: Pod created}]",
                        FiredUnasked.class,
                        "alerts: 0 | 1"),
                twin(
                        both + "expect: [{rule: Pod created, count: 2}]",
                        both + "expect: [{rule: Pod created, count: 1}]",
                        FiredTimes.class,
                        "alerts: 1 | 2"),
                twin(
                        both + "expect: [{rule: Listener, count: 0}]",
                        both + "expect: [{rule: Pod created, count: 0}]",
                        FiredUnasked.class,
                        "alerts: 0 | 2"),
                twin(
                        pod + "expect: [{rule: Pod created, priority: warning}]",
                        pod + "expect: [{rule: Pod created, priority: error}]",
                        FiredOtherwise.class,
                        "priority: Error | Warning"),
                twin(
                        pod + "expect: [{rule: Pod created, output: {contains: by bob}}]",
                        pod + "expect: [{rule: Pod created, output: {contains: by jane}}]",
                        FiredOtherwise.class,
                        "output: contains \"by jane\" | pod p by bob (groups=(a,b) none=<NA>)"),
                twin(
                        pod + "expect: [{rule: Pod created, output_fields: {ka.user.name: bob}}]",
                        pod + "expect: [{rule: Pod created, output_fields: {ka.user.name: jane}}]",
                        FiredOtherwise.class,
                        "output_fields.ka.user.name: jane | bob"),
                twin(
                        pod + "expect: [{rule: Pod created, output_fields: {ka.user.groups: b}}]",
                        pod + "expect: [{rule: Pod created, output_fields: {ka.user.groups: [b, c]}}]",
                        FiredOtherwise.class,
                        "output_fields.ka.user.groups: (b,c) | (a,b)"),
                twin(
                        pod + "expect: [{rule: Pod created, output_fields: {ka.uri: ~}}]",
                        pod + "expect: [{rule: Pod created, output_fields: {ka.uri: {exists: true}}}]",
                        FiredOtherwise.class,
                        "output_fields.ka.uri: a value | no value"),
                twin(
                        pod + "expect: [{rule: Pod created, output_fields: {ka.uri: {exists: false}}}]",
                        pod + "expect: [{rule: Pod created, output_fields: {ka.verb: create}}]",
                        FiredOtherwise.class,
                        "output_fields.ka.verb: create | not in the output"),
                twin(
                        "event: {syscall: {evt.type: listen, fd.sport: 80}}, "
                                + "expect: [{rule: Listener, exact: true, output_fields: {fd.sport: 80}}]",
                        "event: {syscall: {evt.type: listen, fd.sport: 80}}, "
                                + "expect: [{rule: Listener, exact: true}]",
                        FiredOtherwise.class,
                        "output_fields.fd.sport: not in the output | 80"),
                twin(
                        "event: " + JANES + ", ruleMatching: first, expect: [{rule: Pod created}]",
                        "event: " + JANES
                                + ", ruleMatching: first, expect: [{rule: Anything of jane}], unexpected: ignore",
                        StayedSilent.class,
                        "alerts: at least 1 | 0"),
                twin(
                        pod + "expect: [{rule: Pod created, output: {startsWith: pod p}}]",
                        pod + "expect: [{rule: Pod created, output: {startsWith: pod q}}]",
                        FiredOtherwise.class,
                        "output: starts with \"pod q\" | pod p by bob (groups=(a,b) none=<NA>)"),
                twin(
                        pod + "expect: [{rule: Pod created, output: {endsWith: '<NA>)'}}]",
                        pod + "expect: [{rule: Pod created, output: {endsWith: NA}}]",
                        FiredOtherwise.class,
                        "output: ends with \"NA\" | pod p by bob (groups=(a,b) none=<NA>)"),
                twin(
                        pod + "expect: [{rule: Pod created, output: {regex: 'by [a-z]+ '}}]",
                        pod + "expect: [{rule: Pod created, output: {regex: '^by'}}]",
                        FiredOtherwise.class,
                        "output: matches /^by/ | pod p by bob (groups=(a,b) none=<NA>)"),
                twin(
                        pod + "expect: [{rule: Pod created, output: {not: {contains: jane}}}]",
                        pod + "expect: [{rule: Pod created, output: {not: {contains: bob}}}]",
                        FiredOtherwise.class,
                        "output: not contains \"bob\" | pod p by bob (groups=(a,b) none=<NA>)"),
                twin(
                        pod + "expect: [{rule: Pod created, output: 'pod p by bob (groups=(a,b) none=<NA>)'}]",
                        pod + "expect: [{rule: Pod created, output: pod p}]",
                        FiredOtherwise.class,
                        "output: pod p | pod p by bob (groups=(a,b) none=<NA>)"),
                twin(
                        pod
                                + "expect: [{rule: Pod created, exact: true, output_fields: {ka.target.name: p, ka.user.name: bob,"
                                + " ka.user.groups: [a, b], ka.uri: ~}}]",
                        pod
                                + "expect: [{rule: Pod created, exact: true, output_fields: {ka.target.name: p, ka.user.name: bob,"
                                + " ka.user.groups: [b, a], ka.uri: ~}}]",
                        FiredOtherwise.class,
                        "output_fields.ka.user.groups: exactly (b,a) | (a,b)"),
                twin(
                        "cases: [{v: create}], event: {audit: {verb: \"${v}\", objectRef: {resource: pods}}}, "
                                + "expect: [{rule: Pod created, when: \"${v} = create\"}]",
                        "cases: [{v: get}], event: {audit: {verb: create, objectRef: {resource: pods}}}, "
                                + "expect: [{rule: Pod created, when: \"${v} = create\"}]",
                        FiredUnasked.class,
                        "alerts: 0 | 1"),
                twin(
                        pod + "patch: [{op: replace, path: /verb, value: get}], expect: none",
                        pod + "patch: [{op: replace, path: /user/username, value: jo}], expect: none",
                        FiredUnasked.class,
                        "alerts: 0 | 1"));
    }

    private static Arguments twin(String good, String bad, Class<? extends Failure> failure, String difference) {
        return Arguments.of(good, bad, failure, difference);
    }

    @ParameterizedTest
    @MethodSource("assertions")
    void eachAssertionCanFail(String good, String bad, Class<? extends Failure> failure, String difference) {
        assertThat(test(good)).satisfies(r -> {
            assertThat(r.failures()).isEmpty();
            assertThat(r.status()).isEqualTo(Status.PASSED);
        });
        assertThat(test(bad)).satisfies(r -> {
            assertThat(r.errors()).isEmpty();
            assertThat(r.status()).isEqualTo(Status.FAILED);
            assertThat(r.failures()).singleElement().isInstanceOf(failure);
            assertThat(r.failures().getFirst().differences())
                    .extracting(d -> d.what() + ": " + d.expected() + " | " + d.actual())
                    .containsExactly(difference);
        });
    }

    @Test
    void allFailuresAreToldWithTheirPlaces() {
        TestResult result = test("event: " + JANES + ", expect: [{rule: Listener}, {rule: Off}, "
                + "{rule: Pod created, priority: error, output: a}], silent: [Anything of jane]");
        assertThat(result.failures())
                .extracting(Failure::rule)
                .containsExactly("Listener", "Off", "Pod created", "Anything of jane");
        assertThat(result.failures())
                .extracting(f -> f.place().orElseThrow().start().line())
                .containsOnly(5);
        assertThat(result.failures().get(2).differences()).hasSize(2);
    }

    @Test
    void aFieldThatIsNotInTheOutputIsNeverAsExpected() {
        for (String matcher : List.of("{not: x}", "{exists: false}", "~", "create")) {
            TestResult result = test(
                    "event: " + POD + ", expect: [{rule: Pod created, output_fields: {ka.verb: " + matcher + "}}]");
            assertThat(result.failures()).as(matcher).isNotEmpty();
        }
    }

    @Test
    void theNumberOfAlertsIsToldBesideWhatTheyAreLike() {
        TestResult result = test("event: [" + POD + ", " + JANES + "], unexpected: ignore, "
                + "expect: [{rule: Pod created, count: 3, priority: error}]");
        assertThat(result.failures()).singleElement().satisfies(failure -> assertThat(failure.differences())
                .extracting(Difference::what)
                .containsExactly("priority", "alerts"));
    }

    @Test
    void anUnexpectedAlertMayOnlyBeWarnedOf() {
        TestResult result = test("event: " + POD + ", silent: [Listener], unexpected: warn");
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.warnings()).extracting(Failure::rule).containsExactly("Pod created");
    }

    @Test
    void aSilentRuleIsExplainedByTheChecksThatFailedAndWhatTheySaw() {
        TestResult result = test("event: {audit: {verb: get, objectRef: {resource: pods, subresource: log}}}, "
                + "expect: [{rule: Pod created}]");
        assertThat(silences(result)).singleElement().satisfies(s -> {
            assertThat(s.cause()).isEqualTo(Silence.Cause.CONDITION);
            assertThat(s.event().orElseThrow().line()).isEqualTo(5);
            assertThat(s.reasons())
                    .containsExactly(
                            new Silence.Reason("ka.verb = create", "\"get\""),
                            new Silence.Reason("not ka.target.subresource exists", "\"log\""));
        });
    }

    /** Other causes of silence. */
    static Stream<Arguments> causes() {
        return Stream.of(
                Arguments.of("event: " + POD + ", expect: [{rule: Listener}]", Silence.Cause.OTHER_SOURCE),
                Arguments.of("event: {syscall: {evt.type: listen}}, expect: [{rule: Off}]", Silence.Cause.DISABLED),
                Arguments.of(
                        "event: " + JANES + ", ruleMatching: first, expect: [{rule: Anything of jane}]",
                        Silence.Cause.NOT_TRIED));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void theCauseOfASilenceIsNamed(String test, Silence.Cause cause) {
        assertThat(silences(test(test + ", unexpected: ignore")))
                .extracting(Silence::cause)
                .containsExactly(cause);
    }

    private static List<Silence> silences(TestResult result) {
        return result.failures().stream()
                .filter(StayedSilent.class::isInstance)
                .flatMap(f -> ((StayedSilent) f).silences().stream())
                .toList();
    }

    /** Tests whose events cannot be had. */
    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of(
                        "event: {file: none.json}, expect: none", "cannot read none.json: the file does not exist"),
                Arguments.of(
                        "event: {audit: {stageTimestamp: today}}, expect: none",
                        "an event of s_test.yaml cannot be used: stageTimestamp missing or malformed"),
                Arguments.of(
                        "event: {file: bad.json}, expect: none", "2 events of bad.json cannot be used: not valid JSON"),
                Arguments.of("event: {file: empty.json}, expect: none", "empty.json does not contain an event"),
                Arguments.of(
                        "event: [{audit: {verb: get}}, {syscall: {proc.name: b}}], "
                                + "patch: [{op: remove, path: /fields/proc.name}], expect: none",
                        "the patch does not apply to any event of s_test.yaml: there is nothing at \"/fields\""),
                Arguments.of(
                        "event: {syscall: {proc.name: b}}, patch: [{op: add, path: /fields/proc.nmae, value: c}], "
                                + "expect: none",
                        "no system call event has a field \"proc.nmae\""),
                Arguments.of(
                        "event: {audit: {verb: get}}, dropped: 1, expect: none",
                        "the test states that Falco drops 1 of its events, but it drops 0"),
                Arguments.of(
                        "event: {file: bad.json}, dropped: 1, expect: none",
                        "the test states that Falco drops 1 of its events, but it drops 2"),
                Arguments.of(
                        "event: {audit: {verb: get}}, patch: [{op: remove, path: /stageTimestamp}], expect: none",
                        "an event of s_test.yaml cannot be used: stageTimestamp missing or malformed"),
                Arguments.of(
                        "event: {syscall: {proc.name: b}}, patch: [{op: remove, path: /fields/c}], expect: none",
                        "the patch does not apply to any event of s_test.yaml: there is nothing at \"/fields/c\""));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void aTestWhoseEventsCannotBeHadIsAnError(String test, String message) throws IOException {
        Files.writeString(directory.resolve("empty.json"), "\n");
        Files.writeString(directory.resolve("bad.json"), "nonsense\n[1\n");
        TestResult result = test(test);
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.errors()).singleElement().satisfies(d -> {
            assertThat(d.message()).isEqualTo(message);
            assertThat(d.location())
                    .hasValueSatisfying(l -> assertThat(l.toString()).startsWith("s_test.yaml:5:"));
        });
    }

    @Test
    void aRuleThatDoesNotExistIsAnErrorWithTheNearestName() {
        Outcome<SuiteResult> outcome = run("event: " + POD + ", expect: [{rule: Pod create}], silent: [Nothing]");
        assertThat(outcome.value()).isEmpty();
        assertThat(outcome.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("unknown rule \"Pod create\"", "unknown rule \"Nothing\"");
        assertThat(outcome.diagnostics().getFirst().hint()).contains("did you mean \"Pod created\"?");
    }

    @Test
    void rulesThatDoNotLoadAreAnError() throws IOException {
        Files.writeString(directory.resolve("r.yaml"), RULES.replace("ka.verb =", "ka.verbb ="));
        assertThat(run("event: " + POD + ", expect: none").diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("LOAD_ERR_COMPILE_CONDITION");
    }

    @Test
    void aSkippedTestIsNotRun() {
        assertThat(test("event: {file: none}, expect: none, skip: later").status())
                .isEqualTo(Status.SKIPPED);
    }

    @Test
    void eachRuleIsShownToFireOrToStaySilent() {
        SuiteResult result =
                run("event: " + POD + ", expect: [{rule: Pod created}]").value().orElseThrow();
        assertThat(result.rules())
                .extracting(p -> p.rule() + " " + p.expected(true).size() + "/"
                        + p.expected(false).size())
                .as("an audit event shows nothing of rules for system calls")
                .containsExactly("Pod created 1/0", "Anything of jane 0/1", "Listener 0/0", "Off 0/0");
    }

    private TestResult test(String test) {
        Outcome<SuiteResult> outcome = run(test);
        assertThat(outcome.diagnostics()).isEmpty();
        return outcome.value().orElseThrow().tests().getFirst();
    }

    private Outcome<SuiteResult> run(String test) {
        String text = """
                apiVersion: falconer/v1alpha1
                kind: RuleTest
                metadata: {name: s}
                rules: [r.yaml]
                tests: [{name: t, %s}]
                """.formatted(test);
        Outcome<List<Suite>> suites = SuiteReader.read(SourceFile.of("s_test.yaml", text));
        assertThat(suites.diagnostics()).isEmpty();
        return new SuiteRunner(Emulation.DEFAULT, BuiltInRules::of, new ReferencedFiles(directory), () -> {})
                .run(suites.value().orElseThrow().getFirst());
    }
}
