package io.falconer.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.policy.PolicyReader;
import io.falconer.template.Templates;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    @Test
    void theSamePolicyGivesTheSameBytes() throws IOException {
        String text = Files.readString(Path.of("fixtures/quickstart/policy.yaml"));
        assertThat(generate(text)).isEqualTo(generate(text));
    }

    private static String generate(String text) {
        SourceFile source = SourceFile.of("policy.yaml", text);
        var policy = PolicyReader.read(source).value().orElseThrow().getFirst();
        var bundle = Generator.generate(policy, Templates.builtIn(), LocalDate.of(2026, 11, 20));
        return bundle.value()
                .orElseThrow(() -> new AssertionError(bundle.diagnostics()))
                .rules()
                .text();
    }
}
