package io.falconer.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.falconer.Golden;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.event.reader.EventReader;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyReader;
import io.falconer.proof.ProofCase;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.RuleLoader;
import io.falconer.template.Templates;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Policies under {@code src/test/golden/generate} and the files they become. Run with {@code -Dfalconer.golden=true} to
 * write what is generated now.
 */
class GoldenBundleTest {
    private static final Path GOLDEN = Path.of("src/test/golden/generate");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TestFactory
    Stream<DynamicContainer> policies() throws IOException {
        try (Stream<Path> cases = Files.list(GOLDEN)) {
            return cases.sorted().toList().stream()
                    .map(directory -> dynamicContainer(directory.getFileName().toString(), tests(directory)));
        }
    }

    private static Stream<DynamicTest> tests(Path directory) {
        List<Bundle> bundles = bundles(directory);
        Stream<DynamicTest> files = Stream.of(dynamicTest("these files", () -> areGolden(directory, bundles)));
        Stream<DynamicTest> each = bundles.stream()
                .flatMap(bundle -> Stream.of(
                        dynamicTest(bundle.policy().name() + " loads without errors and warnings", () -> loads(bundle)),
                        dynamicTest(bundle.policy().name() + " is proven", () -> proven(bundle)),
                        dynamicTest(
                                "every rule of " + bundle.policy().name() + " is seen firing and silent",
                                () -> bothWays(bundle))));
        return Stream.concat(files, each);
    }

    private static void areGolden(Path directory, List<Bundle> bundles) throws IOException {
        Set<String> all = new TreeSet<>(Set.of("policy.yaml"));
        for (Bundle bundle : bundles) {
            for (GeneratedFile file : bundle.rulesFiles()) {
                Golden.check(directory.resolve(file.path()), file.text());
                all.add(file.path());
            }
        }
        Golden.holdsOnly(directory, all);
    }

    private static void loads(Bundle bundle) {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        for (LoadResult result : load(loader, bundle)) {
            assertThat(result.errors()).as(result.name()).isEmpty();
            assertThat(result.warnings()).as(result.name()).isEmpty();
            assertThat(result.pluginError()).as(result.name()).isEmpty();
        }
    }

    private static void proven(Bundle bundle) {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        load(loader, bundle);
        Engine engine = Engine.of(loader.ruleSet(), RuleMatching.ALL, Priority.DEBUG);
        List<String> wrong = new ArrayList<>();
        for (ProofCase proof : bundle.proofs()) {
            boolean fired = new EventReader()
                    .read("proof", String.join("\n", proof.events())).stream()
                            .flatMap(event -> engine.evaluate(event).stream())
                            .anyMatch(alert -> alert.rule().name().equals(proof.rule()));
            if (fired != proof.fires()) {
                wrong.add((proof.fires() ? "silent: " : "fired: ") + proof.rule() + ": " + proof.description() + "\n"
                        + proof.events());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void bothWays(Bundle bundle) {
        TreeSet<String> rules = new TreeSet<>();
        bundle.rules().stream()
                .flatMap(file -> file.text().lines())
                .filter(l -> l.startsWith("- rule: "))
                .forEach(l -> rules.add(l.substring(9, l.length() - 1)));
        assertThat(rules).isNotEmpty();
        for (boolean fires : List.of(true, false)) {
            assertThat(bundle.proofs().stream().filter(p -> p.fires() == fires).map(ProofCase::rule))
                    .as(fires ? "firing" : "silent")
                    .containsAll(rules);
        }
    }

    private static List<LoadResult> load(RuleLoader loader, Bundle bundle) {
        List<LoadResult> results = new ArrayList<>();
        bundle.rulesFiles().forEach(file -> results.add(load(loader, file)));
        return results;
    }

    private static LoadResult load(RuleLoader loader, GeneratedFile file) {
        return loader.load(SourceFile.of(file.path(), file.text()));
    }

    private static List<Bundle> bundles(Path directory) {
        SourceFile source = SourceFile.of("policy.yaml", read(directory.resolve("policy.yaml")));
        Outcome<List<Policy>> policies =
                PolicyReader.read(source, Templates.builtIn().kinds());
        return policies.value().orElseThrow(() -> new AssertionError(policies.diagnostics())).stream()
                .map(policy -> {
                    Outcome<Bundle> bundle = Generator.generate(policy, Templates.builtIn(), DAY);
                    return bundle.value().orElseThrow(() -> new AssertionError(bundle.diagnostics()));
                })
                .toList();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
