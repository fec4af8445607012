package io.falconer.generate;

import io.falconer.policy.PolicyReader;
import io.falconer.template.Templates;
import io.falconer.text.SourceFile;
import java.time.LocalDate;

/** Bundles of policies whose name is {@code p}. */
final class Bundles {
    private Bundles() {}

    static Bundle of(String spec) {
        SourceFile file = SourceFile.of(
                "policy.yaml",
                "apiVersion: falconer/v1alpha1\nkind: DetectionPolicy\nmetadata: {name: p}\nspec:\n" + spec.indent(2));
        var read = PolicyReader.read(file, Templates.builtIn().kinds());
        var made = Generator.generate(
                read.value()
                        .orElseThrow(() -> new AssertionError(read.diagnostics()))
                        .getFirst(),
                Templates.builtIn(),
                LocalDate.of(2026, 1, 1));
        return made.value().orElseThrow(() -> new AssertionError(made.diagnostics()));
    }
}
