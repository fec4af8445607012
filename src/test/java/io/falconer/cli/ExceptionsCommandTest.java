package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falconer.Workspace;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExceptionsCommandTest {
    private static final String POLICY = """
            apiVersion: falconer/v1alpha1
            kind: DetectionPolicy
            metadata: {name: shop}
            spec:
              controls:
                - {kind: ResourceLimits, limits: [memory]}
              teams:
                - {name: payments, namespaces: ["pay-*"], owner: pay@example.com}
                - {name: web, namespaces: ["web-*", pay-web]}
              exceptions:
                - {name: agent, controls: [ResourceLimits], match: {image: agent}, reason: small, expires: 2026-06-30}
                - {name: legacy, team: payments, controls: [ResourceLimits], match: {image: legacy}, reason: r, expires: 2026-06-30}
                - {name: both, team: payments, controls: [ResourceLimits], match: {image: "legacy:1"}, reason: r, expires: 2026-06-30}
                - {name: old, team: web, controls: [ResourceLimits], match: {image: legacy}, reason: r, expires: 2026-01-01}
                - {name: jane, controls: [ResourceLimits], match: {user: jane}, reason: r, expires: 2026-06-30}
            """;

    private static final String RULES = """
            - rule: Shell
              desc: d
              condition: evt.type in (open, openat, openat2) and proc.name in (tar, rsync)
              output: o
              priority: NOTICE
              exceptions:
                - name: backup
                  fields: [proc.name, fd.name]
                  comps: [=, startswith]
                  values:
                    - [tar, /var/] # backups; owner ops@example.com; valid until 2026-03-10
                    - [tar, /var/backup/]
                    - [rsnyc, /srv/]
                - name: names
                  fields: fd.name
                  values: [/a, /b]
            """;

    @RegisterExtension
    final Workspace workspace = new Workspace();

    private static String pod(String namespace, String user, String... images) {
        StringBuilder containers = new StringBuilder();
        for (String image : images) {
            containers
                    .append(containers.isEmpty() ? "" : ",")
                    .append("{\"name\":\"c\",\"image\":\"")
                    .append(image)
                    .append("\"}");
        }
        return """
                {"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"1","stage":"ResponseComplete","verb":"create",\
                "user":{"username":"%s"},"objectRef":{"resource":"pods","namespace":"%s","name":"p","apiVersion":"v1"},\
                "requestObject":{"spec":{"containers":[%s]}},"responseStatus":{"code":201},\
                "stageTimestamp":"2026-02-0%d.000000Z"}
                """.formatted(user, namespace, containers, images.length).replace(".000000Z", "T10:00:00.000000Z");
    }

    private static String open(String process, String file) {
        return """
                {"source":"syscall","fields":{"evt.type":"open","evt.dir":"<","proc.name":"%s","fd.name":"%s"}}
                """.formatted(process, file);
    }

    private JsonNode listed(String... arguments) throws IOException {
        Run run = workspace.run(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return new JsonMapper().readTree(run.out());
    }

    private static String codes(JsonNode exception) {
        return String.join(
                " ",
                StreamSupport.stream(exception.path("findings").spliterator(), false)
                        .map(finding -> finding.path("code").asText())
                        .toList());
    }

    @Test
    void exceptionsOfPoliciesAreCountedAndJudged() throws IOException {
        workspace.write("policy.yaml", POLICY);
        workspace.write(
                "audit.jsonl",
                pod("shop", "joe", "agent")
                        + pod("shop", "joe", "agent", "other")
                        + pod("pay-a", "joe", "legacy:1")
                        + pod("pay-a", "joe", "legacy:2", "legacy:3")
                        + pod("pay-a", "jane", "agent", "legacy")
                        + pod("web-a", "joe", "legacy"));
        JsonNode root =
                listed("exceptions", "policy.yaml", "--events", "audit.jsonl", "--as-of", "2026-03-01", "-o", "json");
        assertThat(root.path("events").asInt()).isEqualTo(6);
        assertThat(root.path("undecided").asInt()).isZero();
        String[][] expected = {
            // name, alerts silenced, the day of the last one, findings
            {"agent", "1", "2026-02-01", ""},
            {"legacy", "2", "2026-02-02", ""},
            {"both", "1", "2026-02-01", "exception-inside-another"},
            {"old", "0", "", "expired-exception"},
            {"jane", "1", "2026-02-02", "wide-exception"},
        };
        for (int i = 0; i < expected.length; i++) {
            JsonNode one = root.path("exceptions").path(i);
            assertThat(new String[] {
                        one.path("name").asText(),
                        one.path("alerts").asText(),
                        one.path("last").asText().replaceFirst("T.*", ""),
                        codes(one)
                    })
                    .isEqualTo(expected[i]);
        }
    }

    @Test
    void exceptionsOfRulesAreCountedAndJudged() throws IOException {
        workspace.write("rules.yaml", RULES);
        workspace.write(
                "events.jsonl",
                open("tar", "/var/log") + open("tar", "/var/backup/a") + open("rsync", "/srv/a") + open("cat", "/a"));
        JsonNode root = listed(
                "exceptions", "-r", "rules.yaml", "--events", "events.jsonl", "--as-of", "2026-03-01", "-o", "json");
        String[][] expected = {
            // name, reason, owner, alerts silenced, findings
            {"backup, value 1", "backups", "ops@example.com", "2", "expiring-exception"},
            {"backup, value 2", "", "", "1", "exception-inside-another"},
            {"backup, value 3", "", "", "0", "exception-without-effect unused-exception"},
            {"names", "", "", "0", "unused-exception wide-exception"},
        };
        for (int i = 0; i < expected.length; i++) {
            JsonNode one = root.path("exceptions").path(i);
            assertThat(new String[] {
                        one.path("name").asText(),
                        one.path("reason").asText(),
                        one.path("owner").asText(),
                        one.path("alerts").asText(),
                        codes(one)
                    })
                    .isEqualTo(expected[i]);
        }
        assertThat(root.path("exceptions").path(0).path("silences").asText())
                .isEqualTo("every event whose proc.name is `tar` and fd.name begins with `/var/`");
        assertThat(root.path("exceptions").path(3).path("silences").asText())
                .isEqualTo("every event whose fd.name is one of `/a`, `/b`");
    }

    /** The last day of an exception in a rules file is a comment. */
    @Test
    void falcoStillAppliesExpiredExceptionsOfRules() throws IOException {
        workspace.write("rules.yaml", RULES);
        workspace.write("events.jsonl", open("tar", "/var/log"));
        String[] arguments = {
            "exceptions", "-r", "rules.yaml", "--events", "events.jsonl", "--no-proofs", "-o", "json", "--as-of"
        };
        JsonNode expired = listed(with(arguments, "2026-03-11")).at("/exceptions/0");
        assertThat(expired.path("alerts").asInt()).isOne();
        assertThat(expired.at("/findings/0/message").asText())
                .isEqualTo("exception \"backup, value 1\" expired on 2026-03-10, but Falco still applies it");
        assertThat(expired.at("/findings/0/hint").asText()).isEqualTo("delete it, or write a later day in its comment");
        JsonNode expiring = listed(with(arguments, "2026-03-10")).at("/exceptions/0");
        assertThat(expiring.at("/findings/0/hint").asText())
                .isEqualTo("Falco applies it after that day too; delete it then, or write a later day in its comment");
        workspace.write("events.jsonl", open("cat", "/a"));
        assertThat(codes(listed(with(arguments, "2026-03-11")).at("/exceptions/0")))
                .isEqualTo("expired-exception unused-exception");
    }

    /** A log says nothing about the rules of a source of which it has no event. */
    @Test
    void exceptionsAreUnusedOnlyIfThereAreEventsOfTheirSource() throws IOException {
        workspace.write("policy.yaml", """
                apiVersion: falconer/v1alpha1
                kind: DetectionPolicy
                metadata: {name: shop}
                spec:
                  controls:
                    - {kind: ResourceLimits, limits: [memory]}
                    - {kind: TokenAccess}
                  exceptions:
                    - {name: audit, controls: [ResourceLimits], match: {image: a}, reason: r, expires: 2026-06-30}
                    - {name: syscall, controls: [TokenAccess], match: {image: a}, reason: r, expires: 2026-06-30}
                """);
        String[][] expected = {
            // events, findings of the exception from rules for audit events, and of that from rules for system calls
            {"", "", ""},
            {pod("shop", "joe", "b"), "unused-exception", ""},
            {open("cat", "/a"), "", "unused-exception"},
            {pod("shop", "joe", "b") + open("cat", "/a"), "unused-exception", "unused-exception"},
        };
        for (String[] row : expected) {
            workspace.write("events.jsonl", row[0]);
            JsonNode found = listed(
                            "exceptions",
                            "policy.yaml",
                            "--events",
                            "events.jsonl",
                            "--as-of",
                            "2026-03-01",
                            "--no-proofs",
                            "-o",
                            "json")
                    .path("exceptions");
            assertThat(new String[] {codes(found.path(0)), codes(found.path(1))})
                    .isEqualTo(new String[] {row[1], row[2]});
        }
    }

    @Test
    void findingsGiveExitCode1IfAsked() {
        workspace.write("policy.yaml", POLICY);
        String[] arguments = {"exceptions", "policy.yaml", "--as-of", "2026-03-01", "--no-proofs"};
        assertThat(workspace.run(arguments).status()).isZero();
        assertThat(workspace.run(with(arguments, "--fail-on", "warning")).status())
                .isEqualTo(1);
        workspace.write("policy.yaml", POLICY.replaceAll("(?m)^ +- \\{name: (old|jane|both).*\n", ""));
        assertThat(workspace.run(with(arguments, "--fail-on", "warning")).status())
                .isZero();
        assertThat(workspace
                        .run(with(arguments, "--fail-on", "warning", "--max-age", "90d"))
                        .status())
                .isEqualTo(1);
        assertThat(workspace
                        .run(with(arguments, "--fail-on", "warning", "--warn-before", "20w"))
                        .status())
                .isEqualTo(1);
    }

    @Test
    void generateAndProveFailOnWarnings() {
        workspace.write("policy.yaml", POLICY.replaceAll("(?m)^ +- \\{name: (old|jane|both).*\n", ""));
        assertThat(workspace
                        .run("generate", "policy.yaml", "--as-of", "2026-03-01", "--fail-on", "warning")
                        .status())
                .isZero();
        for (String command : new String[] {"generate", "prove"}) {
            Run soon = workspace.run(command, "policy.yaml", "--as-of", "2026-06-20", "--fail-on", "warning");
            assertThat(soon.err())
                    .contains("exception \"agent\" expires on 2026-06-30, in 10 days [expiring-exception]");
            assertThat(soon.status()).as(command).isEqualTo(1);
            assertThat(workspace
                            .run(command, "policy.yaml", "--as-of", "2026-06-20", "-q", "--fail-on", "warning")
                            .status())
                    .as(command)
                    .isEqualTo(1);
        }
        assertThat(workspace
                        .run("generate", "policy.yaml", "--as-of", "2026-06-30")
                        .err())
                .contains("expires on 2026-06-30, today");
        workspace.replace("policy.yaml", "match: {image: legacy}", "match: {}");
        assertThat(workspace
                        .run("generate", "policy.yaml", "--as-of", "2026-03-01")
                        .err())
                .contains("silences its controls for everything of team payments [wide-exception]");
    }

    @Test
    void wrongUsageIsSaid() {
        workspace.write("policy.yaml", POLICY);
        assertThat(workspace.run("exceptions").err()).startsWith("falconer: no exceptions to list\n");
        assertThat(workspace
                        .run("exceptions", "-r", "rules.yaml", "policy.yaml")
                        .err())
                .startsWith("falconer: exceptions are those of policies or of rules files\n");
        assertThat(workspace.run("exceptions", "policy.yaml", "--max-age", "1y").err())
                .startsWith("falconer: --max-age: \"1y\" is not a number of days\n");
        assertThat(workspace.run("exceptions", "-", "--events", "-").err())
                .startsWith("falconer: standard input can only be read once\n");
        assertThat(workspace.run("exceptions", ".", "--falco", "0.42..0.45").err())
                .startsWith("falconer: exceptions are listed for one version of Falco\n");
        assertThat(workspace.run("exceptions", "missing.yaml").status()).isEqualTo(3);
    }

    private static String[] with(String[] arguments, String... more) {
        String[] all = new String[arguments.length + more.length];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return all;
    }
}
