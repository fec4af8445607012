package io.falconer.cli;

import io.falconer.generate.Bundle;
import io.falconer.generate.GeneratedFile;
import io.falconer.generate.PolicyFiles;
import io.falconer.schema.Schemas;
import io.falconer.template.Templates;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * A repository to start with.
 *
 * @param written the files that the owner continues with
 * @param generated the files that the command generate makes from the policy among them, byte for byte
 */
record Scaffold(List<GeneratedFile> written, List<GeneratedFile> generated) {
    private static final String POLICY = "policies/baseline.yaml";

    Scaffold {
        written = List.copyOf(written);
        generated = List.copyOf(generated);
    }

    /** @param today the day on which exceptions must be valid */
    static Scaffold of(LocalDate today) {
        Templates templates = Templates.builtIn();
        GeneratedFile policy = file(POLICY, "policy.yaml");
        List<GeneratedFile> written = List.of(
                file("README.md", "readme.md"),
                policy,
                file("tests/web_test.yaml", "suite.yaml"),
                file("tests/manifests/web.yaml", "web.yaml"),
                file("tests/manifests/miner.yaml", "miner.yaml"),
                file(".github/workflows/falconer.yml", "workflow.yml"),
                new GeneratedFile(".falconer/policy.schema.json", Schemas.policy(templates.kinds())),
                new GeneratedFile(".falconer/test.schema.json", Schemas.suite()));
        return new Scaffold(written, generated(policy, templates, today));
    }

    private static List<GeneratedFile> generated(GeneratedFile policy, Templates templates, LocalDate today) {
        Outcome<List<Bundle>> bundles =
                new PolicyFiles(templates, today).bundles(List.of(SourceFile.of(policy.path(), policy.text())));
        return bundles
                .value()
                .orElseThrow(
                        () -> new IllegalStateException(bundles.diagnostics().toString()))
                .stream()
                .flatMap(bundle -> bundle.files().stream())
                .toList();
    }

    private static GeneratedFile file(String path, String resource) {
        try (InputStream in = Scaffold.class.getResourceAsStream("/init/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("init/" + resource + " is missing in this build");
            }
            return new GeneratedFile(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
