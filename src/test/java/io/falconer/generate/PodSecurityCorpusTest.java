package io.falconer.generate;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Shared;
import io.falconer.event.Event;
import io.falconer.event.manifest.AuditView;
import io.falconer.ruleset.Falco;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Labelled pods through {@code event}, {@code generate} and {@code replay}. A {@code pass} pod fires nothing; a
 * {@code fail} pod fires the rule of the check that its file is named after, and no other but those listed here. The same
 * holds in every version of Falco.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // both corpora meet the same rules
class PodSecurityCorpusTest {
    /** The rules by the names that Kubernetes gives the checks in the names of its files. */
    private static final Map<String, String> RULES = Map.ofEntries(
            entry("allowprivilegeescalation", "Container may gain privileges"),
            entry("apparmorprofile", "AppArmor profile that is not allowed"),
            entry("capabilities_baseline", "Container with capabilities that are not allowed"),
            entry("capabilities_restricted", "Container with capabilities that are not allowed"),
            entry("capabilities", "Container with capabilities that are not allowed"),
            entry("hostnamespaces", "Pod in a namespace of the host"),
            entry("hostpathvolumes", "Volume of the host"),
            entry("hostports", "Container with a port of the host"),
            entry("hostprobesandhostlifecycle", "Probe or hook of another host"),
            entry("privileged", "Privileged container"),
            entry("procmount", "Container with an unmasked /proc"),
            entry("procmount_restricted", "Container with an unmasked /proc"),
            entry("restrictedvolumes", "Volume of a type that is not allowed"),
            entry("runasnonroot", "Container may run as root"),
            entry("runasuser", "Container with user 0"),
            entry("seccompprofile_baseline", "Seccomp profile that is not allowed"),
            entry("seccompprofile_restricted", "Seccomp profile that is not allowed"),
            entry("seccompprofile", "Seccomp profile that is not allowed"),
            entry("selinuxoptions", "SELinux options that are not allowed"),
            entry("sysctls", "Sysctl that is not safe"),
            entry("windowshostprocess", "HostProcess container"));

    private static final String HOST_NETWORK = RULES.get("hostnamespaces");

    /** The rules of a profile and a view in each version of Falco. */
    private final Map<String, Map<Falco, Replay>> replays = new HashMap<>();

    /** Pods that break a second check, by the beginning of their names: why. */
    private static Optional<String> second(String profile, String name, String pod) {
        if (name.startsWith("windowshostprocess")) {
            return Optional.of(HOST_NETWORK); // a HostProcess pod must be in the host's network
        }
        if (profile.equals("restricted") && name.startsWith("hostpathvolumes")) {
            return Optional.of(RULES.get("restrictedvolumes")); // restricted does not allow hostPath either
        }
        if (name.startsWith("restrictedvolumes") && pod.contains("hostPath:")) {
            return Optional.of(RULES.get("hostpathvolumes")); // one of the types is hostPath
        }
        if (profile.equals("restricted") && name.startsWith("privileged")) {
            return Optional.of(RULES.get("allowprivilegeescalation")); // the API takes no other privileged container
        }
        if (name.equals("allowprivilegeescalation3.yaml")) {
            return Optional.of(RULES.get("capabilities")); // its container says nothing at all, so it drops none either
        }
        return Optional.empty();
    }

    @ParameterizedTest
    @CsvSource({"baseline,REQUEST", "baseline,ADMITTED", "restricted,REQUEST", "restricted,ADMITTED"})
    void everyPublicPodAgreesWithItsLabel(String profile, AuditView view) throws IOException {
        Path corpus = Shared.path("corpora/pod-security/" + profile);
        for (ConfusionMatrix matrix : judge(corpus, profile, view)) {
            System.out.println(matrix);
            assertThat(matrix.wrong()).isEmpty();
            assertThat(matrix.violations()).isGreaterThan(30);
        }
    }

    @ParameterizedTest
    @CsvSource({"baseline,REQUEST", "baseline,ADMITTED", "restricted,REQUEST", "restricted,ADMITTED"})
    void ourOwnPodsAgreeWithTheirLabels(String profile, AuditView view) throws IOException {
        for (ConfusionMatrix matrix : judge(Path.of("src/test/corpus/" + profile), profile, view)) {
            System.out.println(matrix);
            assertThat(matrix.wrong()).isEmpty();
            assertThat(matrix.violations()).isGreaterThanOrEqualTo(12);
        }
    }

    @Test
    void aMatrixNamesThePodsOnWhichAControlIsWrong() {
        ConfusionMatrix matrix = new ConfusionMatrix("twins");
        matrix.add("a", "missed", true, false);
        matrix.add("a", "alarmed", false, true);
        matrix.add("a", "seen", true, true);
        assertThat(matrix.wrong()).containsExactly("silent: a on missed", "fired: a on alarmed");
    }

    /** The verdicts of each version of Falco. */
    private Collection<ConfusionMatrix> judge(Path corpus, String profile, AuditView view) throws IOException {
        Map<Replay, ConfusionMatrix> versions = new LinkedHashMap<>();
        replays(profile, view.name().toLowerCase(Locale.ROOT))
                .forEach((falco, replay) -> versions.put(
                        replay, new ConfusionMatrix(profile + ", view " + view + ", Falco " + falco.release())));
        Set<String> controls = Set.copyOf(RULES.values());
        for (String label : List.of("pass", "fail")) {
            for (Path file : files(corpus.resolve(label))) {
                String pod = Files.readString(file);
                String name = file.getFileName().toString().replaceAll("[0-9]*\\.yaml$", "");
                for (String manifest : List.of(pod, deployment(pod))) {
                    List<Event> events = Replay.events(manifest, Replay.SENT.withView(view));
                    versions.forEach((replay, matrix) -> {
                        Set<String> fired = replay.firedBy(events);
                        for (String control : controls) {
                            boolean violates = label.equals("fail")
                                    && (control.equals(RULES.get(name))
                                            || second(
                                                            profile,
                                                            file.getFileName().toString(),
                                                            pod)
                                                    .filter(control::equals)
                                                    .isPresent());
                            matrix.add(control, corpus.relativize(file).toString(), violates, fired.contains(control));
                        }
                    });
                }
            }
        }
        return versions.values();
    }

    private Map<Falco, Replay> replays(String profile, String view) {
        String policy = """
                view: %s
                targets: [pods, workloads]
                controls:
                - {kind: WorkloadSecurity, profile: %s}
                """.formatted(view, profile);
        return replays.computeIfAbsent(policy, unknown -> {
            Bundle bundle = Bundles.of(policy);
            Map<Falco, Replay> versions = new LinkedHashMap<>();
            Falco.ALL.forEach(falco -> versions.put(falco, Replay.of(bundle, falco)));
            return versions;
        });
    }

    /** A Deployment of the pod: its template fires what the pod fires. */
    private static String deployment(String pod) {
        String template = pod.substring(pod.indexOf("metadata:")).indent(4);
        return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec:\n"
                + "  selector: {matchLabels: {a: b}}\n  template:\n" + template;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
