package io.falconer.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.falconer.Shared;
import io.falconer.text.SourceFile;
import io.falconer.yaml.YamlNode;
import io.falconer.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Public pods labelled by Gatekeeper's own suites: our rules agree with every label, or the case is among those that
 * docs/capabilities.md lists as not to be said.
 */
class GatekeeperCorpusTest {
    private static final Path DOCUMENTED = Path.of("docs/capabilities.md");
    private static final String SAFE = "match: {image: \"safeimages.com/*\"}, reason: exempt}";

    /**
     * A constraint as one of our policies.
     *
     * @param rules those of the policy's rules that say the constraint; empty: all of them
     */
    private record Constraint(String suite, String test, String spec, Set<String> rules) {}

    private static final List<Constraint> CONSTRAINTS = List.of(
            new Constraint("general/allowedrepos", "allowed-repos", """
                    controls:
                    - {kind: AllowedImages, allow: [{images: ["openpolicyagent/*"]}]}
                    """, Set.of()),
            new Constraint("general/allowedreposv2", "allowed-reposv2", """
                    controls:
                    - kind: AllowedImages
                      allow:
                      - images: [openpolicyagent/*, myregistry.azurecr.io/*, mydockerhub/*, "ubuntu:20.14",
                          123456789123.dkr.ecr.eu-west-1.amazonaws.com/postgres]
                    """, Set.of()),
            new Constraint("general/disallowedtags", "disallowed-tags", """
                    controls: [{kind: AllowedImages, denyTags: [latest]}]
                    exceptions:
                    - {name: a, controls: [AllowedImages], match: {image: "openpolicyagent/opa-exp:latest"}, reason: exempt}
                    - {name: b, controls: [AllowedImages], match: {image: "openpolicyagent/opa-exp2:latest"}, reason: exempt}
                    """, Set.of()),
            new Constraint(
                    "general/imagedigests",
                    "container-image-must-have-digest",
                    "controls: [{kind: AllowedImages, requireDigest: true}]\n",
                    Set.of()),
            new Constraint(
                    "general/automount-serviceaccount-token",
                    "automount-serviceaccount-token",
                    "controls: [{kind: ServiceAccounts, checks: [tokenAutomount]}]\n",
                    Set.of()),
            psp("allow-privilege-escalation", "allow-privilege-escalation", "checks: [allowPrivilegeEscalation]", SAFE),
            psp("capabilities", "capabilities-baseline", "checks: [capabilities]", ""),
            new Constraint(
                    "pod-security-policy/capabilities",
                    "capabilities-restricted",
                    "controls: [{kind: WorkloadSecurity, profile: restricted}]\n",
                    Set.of("Container with capabilities that are not allowed")),
            psp("host-namespaces", "host-namespace", "checks: [hostNamespaces]", ""),
            psp("host-network-ports", "host-network-forbidden", "checks: [hostNamespaces]", ""),
            psp("privileged-containers", "privileged-containers-disallowed", "checks: [privileged]", SAFE),
            psp(
                    "read-only-root-filesystem",
                    "require-read-only-root-filesystem",
                    "checks: [readOnlyRootFilesystem]",
                    "match: {image: specialprogram}, reason: exempt}"),
            psp(
                    "read-only-root-filesystem",
                    "wildcard-prefix",
                    "checks: [readOnlyRootFilesystem]",
                    "match: {image: \"safe-images.com/*\"}, reason: exempt}"),
            psp("users", "users-and-groups-together", "checks: [runAsUser, runAsNonRoot]", ""));

    private static Constraint psp(String suite, String test, String checks, String exempt) {
        String exception =
                exempt.isEmpty() ? "" : "exceptions:\n- {name: exempt, controls: [WorkloadSecurity], " + exempt + "\n";
        return new Constraint(
                "pod-security-policy/" + suite,
                test,
                "controls: [{kind: WorkloadSecurity, " + checks + "}]\n" + exception,
                Set.of());
    }

