package io.falconer.report;

import io.falconer.ruleset.Emulation;
import io.falconer.suite.Observation;
import io.falconer.suite.PolicyProof;
import io.falconer.suite.Results;
import io.falconer.suite.RuleProof;
import io.falconer.suite.Suite;
import io.falconer.suite.SuiteReader;
import io.falconer.suite.SuiteResult;
import io.falconer.suite.SuiteRunner;
import io.falconer.template.Templates;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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
            - name: nobody listens
              event: {syscall: {evt.type: listen, fd.sport: 80}}
              expect: none
            - name: events that are not there
              event: {file: none.json}
              expect: none
            - name: not yet
              event: {file: none.json}
              expect: none
              skip: the upstream rule is being mended
            """;

    private Example() {}

    /** Results of a suite alone, as {@code test} has them. */
    static Results suite(Path directory) {
        return Results.of(List.of(), List.of(run(directory)));
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
                        observed("every container has a limit", false)));
        RuleProof overflow = new RuleProof(
                "demo: More containers than are judged",
                List.of(observed("17 containers", true), observed("16 containers", false)));
        RuleProof unproven = new RuleProof("demo: Image", List.of(observed("another image", true)));
        return Results.of(
                List.of(new PolicyProof("demo", "demo.yaml", List.of(pod, overflow, unproven), 9)),
                List.of(run(directory)));
    }

    private static Observation observed(String subject, boolean fires) {
        return new Observation(subject, Optional.empty(), fires, fires, List.of());
    }

    private static SuiteResult run(Path directory) {
        try {
            Files.writeString(directory.resolve("r.yaml"), RULES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Suite suite = SuiteReader.read(SourceFile.of("demo_test.yaml", SUITE))
                .value()
                .orElseThrow()
                .getFirst();
        return new SuiteRunner(Emulation.DEFAULT, Templates.builtIn(), LocalDate.EPOCH, directory, () -> {})
                .run(suite)
                .value()
                .orElseThrow();
    }
}
