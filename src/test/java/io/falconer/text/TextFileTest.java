package io.falconer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
    @TempDir
    Path directory;

    @Test
    void textIsReadWithTheNameToShow() throws IOException {
        Path file = Files.writeString(directory.resolve("f"), "grüß\n");
        assertThat(TextFile.read("shown", file).value()).hasValueSatisfying(source -> {
            assertThat(source.name()).isEqualTo("shown");
            assertThat(source.text()).isEqualTo("grüß\n");
        });
    }

    @Test
    void gzipIsDecompressed() throws IOException {
        Path file = directory.resolve("f.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("text".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(TextFile.read("f", file).value().map(SourceFile::text)).contains("text");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(TextFile.read("a/b", directory.resolve("none")).diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("cannot read a/b: the file does not exist");
    }

    @Test
    void otherEncodingsAreRefusedWithThePlace() throws IOException {
        Path file = Files.write(directory.resolve("f"), new byte[] {'a', '\n', 'b', (byte) 0xff, 'c'});
        assertThat(TextFile.read("f", file).diagnostics()).singleElement().satisfies(d -> {
            assertThat(d.code()).isEqualTo("not-utf-8");
            assertThat(d.location()).hasValueSatisfying(l -> assertThat(l).hasToString("f:2:2"));
        });
    }
}