    @TestFactory
    Stream<DynamicTest> everyCaseAgreesWithItsLabel() throws IOException {
        Path corpus = Shared.path("corpora/gatekeeper-library");
        ConfusionMatrix matrix = new ConfusionMatrix("gatekeeper-library");
        List<DynamicTest> tests = new ArrayList<>();
        Set<String> documented = documented();
        for (Constraint constraint : CONSTRAINTS) {
            Replay replay = Replay.of(constraint.spec());
            Path directory = corpus.resolve(constraint.suite());
            for (YamlNode.Mapping each : cases(directory, constraint.test())) {
                String name = constraint.suite() + "/" + constraint.test() + "/" + text(each, "name");
                if (!documented.contains(name)) {
                    tests.add(dynamicTest(name, () -> {
                        Set<String> fired = replay.firedByManifests(
                                Files.readString(directory.resolve(text(each, "object"))), Replay.SENT);
                        boolean fires = constraint.rules().isEmpty()
                                ? !fired.isEmpty()
                                : fired.stream().anyMatch(constraint.rules()::contains);
                        matrix.add(constraint.suite() + "/" + constraint.test(), name, violates(each), fires);
                        assertThat(fires).isEqualTo(violates(each));
                    }));
                }
            }
        }
        tests.add(dynamicTest("no false positive and no false negative", () -> {
            System.out.println(matrix);
            assertThat(matrix.wrong()).isEmpty();
            assertThat(matrix.violations()).isGreaterThan(30);
        }));
        return tests.stream();
    }

    @Test
    void everyCaseIsJudgedOrListedAsInexpressible() throws IOException {
        Path corpus = Shared.path("corpora/gatekeeper-library");
        Set<String> judged = CONSTRAINTS.stream()
                .map(constraint -> constraint.suite() + "/" + constraint.test())
                .collect(Collectors.toSet());
        Set<String> left = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        for (Path directory : suites(corpus)) {
            String suite = corpus.relativize(directory).toString();
            for (YamlNode.Mapping test : tests(directory)) {
                for (YamlNode.Mapping each : list(test, "cases")) {
                    String of = suite + "/" + text(test, "name");
                    all.add(of + "/" + text(each, "name"));
                    if (!judged.contains(of)) {
                        left.add(of + "/" + text(each, "name"));
                    }
                }
            }
        }
        assertThat(documented()).containsAll(left);
        assertThat(all).containsAll(documented());
    }

    private static List<Path> suites(Path corpus) throws IOException {
        try (Stream<Path> files = Files.walk(corpus)) {
            return files.filter(file -> file.endsWith("suite.yaml"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    /** The cases that the documentation lists, each in backticks at the beginning of a row. */
    private static Set<String> documented() throws IOException {
        return Files.readAllLines(DOCUMENTED).stream()
                .filter(line -> line.startsWith("| `general/") || line.startsWith("| `pod-security-policy/"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .collect(Collectors.toSet());
    }

    private static boolean violates(YamlNode.Mapping each) {
        String violations = text(list(each, "assertions").getFirst(), "violations");
        return !Set.of("no", "0").contains(violations);
    }

    private static List<YamlNode.Mapping> cases(Path directory, String test) throws IOException {
        return tests(directory).stream()
                .filter(each -> text(each, "name").equals(test))
                .flatMap(each -> list(each, "cases").stream())
                .toList();
    }

    private static List<YamlNode.Mapping> tests(Path directory) throws IOException {
        SourceFile suite = SourceFile.of("suite.yaml", Files.readString(directory.resolve("suite.yaml")));
        return list(
                (YamlNode.Mapping) YamlReader.read(suite).value().orElseThrow().getFirst(), "tests");
    }

    private static List<YamlNode.Mapping> list(YamlNode.Mapping node, String key) {
        return ((YamlNode.Sequence) node.get(key).orElseThrow())
                .items().stream().map(YamlNode.Mapping.class::cast).toList();
    }

    private static String text(YamlNode.Mapping node, String key) {
        return ((YamlNode.Scalar) node.get(key).orElseThrow()).text();
    }
}
