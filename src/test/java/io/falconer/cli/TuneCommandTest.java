package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falconer.Workspace;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TuneCommandTest {
    private static final String RULES = """
            - rule: Read
              desc: d
              condition: evt.type in (open, openat, openat2) and fd.name startswith /etc/
              output: o
              priority: NOTICE
              exceptions:
                - name: one_field
                  fields: user.name
                - name: random
                  fields: [proc.name, proc.pid]
                - name: known
                  fields: [user.name, fd.name]
                  comps: [=, startswith]
                  values:
                    - [ops, /etc/x]
            - rule: Other
              desc: d
              condition: evt.type = connect
              output: o
              priority: NOTICE
            """;

    @RegisterExtension
    final Workspace workspace = new Workspace();

    @BeforeEach
    void rules() {
        workspace.write("rules.yaml", RULES);
    }

    /** An event of {@code process image namespace user file pod}; a dash is no value. */
    private static String event(String words) {
        String[] fields = {
            "proc.name", "container.image.repository", "k8s.ns.name", "user.name", "fd.name", "k8s.pod.name"
        };
        String[] values = words.strip().split(" +", -1);
        StringBuilder event =
                new StringBuilder("{\"source\":\"syscall\",\"fields\":{\"evt.type\":\"openat\",\"proc.pid\":7");
        for (int i = 0; i < values.length; i++) {
            if (!values[i].equals("-")) {
                event.append(",\"")
                        .append(fields[i])
                        .append("\":\"")
                        .append(i == 4 ? "/etc/" + values[i] : values[i])
                        .append('"');
            }
        }
        return event.append("}}\n").toString();
    }

    private static String events(String all) {
        return Arrays.stream(all.split(";", -1)).map(TuneCommandTest::event).collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the events to silence            | the events to keep               | what is found
            b r/b a u f; b r/b c w g           | cat r/b a u f; b r/x a u f       | proc.name=b container.image.repository=r/b
            b r/b a u f; b r/b a u g           | b r/b a w f                      | user.name=u fd.name^/etc/f; user.name=u fd.name^/etc/g
            b r/b a - f; b r/b a - f           | b r/b c - f                      | proc.name=b k8s.ns.name=a
            b r/b a - f; b r/b c - f           | b r/b d - f                      | proc.name=b k8s.ns.name=a; proc.name=b k8s.ns.name=c
            b r/b a - f; b r/b c - f           | b r/b e - f; b r/x a - f; b r/x c - f; x r/b a - f; x r/b c - f | proc.name=b container.image.repository=r/b k8s.ns.name=a; proc.name=b container.image.repository=r/b k8s.ns.name=c
            b r/b a u f; b r/b a u g           | b r/b c u f                      | proc.name=b k8s.ns.name=a
            b - a - f; b - a - f               | b - a - g                        | proc.name=b fd.name=/etc/f
            b - a - f w-7d9f8b6c5-x2x4z; b - a - f w-7d9f8b6c5-zzzz2 | b - a - f v-7d9f8b6c5-x2x4z | proc.name=b k8s.pod.name^w-
            b - a - f; b - a - f               | b - a - f                        | the false positive at f.jsonl:1 and the true positive at t.jsonl:1 cannot be distinguished
            b - a - f; b - c - f               | cat - a - f; b - c - f           | the false positive at f.jsonl:2 and the true positive at t.jsonl:2 cannot be distinguished
            - - - - f; - - - - g               | - - - - h                        | no exception of two to four fields silences all false positives and keeps all true positives
            b - - - f; c - - - g; d - - - h    | b - - - z                        | each false positive needs a tuple of values of its own
            b - a - tmp.Xa81kd; b - a - tmp.Xa81kd | b - c - f                    | proc.name=b k8s.ns.name=a
            b - - - tmp.Xa81kd; b - - - tmp.Xa81kd | c - - - f                    | no exception of two to four fields silences all false positives and keeps all true positives
            b - - - x/proc/123/m; b - - - x/proc/123/m | c - - - f                | no exception of two to four fields silences all false positives and keeps all true positives
            b - - - 1:43212->2:443; b - - - 1:43212->2:443 | c - - - f            | no exception of two to four fields silences all false positives and keeps all true positives
            b - - u f; cat - - u f             | cat - - w f                      | user.name=u fd.name^/etc/f
            """)
    void scenariosHaveTheSmallestExceptionOrNone(String falsePositives, String truePositives, String expected)
            throws IOException {
        workspace.write("f.jsonl", events(falsePositives));
        workspace.write("t.jsonl", events(truePositives));
        Run run = workspace.run(
                "tune",
                "-r",
                "rules.yaml",
                "--false-positives",
                "f.jsonl",
                "--true-positives",
                "t.jsonl",
                "-o",
                "json",
                "-d",
                "out");
        JsonNode found = new JsonMapper().readTree(run.out());
        if (found.has("refused")) {
            assertThat(found.path("refused").asText()).isEqualTo(expected);
            assertThat(run.status()).isEqualTo(1);
            assertThat(workspace.path("out")).doesNotExist();
            return;
        }
        JsonNode best = found.at("/exceptions/0");
        StringBuilder rows = new StringBuilder();
        for (JsonNode row : best.path("values")) {
            rows.append(rows.isEmpty() ? "" : "; ");
            for (int i = 0; i < row.size(); i++) {
                boolean begins = best.path("comps").path(i).asText().equals("startswith");
                rows.append(i == 0 ? "" : " ")
                        .append(best.path("fields").path(i).asText())
                        .append(begins ? "^" : "=")
                        .append(row.path(i).asText());
            }
        }
        assertThat(rows).hasToString(expected);
        assertThat(best.path("declared").asBoolean()).isEqualTo(expected.startsWith("user.name"));
        assertThat(best.path("undecided")).isEmpty();
        assertThat(best.path("example").path("source").asText()).isEqualTo("syscall");
        Run tested = workspace.run("test", "out");
        assertThat(tested.status()).as(tested.out() + tested.err()).isZero();
        assertThat(workspace
                        .run("check", "--no-proofs", "rules.yaml", "out/read_exceptions.yaml")
                        .out())
                .isEqualTo("rules.yaml: Ok\nout/read_exceptions.yaml: Ok\n");
    }

    @Test
    void auditEventsAreTunedToo() throws IOException {
        workspace.write("audit.yaml", """
                - rule: Exec
                  desc: d
                  condition: ka.target.subresource = exec
                  output: o
                  priority: NOTICE
                  source: k8s_audit
                """);
        String event = """
                {"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"1","stage":"ResponseComplete","verb":"create",\
                "user":{"username":"%s"},"objectRef":{"resource":"pods","subresource":"exec","namespace":"%s","name":"%s"},\
                "stageTimestamp":"2026-02-01T10:00:00.000000Z"}
                """;
        workspace.write(
                "f.jsonl",
                event.formatted("ci", "build", "web-7d9f8b6c5-x2x4z")
                        + event.formatted("ci", "build", "web-7d9f8b6c5-zzzz2"));
        workspace.write(
                "t.jsonl",
                event.formatted("joe", "build", "web-7d9f8b6c5-x2x4z") + event.formatted("ci", "build", "db-0"));
        Run run = workspace.run(
                "tune", "-r", "audit.yaml", "--false-positives", "f.jsonl", "--true-positives", "t.jsonl", "-d", "out");
        assertThat(run.out()).contains("whose ka.user.name is `ci` and ka.target.name begins\n      with `web-`\n");
        assertThat(workspace.run("test", "out").status()).isZero();
    }

    @Test
    void hostileValuesStayValues() {
        String hostile = "a\\\"; or evt.num > 0 or proc.name = \\\"";
        String noise = "{\"source\":\"syscall\",\"fields\":{\"evt.type\":\"openat\",\"proc.name\":\"" + hostile
                + "\",\"fd.name\":\"/etc/${x}\",\"k8s.ns.name\":\"n\"}}\n";
        workspace.write("f.jsonl", noise + noise);
        workspace.write("t.jsonl", event("cat - n - f"));
        Run run = workspace.run(
                "tune", "-r", "rules.yaml", "--false-positives", "f.jsonl", "--true-positives", "t.jsonl", "-d", "out");
        assertThat(run.status()).as(run.out() + run.err()).isZero();
        Run tested = workspace.run("test", "out");
        assertThat(tested.status()).as(tested.out() + tested.err()).isZero();
    }

    /** What an alert did not record may be what an exception names. */
    @Test
    void alertsAreTakenWithTheFieldsThatTheyRecorded() {
        String alert = "{\"rule\":\"Read\",\"priority\":\"Notice\",\"source\":\"syscall\",\"time\":"
                + "\"2026-01-01T10:00:00.000000000Z\",\"output\":\"o\",\"output_fields\":{%s}}\n";
        workspace.write("f.jsonl", event("b r/b a u f") + event("b r/b c w f"));
        workspace.write("t.jsonl", alert.formatted("\"proc.name\":\"b\",\"fd.name\":\"/etc/f\""));
        String[] arguments = {"--rule", "Read", "--false-positives", "f.jsonl", "--true-positives", "t.jsonl"};
        assertThat(tune(arguments).out()).contains("cannot be distinguished");
        workspace.write(
                "t.jsonl",
                alert.formatted("\"proc.name\":\"b\",\"fd.name\":\"/etc/f\",\"container.image.repository\":\"r/x\""));
        assertThat(tune(arguments).out()).contains("1. proc_name_and_container_image_repository\n");
        workspace.write(
                "f.jsonl",
                alert.formatted("\"proc.name\":\"b\",\"container.image.repository\":\"r/b\"")
                        + alert.formatted("\"proc.name\":\"b\",\"container.image.repository\":\"r/c\""));
        assertThat(tune(arguments).out()).contains("[\"\\\"b\\\"\", \"\\\"r/c\\\"\"]\n");
    }

    @Test
    void alertsOfOtherRulesAreLeftOut() {
        String alert = "{\"rule\":\"%s\",\"priority\":\"Notice\",\"source\":\"syscall\",\"time\":"
                + "\"2026-01-01T10:00:00.000000000Z\",\"output\":\"o\",\"output_fields\":"
                + "{\"proc.name\":\"%s\",\"container.image.repository\":\"r/b\"}}\n";
        workspace.write(
                "f.jsonl",
                alert.formatted("Read", "b")
                        + alert.formatted("Other", "x")
                        + alert.formatted("Read", "b")
                        + alert.formatted("Other\\u001b", "y"));
        workspace.write("t.jsonl", alert.formatted("Read", "cat") + alert.formatted("Other", "b"));
        Run run = tune("--rule", "Read", "--false-positives", "f.jsonl", "--true-positives", "t.jsonl");
        assertThat(run.err())
                .contains(
                        "left out 2 false positives, because alerts of other rules recorded them: Other, Other\\u001b\n")
                .contains("left out 1 true positive, because alerts of other rules recorded them: Other\n");
        assertThat(run.out()).contains("that silence 2 false positives and keep 1 true positive:\n");
        workspace.write("f.jsonl", alert.formatted("Other", "b"));
        assertThat(tune("--rule", "Read", "--false-positives", "f.jsonl", "--true-positives", "t.jsonl")
                        .err())
                .contains("falconer: the rule \"Read\" fires on no false positive\n");
    }

    @Test
    void exceptionsThatAPersonWroteAreKept() {
        workspace.write("f.jsonl", event("b r/b a u f"));
        String[] arguments = {
            "--false-positives", "f.jsonl", "--from-one", "--without-true-positives", "--rule", "Read", "-d", "out"
        };
        workspace.write("out/read_exceptions.yaml", "# mine\n");
        Run run = tune(arguments);
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("[foreign-file]");
        assertThat(workspace.read("out/read_exceptions.yaml")).isEqualTo("# mine\n");
        workspace.path("out/read_exceptions.yaml").toFile().delete();
        assertThat(tune(arguments).status()).isZero();
        assertThat(workspace.read("out/read_exceptions.yaml"))
                .startsWith("# Silences 1 false positive and keeps 0 true positives. Made by falconer tune.\n");
        assertThat(tune(arguments).status()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"Read file, read_file", "Read (file), read_file_[0-9a-f]{8}", "日本, rule_[0-9a-f]{8}"})
    void rulesHaveDifferentFiles(String rule, String expected) {
        workspace.write("rules.yaml", RULES.replace("rule: Read", "rule: " + rule));
        workspace.write("f.jsonl", event("b r/b a u f"));
        Run run = tune("--false-positives", "f.jsonl", "--from-one", "--without-true-positives", "-d", "out");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(workspace.path("out").toFile().list())
                .anyMatch(name -> name.matches(expected + "_exceptions\\.yaml"));
    }

    @Test
    void whatIsMissingIsSaid() {
        workspace.write("one.jsonl", event("b r/b a u f"));
        workspace.write("two.jsonl", event("b r/b a u f") + event("b r/b a u g"));
        workspace.write("other.jsonl", event("b r/b a u f").replace("openat", "close"));
        assertThat(tune("--false-positives", "two.jsonl").err()).startsWith("falconer: no true positives given\n");
        assertThat(tune("--false-positives", "one.jsonl", "--without-true-positives")
                        .err())
                .startsWith("falconer: there is only one false positive\n");
        assertThat(tune("--false-positives", "two.jsonl", "--true-positives", "other.jsonl")
                        .err())
                .startsWith("left out 1 true positive, because the rule does not fire on them\n"
                        + "falconer: the rule \"Read\" fires on no true positive\n");
        assertThat(tune("--false-positives", "other.jsonl", "--without-true-positives")
                        .err())
                .startsWith("falconer: no rule fires on all false positives\n");
        assertThat(tune("--false-positives", "two.jsonl", "--without-true-positives", "--rule", "Reed")
                        .err())
                .startsWith("falconer: there is no rule \"Reed\"\nhint: did you mean \"Read\"?\n");
        assertThat(tune("--false-positives", "nowhere.jsonl", "--without-true-positives")
                        .status())
                .isEqualTo(3);
        Run without = tune("--false-positives", "one.jsonl", "--from-one", "--without-true-positives", "-d", "out");
        assertThat(without.status()).isZero();
        assertThat(workspace.read("out/read_exceptions.yaml"))
                .contains("# No true positive was given, so nothing shows that it does not silence one.\n");
    }

    private Run tune(String... more) {
        String[] all = new String[more.length + 3];
        System.arraycopy(new String[] {"tune", "-r", "rules.yaml"}, 0, all, 0, 3);
        System.arraycopy(more, 0, all, 3, more.length);
        return workspace.run(all);
    }
}
