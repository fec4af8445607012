package io.falconer.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.falconer.Shared;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.event.manifest.AuditEvents;
import io.falconer.event.manifest.AuditOptions;
import io.falconer.event.manifest.Manifests;
import io.falconer.event.reader.EventReader;
import io.falconer.policy.PolicyReader;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.RuleLoader;
import io.falconer.template.Templates;
import io.falconer.text.SourceFile;
import io.falconer.yaml.YamlNode;
import io.falconer.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Public pods labelled by Gatekeeper's own suites: our rules agree with every label of the controls that exist. */
class GatekeeperCorpusTest {
    @TestFactory
    Stream<DynamicTest> allowedrepos() throws IOException {
        return cases("allowedrepos", "allow: [{images: [\"openpolicyagent/*\"]}]", "");
    }

    @TestFactory
    Stream<DynamicTest> allowedreposv2() throws IOException {
        return cases("allowedreposv2", """
                allow:
                      - images:
                        - openpolicyagent/*
                        - myregistry.azurecr.io/*
                        - mydockerhub/*
                        - ubuntu:20.14
                        - 123456789123.dkr.ecr.eu-west-1.amazonaws.com/postgres
                """, "");
    }

    @TestFactory
    Stream<DynamicTest> disallowedtags() throws IOException {
        return cases("disallowedtags", "denyTags: [latest]", """
                  exceptions:
                  - {name: a, controls: [AllowedImages], match: {image: "openpolicyagent/opa-exp:latest"}, reason: exempt}
                  - {name: b, controls: [AllowedImages], match: {image: "openpolicyagent/opa-exp2:latest"}, reason: exempt}
                """);
    }

    @TestFactory
    Stream<DynamicTest> imagedigests() throws IOException {
        return cases("imagedigests", "requireDigest: true", "");
    }

    private static Stream<DynamicTest> cases(String name, String control, String exceptions) throws IOException {
        Path directory = Shared.path("corpora/gatekeeper-library/general/" + name);
        Engine engine = engine("""
                apiVersion: falconer/v1alpha1
                kind: DetectionPolicy
                metadata: {name: corpus}
                spec:
                  controls:
                    - kind: AllowedImages
                      %s
                %s
                """.formatted(control.strip(), exceptions));
        YamlNode.Mapping suite = (YamlNode.Mapping)
                YamlReader.read(SourceFile.of("suite.yaml", Files.readString(directory.resolve("suite.yaml"))))
                        .value()
                        .orElseThrow()
                        .getFirst();
        return list(suite, "tests")
                .flatMap(test -> list(test, "cases"))
                .map(each -> dynamicTest(text(each, "name"), () -> {
                    String violations =
                            text(list(each, "assertions").findFirst().orElseThrow(), "violations");
                    boolean violates = !violations.equals("no") && !violations.equals("0");
                    assertThat(fires(engine, directory.resolve(text(each, "object"))))
                            .isEqualTo(violates);
                }));
    }

    private static boolean fires(Engine engine, Path manifest) throws IOException {
        var objects = Manifests.read(SourceFile.of("manifest.yaml", Files.readString(manifest)))
                .value()
                .orElseThrow();
        List<String> events = AuditEvents.of(objects, AuditOptions.at(Instant.EPOCH));
        return new EventReader()
                .read("manifest", String.join("\n", events)).stream()
                        .anyMatch(event -> !engine.evaluate(event).isEmpty());
    }

    private static Engine engine(String policy) {
        var read = PolicyReader.read(SourceFile.of("policy.yaml", policy));
        var bundle = Generator.generate(
                        read.value()
                                .orElseThrow(() -> new AssertionError(read.diagnostics()))
                                .getFirst(),
                        Templates.builtIn(),
                        LocalDate.of(2026, 11, 20))
                .value()
                .orElseThrow();
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        loader.load(SourceFile.of(bundle.rules().path(), bundle.rules().text()));
        return Engine.of(loader.ruleSet(), RuleMatching.ALL, Priority.DEBUG);
    }

    private static Stream<YamlNode.Mapping> list(YamlNode.Mapping node, String key) {
        return ((YamlNode.Sequence) node.get(key).orElseThrow())
                .items().stream().map(YamlNode.Mapping.class::cast);
    }

    private static String text(YamlNode.Mapping node, String key) {
        return ((YamlNode.Scalar) node.get(key).orElseThrow()).text();
    }
}
