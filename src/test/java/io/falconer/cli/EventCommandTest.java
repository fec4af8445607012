package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falconer.Workspace;
import io.falconer.event.reader.EventReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventCommandTest {
    private static final String POD =
            "{apiVersion: v1, kind: Pod, metadata: {name: %s}, spec: {containers: [{name: a, image: b}]}}";

    @RegisterExtension
    final Workspace workspace = new Workspace();

    @Test
    void theHelpNamesTheDefaults() {
        assertThat(workspace.run("event", "--help").out())
                .contains(
                        "Default: kubernetes-admin.",
                        "such as 2026-03-01T10:00:00Z.",
                        "falconer event --with limitrange.yaml deployment.yaml");
    }

    @Test
    void manifestsBecomeOneLineARequestInOrder() throws IOException {
        workspace.write("b.yaml", POD.formatted("b"));
        workspace.write("a.yaml", POD.formatted("a1") + "\n---\n" + POD.formatted("a2"));
        Run run = workspace.run("event", "b.yaml", "a.yaml");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()
                        .lines()
                        .map(line -> line.replaceAll(".*\"objectRef\":\\{[^}]*\"name\":\"(\\w+)\".*", "$1")))
                .containsExactly("b", "a1", "a2");
    }

    @Test
    void standardInputGzipDirectoriesAndGlobsAreRead() throws IOException {
        workspace.write("m/one.yaml", POD.formatted("one"));
        workspace.write("m/deep/two.json", POD.formatted("two"));
        workspace.write("m/README.md", "no manifest");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer gzip = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
            gzip.write(POD.formatted("three"));
        }
        workspace.write("m/three.yaml.gz", bytes.toByteArray());
        assertThat(workspace.run("event", "m").out().lines()).hasSize(3);
        assertThat(workspace.run("event", "m/*.yaml").out().lines()).hasSize(1);
        assertThat(workspace.run("event", "m/**/*.json").out().lines()).hasSize(1);
        Run piped = workspace.runWithInput(POD.formatted("x"), "event", "-");
        assertThat(piped.out().lines()).hasSize(1);
    }

    @Test
    void optionsSayWhoWhereWhatAndWhen() throws IOException {
        workspace.write("p.yaml", POD.formatted("p"));
        Run run = workspace.run(
                "event",
                "--user=alice",
                "--namespace=shop",
                "--verb=update",
                "--view=request",
                "--at=2026-01-02T03:04:05+01:00",
                "p.yaml");
        assertThat(run.out())
                .contains(
                        "\"username\":\"alice\"",
                        "/namespaces/shop/pods/p",
                        "\"verb\":\"update\"",
                        "\"level\":\"Request\"")
                .contains("\"requestReceivedTimestamp\":\"2026-01-02T02:04:05.000000Z\"");
    }

    @Test
    void theDocumentedLimitRangeGivesWhatThePageShows() throws IOException {
        Matcher block = Pattern.compile("```(\\w+)(?: (\\S+))?\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs", "events.md")));
        String shown = "";
        while (block.find()) {
            if (block.group(2) == null) {
                shown = block.group(3);
            } else {
                workspace.write(block.group(2), block.group(3));
            }
        }
        Run run = workspace.run("event", "--with", "limitrange.yaml", "pod.yaml");
        assertThat(run.err()).isEmpty();
        JsonMapper json = new JsonMapper();
        JsonNode event = json.readTree(run.out());
        JsonNode expected = json.readTree(shown);
        assertThat(event.at("/requestObject/spec/containers/0/resources"))
                .hasToString("{\"limits\":{\"cpu\":\"500m\"}}");
        assertThat(event.at("/responseObject/metadata/annotations")).isEqualTo(expected.path("annotations"));
        assertThat(event.at("/responseObject/spec/containers/0/resources")).isEqualTo(expected.path("resources"));
    }

    @Test
    void withTakesFilesDirectoriesGlobsAndStandardInput() throws IOException {
        String range = "{apiVersion: v1, kind: LimitRange, metadata: {name: l},"
                + " spec: {limits: [{type: Container, default: {%s: 1}}]}}";
        workspace.write("pod.yaml", POD.formatted("p"));
        workspace.write("cluster/a.yaml", range.formatted("cpu"));
        workspace.write("cluster/deep/b.json", range.formatted("memory"));
        assertThat(limits("--with=cluster", "pod.yaml")).isEqualTo("{\"cpu\":\"1\",\"memory\":\"1\"}");
        assertThat(limits("--with=cluster/*.yaml", "pod.yaml")).isEqualTo("{\"cpu\":\"1\"}");
        assertThat(limits("--with=cluster/a.yaml", "--with=cluster/deep/b.json", "pod.yaml"))
                .isEqualTo("{\"cpu\":\"1\",\"memory\":\"1\"}");
        assertThat(limits("--with=-", "pod.yaml")).isEqualTo("{\"storage\":\"1\"}");
        assertThat(limits("pod.yaml", "--with", "cluster", "-n", "shop")).isEqualTo("{\"cpu\":\"1\",\"memory\":\"1\"}");
    }

    private String limits(String... arguments) throws IOException {
        String range = "{apiVersion: v1, kind: LimitRange, metadata: {name: l},"
                + " spec: {limits: [{type: Container, default: {storage: 1}}]}}";
        Run run = workspace.runWithInput(
                range, Stream.concat(Stream.of("event"), Stream.of(arguments)).toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        return new JsonMapper()
                .readTree(run.out())
                .at("/responseObject/spec/containers/0/resources/limits")
                .toString();
    }

    @Test
    void withWarnsOfWhatChangesNothing() throws IOException {
        workspace.write("pod.yaml", POD.formatted("p"));
        workspace.write(
                "with.yaml",
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n---\n"
                        + "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}\n---\n"
                        + "{apiVersion: v1, kind: ServiceAccount, metadata: {name: s}}\n");
        Run run = workspace.run("event", "--with", "with.yaml", "pod.yaml");
        assertThat(run.status()).isZero();
        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.err())
                .startsWith("with.yaml:1:1: warning: a ConfigMap in the cluster does not change the events"
                        + " [with-unused]\n")
                .containsOnlyOnce("warning:");
    }

    @Test
    void withThatCannotBeReadGivesNoEvents() throws IOException {
        workspace.write("pod.yaml", POD.formatted("p"));
        workspace.write(
                "bad.yaml",
                "apiVersion: v1\nkind: LimitRange\nmetadata: {name: l}\n"
                        + "spec: {limits: [{type: Container, default: {cpu: 1 Core}}]}\n");
        workspace.write("empty.yaml", "# nothing\n");
        assertThat(workspace.run("event", "--with", "bad.yaml", "pod.yaml")).isEqualTo(new Run(3, "", """
                bad.yaml:4:50: error: spec.limits[0].default.cpu must be a quantity, not "1 Core" [manifest-wrong-type]
                  4 | spec: {limits: [{type: Container, default: {cpu: 1 Core}}]}
                    |                                                  ^^^^^^
                hint: a quantity is a number with or without a unit, such as 500m, 1.5 or 128Mi
                """));
        assertThat(workspace.run("event", "--with", "gone.yaml", "pod.yaml").err())
                .contains("cannot read gone.yaml");
        assertThat(workspace.run("event", "--with", "empty.yaml", "pod.yaml").err())
                .contains("no Kubernetes object in empty.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "0000-01-01T00:00:00Z, 0",
        "9998-12-31T23:59:59.999999999Z, 0",
        "9999-01-01T00:00:00Z, 2",
        "+10000-01-01T00:00:00Z, 2",
        "0000-01-01T00:00:00+00:01, 2",
        "-0001-01-01T00:00:00Z, 2",
        "+999999999-12-31T23:59:59Z, 2",
        "-999999999-01-01T00:00:00Z, 2",
        "2026-03-01, 2"
    })
    void onlyTimesThatEventsCanHaveAreTaken(String at, int status) throws IOException {
        workspace.write("at.yaml", """
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {replicas: 3, selector: {matchLabels: {a: b}},
                 template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: a}]}}}}
                """);
        Run run = workspace.run("event", "--at=" + at, "at.yaml");
        assertThat(run.status()).as(run.err()).isEqualTo(status);
        EventReader reader = new EventReader();
        assertThat(reader.read("events", run.out())).hasSize(status == 0 ? 2 : 0);
        assertThat(reader.skips().total()).isZero();
    }

    @Test
    void standardInputIsReadOnce() {
        Run run = workspace.run("event", "--with", "-", "-");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("- occurs more than once", "standard input can be read only once");
    }

    @Test
    void whatIsNoManifestIsShownWhereItIsAndTheRestIsConverted() throws IOException {
        workspace.write("bad.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {hostNetwork: 1}\n");
        workspace.write("good.yaml", POD.formatted("good"));
        Run run = workspace.run("event", "bad.yaml", "good.yaml");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("""
                bad.yaml:4:21: error: spec.hostNetwork must be true or false, not 1 [manifest-wrong-type]
                  4 | spec: {hostNetwork: 1}
                    |                     ^
                """);
        assertThat(run.out().lines()).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        workspace.write("latin.yaml", "");
        workspace.write("latin.yaml", new byte[] {'a', ':', ' ', (byte) 0xe9, '\n'});
        workspace.write("empty.yaml", "# nothing\n");
        assertThat(workspace.run("event", "gone.yaml"))
                .isEqualTo(new Run(3, "", "error: cannot read gone.yaml: the file does not exist [unreadable]\n"));
        assertThat(workspace.run("event", "*.json"))
                .isEqualTo(new Run(3, "", "error: cannot read *.json: no file matches [unreadable]\n"));
        assertThat(workspace.run("event", "empty.yaml").err()).contains("no Kubernetes object in empty.yaml");
        Run latin = workspace.run("event", "latin.yaml");
        assertThat(latin.status()).isEqualTo(3);
        assertThat(latin.err()).startsWith("latin.yaml:1:4: error: the text is not UTF-8 here");
    }
}
