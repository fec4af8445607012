package io.falconer.cli.file;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconer.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeFileTest {
    @RegisterExtension
    final Workspace workspace = new Workspace();

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aNewFileGetsTheUsualPermissions() throws IOException {
        Path usual = workspace.write("usual", "");
        Path file = workspace.path("below/file");
        WholeFile.write(target(file), "text");
        assertThat(file).hasContent("text");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkStaysALink() throws IOException {
        Path file = workspace.write("file", "old");
        Path link = Files.createSymbolicLink(workspace.path("link"), file);
        WholeFile.write(target(link), "new");
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeIsWrittenToAndStaysAPipe() throws Exception {
        Path pipe = workspace.path("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CompletableFuture<String> read = supplyAsync(() -> content(pipe));
        WholeFile.write(target(pipe), "text");
        assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo("text");
        assertThat(WholeFile.isStream(pipe)).isTrue();
    }

    @Test
    void whyItCannotBeWrittenIsSaidInWords() throws IOException {
        workspace.write("file", "");
        OutputPath below = new OutputPath(".", workspace.path()).resolve("file/below");
        assertThatThrownBy(() -> WholeFile.write(below, ""))
                .isInstanceOf(UnloadableException.class)
                .hasMessage("cannot write file/below: a file is where the directory file must be");
    }

    @ParameterizedTest
    @CsvSource({
        "., rules/a.yaml",
        "./, rules/a.yaml",
        "falco, falco/rules/a.yaml",
        "../b/, ../b/rules/a.yaml",
        "/, /rules/a.yaml"
    })
    void filesAreNamedAsTheUserNamedTheirDirectory(String given, String name) {
        assertThat(new OutputPath(given, workspace.path()).resolve("rules/a.yaml"))
                .isEqualTo(new OutputPath(name, workspace.path("rules/a.yaml")));
    }

    private static OutputPath target(Path file) {
        return new OutputPath(file.toString(), file);
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
