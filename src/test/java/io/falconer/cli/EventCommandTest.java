package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventCommandTest {
    private static final String POD =
            "{apiVersion: v1, kind: Pod, metadata: {name: %s}, spec: {containers: [{name: a, image: b}]}}";

    @TempDir
    Path directory;

    @Test
    void theHelpNamesTheDefaults() {
        assertThat(Run.in(directory, "event", "--help").out())
                .contains("Default: kubernetes-admin.", "such as 2026-03-01T10:00:00Z.");
    }

    @Test
    void manifestsBecomeOneLineARequestInOrder() throws IOException {
        write("b.yaml", POD.formatted("b"));
        write("a.yaml", POD.formatted("a1") + "\n---\n" + POD.formatted("a2"));
        Run run = Run.in(directory, "event", "b.yaml", "a.yaml");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()
                        .lines()
                        .map(line -> line.replaceAll(".*\"objectRef\":\\{[^}]*\"name\":\"(\\w+)\".*", "$1")))
                .containsExactly("b", "a1", "a2");
    }

    @Test
    void standardInputGzipDirectoriesAndGlobsAreRead() throws IOException {
        write("m/one.yaml", POD.formatted("one"));
        write("m/deep/two.json", POD.formatted("two"));
        write("m/README.md", "no manifest");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer gzip = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
            gzip.write(POD.formatted("three"));
        }
        Files.write(directory.resolve("m/three.yaml.gz"), bytes.toByteArray());
        assertThat(Run.in(directory, "event", "m").out().lines()).hasSize(3);
        assertThat(Run.in(directory, "event", "m/*.yaml").out().lines()).hasSize(1);
        assertThat(Run.in(directory, "event", "m/**/*.json").out().lines()).hasSize(1);
        Run piped = Run.in(directory, POD.formatted("x"), Map.of(), new Terminal(false, false), "event", "-");
        assertThat(piped.out().lines()).hasSize(1);
    }

    @Test
    void optionsSayWhoWhereWhatAndWhen() throws IOException {
        write("p.yaml", POD.formatted("p"));
        Run run = Run.in(
                directory,
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
    void whatIsNoManifestIsShownWhereItIsAndTheRestIsConverted() throws IOException {
        write("bad.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {hostNetwork: 1}\n");
        write("good.yaml", POD.formatted("good"));
        Run run = Run.in(directory, "event", "bad.yaml", "good.yaml");
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
        write("latin.yaml", "");
        Files.write(directory.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9, '\n'});
        write("empty.yaml", "# nothing\n");
        assertThat(Run.in(directory, "event", "gone.yaml"))
                .isEqualTo(new Run(3, "", "error: cannot read gone.yaml: there is no such file [unreadable]\n"));
        assertThat(Run.in(directory, "event", "*.json"))
                .isEqualTo(new Run(3, "", "error: cannot read *.json: nothing matches it [unreadable]\n"));
        assertThat(Run.in(directory, "event", "empty.yaml").err()).contains("no Kubernetes object in empty.yaml");
        Run latin = Run.in(directory, "event", "latin.yaml");
        assertThat(latin.status()).isEqualTo(3);
        assertThat(latin.err()).startsWith("latin.yaml:1:4: error: the text is not UTF-8 here");
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
