package io.falconer.event.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Shared;
import io.falconer.text.Diagnostic;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The labelled public pods are real manifests: none may be refused. */
class CorporaTest {
    @Test
    void everyManifestOfTheCorporaIsRead() throws IOException {
        Path corpora = Shared.path("corpora");
        List<Diagnostic> refused = new ArrayList<>();
        int objects = 0;
        try (Stream<Path> files = Files.walk(corpora)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                var outcome = Manifests.read(SourceFile.of(file.toString(), Files.readString(file)));
                refused.addAll(outcome.diagnostics());
                objects += outcome.value().map(List::size).orElse(0);
            }
        }
        assertThat(refused).isEmpty();
        assertThat(objects).isPositive();
    }
}
