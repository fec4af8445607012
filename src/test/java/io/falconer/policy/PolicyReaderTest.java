package io.falconer.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Golden;
import io.falconer.ruleset.Priority;
import io.falconer.template.Templates;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies that are wrong, next to what is said of them ({@link Golden}). */
class PolicyReaderTest {
    private static final Path GOLDEN = Path.of("src/test/golden/policy");

    @TestFactory
    Stream<DynamicTest> mistakes() throws IOException {
        return Golden.pairs(GOLDEN, PolicyReaderTest::reported);
    }

    private static String reported(String policy) {
        Outcome<List<Policy>> read = PolicyReader.read(
                SourceFile.of("policy.yaml", policy), Templates.builtIn().kinds());
        return read.diagnostics().stream()
                .map(d -> d.location().map(Object::toString).orElse("") + ": " + d.severity() + " " + d.code() + ": "
                        + d.message() + d.hint().map(hint -> "\n  " + hint).orElse("") + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void whatIsLeftOutHasTheDocumentedDefault() {
        Policy policy = read("""
                        apiVersion: falconer/v1alpha1
                        kind: DetectionPolicy
                        metadata: {name: p}
                        spec:
                          controls:
                          - kind: ListeningSockets
                        """).value().orElseThrow().getFirst();
        assertThat(policy.match().matchesAll()).isTrue();
        assertThat(policy.priority()).isEqualTo(Priority.WARNING);
        assertThat(policy.view()).isEqualTo(View.REQUEST);
        assertThat(policy.targets()).containsExactly(Target.PODS);
        assertThat(policy.maxContainers()).isEqualTo(16);
        assertThat(((ListeningSockets) policy.controls().getFirst()).containersOnly())
                .isTrue();
    }

    @Test
    void resourcesMayHaveMaximums() {
        ResourceLimits limits = (ResourceLimits)
                read("""
                        apiVersion: falconer/v1alpha1
                        kind: DetectionPolicy
                        metadata: {name: p}
                        spec:
                          controls:
                          - kind: ResourceLimits
                            limits: {cpu: "2", memory: 4Gi}
                            requests: [cpu, {memory: 1.5e3}]
                        """).value().orElseThrow().getFirst().controls().getFirst();
        assertThat(limits.checks()).containsExactly("cpuLimit", "memoryLimit", "cpuRequest", "memoryRequest");
        assertThat(Stream.concat(limits.limits().stream(), limits.requests().stream())
                        .map(each -> each.most().map(Quantity::value).orElse(BigDecimal.ZERO)))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(BigDecimal.TWO, new BigDecimal("4294967296"), BigDecimal.ZERO, new BigDecimal("1500"));
    }

    @ParameterizedTest
    @CsvSource({
        "2 cores, is not an amount of a resource",
        "-1, is not an amount of a resource",
        "2.., is not an amount of a resource",
        "1e5000, is not an amount of a resource",
        "0m, is zero",
        "1u, has more than three decimal places",
        "8Ei, is as much as Kubernetes can count",
        "9223372036854775807, is as much as Kubernetes can count"
    })
    void maximumsAreAmountsThatKubernetesCounts(String maximum, String problem) {
        Outcome<List<Policy>> read = read("""
                apiVersion: falconer/v1alpha1
                kind: DetectionPolicy
                metadata: {name: p}
                spec: {controls: [{kind: ResourceLimits, limits: {cpu: %s}}]}
                """.formatted(maximum));
        assertThat(read.diagnostics()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("bad-quantity");
            assertThat(error.message()).contains(problem);
        });
    }

    @Test
    void aFileMayHoldSeveralPolicies() {
        String one = "apiVersion: falconer/v1alpha1\nkind: DetectionPolicy\nmetadata: {name: %s}\n"
                + "spec: {controls: [{kind: ListeningSockets}]}\n";
        assertThat(read(one.formatted("a") + "---\n" + one.formatted("b"))
                        .value()
                        .orElseThrow())
                .extracting(Policy::name)
                .containsExactly("a", "b");
    }

    private static Outcome<List<Policy>> read(String text) {
        return PolicyReader.read(
                SourceFile.of("policy.yaml", text), Templates.builtIn().kinds());
    }
}
