package io.falconer.cli;

/** Small files that tests of several commands use. */
final class ExampleFiles {
    /** A policy, called limits, that requires memory limits. */
    static final String POLICY = """
            apiVersion: falconer/v1alpha1
            kind: DetectionPolicy
            metadata: {name: limits}
            spec:
              maxContainers: 2
              controls:
              - {kind: ResourceLimits, limits: [memory]}
            """;

    /** A rule, called any, that alerts for every audit event. */
    static final String RULE = """
            - rule: any
              desc: d
              condition: ka.verb exists
              output: some %ka.verb
              priority: NOTICE
              source: k8s_audit
            """;

    /** A line of an audit log. Its one gap is for the verb. */
    static final String EVENT =
            "{\"kind\":\"Event\",\"auditID\":\"1\",\"verb\":\"%s\",\"stageTimestamp\":\"2026-03-01T10:00:00.5Z\"}\n";

    private ExampleFiles() {}
}
