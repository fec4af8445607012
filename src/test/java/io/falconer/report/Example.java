package io.falconer.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.event.Origin;
import io.falconer.generate.BuiltInRules;
import io.falconer.ruleset.Emulation;
import io.falconer.suite.CoverageRequest;
import io.falconer.suite.Difference;
import io.falconer.suite.Failure;
import io.falconer.suite.Observation;
import io.falconer.suite.PolicyProof;
import io.falconer.suite.ReferencedFiles;
import io.falconer.suite.Results;
import io.falconer.suite.RuleDecision;
import io.falconer.suite.RuleProof;
import io.falconer.suite.Silence;
import io.falconer.suite.Suite;
import io.falconer.suite.SuiteReader;
import io.falconer.suite.SuiteResult;
import io.falconer.suite.SuiteRunner;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import io.falconer.verify.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Results with something of everything to report. */
final class Example {
    private static final String RULES = """
            - rule: "demo: Container without cpu limit"
              desc: d
              condition: ka.verb = create and ka.target.resource = pods and not ka.target.subresource exists
              output: no limit for %ka.target.name (user=%ka.user.name)
              priority: WARNING
              source: k8s_audit
            - rule: Someone who has a very long name for what is really only a plain listening socket
              desc: d
              condition: evt.type = listen
              output: listens on %fd.sport
              priority: ERROR
            """;
    private static final String SUITE = """
            apiVersion: falconer/v1alpha1
            kind: RuleTest
            metadata: {name: demo}
            rules: [r.yaml]
            tests:
            - name: a pod is created
              event: {audit: {verb: create, objectRef: {resource: pods, name: p}, user: {username: bob}}}
              expect:
              - rule: "demo: Container without cpu limit"
            - name: a log is read
              event: {audit: {verb: get, objectRef: {resource: pods, subresource: log}}}
              expect:
              - rule: "demo: Container without cpu limit"
            - name: a pod of jane
              event: {audit: {verb: create, objectRef: {resource: pods, name: p}, user: {username: bob}}}
              expect:
              - rule: "demo: Container without cpu limit"
                priority: Error
                output_fields: {ka.user.name: {startsWith: "system:"}, ka.target.name: p}
            - name: no socket listens
              event: {syscall: {evt.type: listen, fd.sport: 80}}
              expect: none
            - name: events that are not there
              event: {file: none.json}
              expect: none
            - name: not yet
              event: {file: none.json}
              expect: none
              skip: the upstream rule is being fixed
            """;

    private static final String HOSTILE_SUITE = """
            apiVersion: falconer/v1alpha1
            kind: RuleTest
            metadata: {name: "NAME"}
            rules: [r.yaml]
            defaults: {unexpected: warn}
            tests:
            - name: "silent NAME"
              event: {audit: {verb: get, objectRef: {resource: "NAME"}}}
              expect:
              - rule: "demo: Container without cpu limit"
              - rule: "demo: Container without cpu limit"
            - name: "otherwise NAME"
              event: {audit: {verb: create, objectRef: {resource: pods, name: "NAME"}, user: {username: "NAME"}}}
              expect:
              - rule: "demo: Container without cpu limit"
                output: {contains: "NAME #"}
            - name: "times NAME"
              event: {audit: {verb: create, objectRef: {resource: pods, name: "NAME"}}}
              expect:
              - rule: "demo: Container without cpu limit"
                count: 2
            - name: "unasked NAME"
              event: {audit: {verb: create, objectRef: {resource: pods, name: "NAME"}}}
              expect: none
            - name: "warning NAME"
              event: {audit: {verb: create, objectRef: {resource: pods, name: "NAME"}}}
              silent: ["Someone who has a very long name for what is really only a plain listening socket"]
            - name: "error NAME"
              event: {file: "NAME.json"}
              expect: none
            - name: "skipped NAME"
              event: {file: none.json}
              expect: none
              skip: "NAME # TODO"
            """;

    /** What reports must not take for their own: quotes, markup, control characters, line ends, escapes, characters of two units. */
    static final String HOSTILE =
            "\"'<b>&amp;]]>\u0001\u001B[31m\u0085\u2028\uFEFF|`` ``` # SKIP \\\\| {0} [x](y) %0A::,_*~$! 1\n"
                    + "not ok 1\n::error::x\r\n</details>\n...\n---\n\uD83D\uDC0B\t\u202E end\\";

    private Example() {}

