package io.falconer.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.policy.Policy;
import io.falconer.policy.PolicyReader;
import io.falconer.template.Templates;
import io.falconer.text.Diagnostic;
import io.falconer.text.SourceFile;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileLengthsTest {
    @Test
    void aControlWithTooManyImagesIsRefusedAtItsPlace() {
        String images = IntStream.range(0, 800)
                .mapToObj(i -> "registry.example.com/payments/app-" + i)
                .collect(Collectors.joining(", "));
        SourceFile file = SourceFile.of("policy.yaml", """
                apiVersion: falconer/v1alpha1
                kind: DetectionPolicy
                metadata: {name: p}
                spec:
                  controls:
                    - {kind: ResourceLimits, limits: [cpu]}
                    - kind: AllowedImages
                      allow: [{images: [IMAGES]}]
                """.replace("IMAGES", images));
        Templates templates = Templates.builtIn();
        Policy policy =
                PolicyReader.read(file, templates.kinds()).value().orElseThrow().getFirst();

        List<Diagnostic> problems =
                Generator.generate(policy, templates, LocalDate.of(2026, 1, 1)).diagnostics();

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().code()).isEqualTo("file-too-large");
        assertThat(problems.getFirst().message())
                .startsWith(
                        "this AllowedImages control is too long: the condition of \"p: Image that is not allowed\"");
        assertThat(problems.getFirst().location().orElseThrow().start().line()).isEqualTo(7);
    }
}