    /** Results with every kind of finding, and hostile names in each place that shows users' texts. */
    static Results hostile(Path directory) {
        RuleProof failed = new RuleProof(
                "failed " + HOSTILE,
                List.of(
                        new Observation(
                                "fixture " + HOSTILE,
                                Optional.empty(),
                                true,
                                false,
                                List.of(new Failure.StayedSilent(
                                        "failed " + HOSTILE,
                                        Optional.empty(),
                                        List.of(new Difference(HOSTILE, HOSTILE, HOSTILE)),
                                        List.of(new Silence(
                                                Silence.Cause.CONDITION,
                                                Optional.of(new Origin(HOSTILE, 1, OptionalInt.of(0))),
                                                List.of(new Silence.Reason(HOSTILE, HOSTILE)),
                                                Optional.empty()))))),
                        observed("silent", false)));
        RuleProof unproven = new RuleProof("unproven " + HOSTILE, List.of());
        return Results.of(
                List.of(new PolicyProof("policy " + HOSTILE, "po licy:#%\u00E9.yaml", List.of(failed, unproven), 2)),
                List.of(run(directory, HOSTILE_SUITE.replace("NAME", quoted(HOSTILE)))));
    }

    /** As it stands in double quotes of YAML. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(String.format(Locale.ROOT, "\\u%04x", c)));
        return out.toString();
    }

    /** The results of {@link #suite}, but further down in the file. */
    static Results moved(Path directory) {
        return Results.of(List.of(), List.of(run(directory, "# a comment\n\n" + SUITE)));
    }

    /** Results of a suite in which everything passes. */
    static Results passing(Path directory) {
        return results(directory, "bob");
    }

    /** Results that differ from {@link #passing} in one test that fails. */
    static Results failing(Path directory) {
        return results(directory, "joe");
    }

    private static Results results(Path directory, String user) {
        String suite = SUITE.substring(0, SUITE.indexOf("- name: a log"))
                + "    output_fields: {ka.user.name: %s}\n".formatted(user);
        return Results.of(List.of(), List.of(run(directory, suite)));
    }

    /** Results of a policy of one rule, which fires as it must or does not. */
    static Results rule(boolean fires) {
        Failure silent = new Failure.StayedSilent("r", Optional.empty(), List.of(), List.of());
        Observation toFire = new Observation("a", Optional.empty(), true, fires, fires ? List.of() : List.of(silent));
        RuleProof rule = new RuleProof("r", List.of(toFire, observed("b", false)));
        return Results.of(List.of(new PolicyProof("p", "p.yaml", List.of(rule), 2)), List.of());
    }

    /** Results of a suite that passes, but one rule is never fired and one is never silent, which coverage forbids. */
    static Results uncovered(Path directory) {
        return passing(directory).withCoverage(CoverageRequest.ofRules(true));
    }

    /** Results of a suite alone, as {@code test} has them. */
    static Results suite(Path directory) {
        return Results.of(List.of(), List.of(run(directory, SUITE)));
    }

    /** Results of a policy whose rules the suite tests too, as {@code prove} has them. */
    static Results policy(Path directory) {
        RuleProof pod = new RuleProof(
                "demo: Container without cpu limit",
                List.of(
                        observed("first container without limit", true),
                        observed("last container without limit", true),
                        observed("init container without limit", true),
                        observed("limit of zero", true),
                        observed("every container has a limit", false)),
                List.of(),
                decided(new Decision.Never(), new Decision.Never()));
        RuleProof overflow = new RuleProof(
                "demo: More containers than are judged",
                List.of(observed("17 containers", true), observed("16 containers", false)),
                List.of(),
                decided(
                        new Decision.Shown("{\"verb\":\"create\"}"),
                        new Decision.Open(
                                "the condition compares the JSON text of /requestObject/spec/containers/0/ports")));
        RuleProof unproven = new RuleProof("demo: Image", List.of(observed("another image", true)));
        RuleProof announced = new RuleProof(
                "demo: Image of a team",
                List.of(observed("another image", true), observed("an image of the team", false)),
                List.of(),
                decided(new Decision.Shown("{\"verb\":\"update\"}"), new Decision.Never()));
        RuleProof refuted = new RuleProof(
                "demo: Tag",
                List.of(observed("another tag", true), observed("no tag", false)),
                List.of(),
                decided(new Decision.Never(), new Decision.Shown("{\"verb\":\"patch\"}")));
        return Results.of(
                List.of(new PolicyProof("demo", "demo.yaml", List.of(pod, overflow, unproven, announced, refuted), 9)),
                List.of(run(directory, SUITE)));
    }

    private static Optional<RuleDecision> decided(Decision.Side over, Decision.Side under) {
        return Optional.of(
                new RuleDecision(new Decision(over, under), List.of("the rule cannot see the rest"), List.of()));
    }

    private static Observation observed(String subject, boolean fires) {
        return new Observation(subject, Optional.empty(), fires, fires, List.of());
    }

    private static SuiteResult run(Path directory, String text) {
        try {
            Files.writeString(directory.resolve("r.yaml"), RULES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Outcome<List<Suite>> read = SuiteReader.read(SourceFile.of("demo_test.yaml", text));
        assertThat(read.diagnostics()).isEmpty();
        return new SuiteRunner(Emulation.DEFAULT, BuiltInRules::of, new ReferencedFiles(directory), () -> {})
                .run(read.value().orElseThrow().getFirst())
                .value()
                .orElseThrow();
    }
}
