package io.falconer.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.field.EventSource;
import io.falconer.lint.Findings;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.KnownPlugin;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.RuleLoader;
import io.falconer.ruleset.Version;
import io.falconer.template.Templates;
import io.falconer.text.Diagnostic;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every generated file loads in a Falco that has the plugins of its source only, and all load in one that has all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // three tests look at the same bundles
class FilesOfEachSourceTest {
    private static final Pattern PLUGIN = Pattern.compile("( +)- name: (\\S+)\n +version: (\\S+)\n");

    private static final List<String> CONTROLS = List.of(
            "{kind: ResourceLimits, limits: [cpu, memory, ephemeral-storage], requests: [cpu]}",
            "{kind: AllowedImages, requireDigest: true, denyTags: [latest], allow: [{images: [\"docker.io/*\"]}]}",
            "{kind: ListeningSockets, allow: [{image: nginx, process: nginx, ports: [80]}]}",
            "{kind: ListeningSockets, containersOnly: false}",
            "{kind: WorkloadSecurity, profile: k01}",
            "{kind: WorkloadSecurity, profile: baseline, checks: [readOnlyRootFilesystem]}",
            "{kind: WorkloadSecurity, profile: restricted}",
            "{kind: RuntimeClass, required: [gvisor], images: [nginx], handlers: [runsc]}",
            "{kind: ServiceAccounts}",
            "{kind: TokenAccess}",
            "{kind: ProtectedObjects, resources: [limitranges]}");
    private static final String WHOLE = """
            - {kind: ResourceLimits, limits: [memory]}
            - {kind: AllowedImages, denyTags: [latest]}
            - {kind: ListeningSockets}
            - {kind: TokenAccess}
            - {kind: ServiceAccounts}
            """;

    private final Map<String, List<Bundle>> known = new HashMap<>();

    /** Every kind, profile and view; both sources in one policy; the quick start, the start of a repository, the golden ones. */
    static List<String> policies() throws IOException {
        List<String> policies = new ArrayList<>();
        for (String view : List.of("request", "admitted")) {
            for (String control : CONTROLS) {
                policies.add(policy("p" + policies.size(), view, "- " + control));
            }
            policies.add(policy("p" + policies.size(), view, WHOLE));
        }
        policies.add(Files.readString(Path.of("fixtures/quickstart/policy.yaml")));
        policies.add(Files.readString(Path.of("src/main/resources/init/policy.yaml")));
        try (Stream<Path> golden = Files.list(Path.of("src/test/golden/generate"))) {
            for (Path each : golden.sorted().toList()) {
                if (!each.endsWith("quickstart")) { // a copy of the fixture
                    policies.add(Files.readString(each.resolve("policy.yaml")));
                }
            }
        }
        return policies;
    }

    private static String policy(String name, String view, String controls) {
        return """
                apiVersion: falconer/v1alpha1
                kind: DetectionPolicy
                metadata: {name: %s}
                spec:
                  view: %s
                  maxContainers: 2
                  targets: [pods, workloads]
                  controls:
                %s
                  teams: [{name: t, namespaces: [a]}]
                  exceptions:
                  - {name: e, team: t, controls: [%s], match: {namespace: a}, reason: r}
                """.formatted(
                        name,
                        view,
                        controls.indent(2).stripTrailing(),
                        controls.lines()
                                .map(line -> line.replaceAll(".*kind: (\\w+).*", "$1"))
                                .collect(Collectors.joining(", ")));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void eachLoadsWithThePluginsOfItsSourceAndNoOthers(String policy) {
        for (Bundle bundle : bundles(policy)) {
            Map<EventSource, List<GeneratedFile>> files = bySource(bundle);
            assertThat(files.values().stream().mapToInt(List::size).sum())
                    .isEqualTo(bundle.rulesFiles().size());
            files.forEach((source, own) -> {
                List<Map<String, Version>> falcos = falcos(own);
                assertThat(falcos.stream().flatMap(each -> each.keySet().stream()))
                        .as("the plugins of " + source)
                        .containsAll(KnownPlugin.providing(source).stream()
                                .map(KnownPlugin::id)
                                .toList());
                falcos.forEach(plugins -> loads(own, Falco.NEWEST, plugins));
                Falco.ALL.forEach(falco -> loads(own, falco, falcos.getFirst()));
                own.forEach(file ->
                        assertThat(falcos(List.of(file))).as(file.path()).isEqualTo(falcos));
            });
        }
    }

    /** The files of a bundle are joined, because a loader compiles everything again with each file. */
    @Test
    void allLoadTogetherWhereAllPluginsAre() throws IOException {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        int files = 0;
        for (String policy : policies()) {
            for (Bundle bundle : bundles(policy)) {
                String rules =
                        bundle.rulesFiles().stream().map(GeneratedFile::text).collect(Collectors.joining("\n"));
                loads(new GeneratedFile("rules.yaml", rules), loader);
                files += bundle.rulesFiles().size();
            }
        }
        assertThat(files).isGreaterThan(50);
        assertThat(Findings.of(loader.loaded())).extracting(Diagnostic::code).doesNotContain("defined-twice");
    }

    @Test
    void aRuleOfTheOtherSourceWouldBeRefused() {
        Bundle bundle = bundles(policy("p", "request", WHOLE)).getFirst();
        Map<EventSource, List<GeneratedFile>> files = bySource(bundle);
        assertThat(files.keySet()).containsExactlyInAnyOrder(EventSource.values());
        files.forEach((source, own) -> files.forEach((other, others) -> {
            if (source != other) {
                String foreign = others.getFirst().text();
                String rule = foreign.substring(foreign.indexOf("\n- rule: "));
                GeneratedFile mixed =
                        new GeneratedFile("mixed.yaml", own.getFirst().text() + rule);
                assertThat(isClean(load(mixed, loader(Falco.NEWEST, falcos(own).getFirst()))))
                        .as(source + " with a rule of " + other)
                        .isFalse();
            }
        }));
    }

    @Test
    void theNameOfAFileSaysItsSource() {
        Bundle bundle = bundles(policy("p", "request", WHOLE)).getFirst();
        assertThat(bundle.rulesFiles())
                .extracting(GeneratedFile::path)
                .containsExactly(
                        "rules/p_k8s_audit_rules.yaml",
                        "rules/p_syscall_rules.yaml",
                        "rules/p_exceptions/t_k8s_audit_rules.yaml",
                        "rules/p_exceptions/t_syscall_rules.yaml");
        assertThat(bundle.replacing("rules/p_rules.yaml"))
                .containsExactly("rules/p_k8s_audit_rules.yaml", "rules/p_syscall_rules.yaml");
        assertThat(bundle.replacing("rules/p_exceptions/t_rules.yaml"))
                .containsExactly(
                        "rules/p_exceptions/t_k8s_audit_rules.yaml", "rules/p_exceptions/t_syscall_rules.yaml");
        assertThat(bundle.replacing("rules/p_syscall_rules.yaml")).isEmpty();
    }

    /** What the chart of Falco 0.42 to 0.44 installs for audit logs. */
    @ParameterizedTest
    @MethodSource("policies")
    void noRuleNeedsMoreThanTheChartInstalls(String policy) {
        Map<String, Version> chart = Map.of("k8saudit", new Version(0, 16, 0), "json", new Version(0, 7, 0));
        for (Bundle bundle : bundles(policy)) {
            Optional.ofNullable(bySource(bundle).get(EventSource.K8S_AUDIT))
                    .ifPresent(files -> loads(files, Falco.V0_42_1, chart));
        }
    }

    private static Map<EventSource, List<GeneratedFile>> bySource(Bundle bundle) {
        Map<EventSource, List<GeneratedFile>> files = new TreeMap<>();
        for (EventSource source : EventSource.values()) {
            List<GeneratedFile> own = bundle.rulesFiles().stream()
                    .filter(file -> file.path().endsWith("_" + source.id() + "_rules.yaml"))
                    .toList();
            if (!own.isEmpty()) {
                files.put(source, own);
            }
        }
        return files;
    }

    /** For each alternative, a Falco that has it in exactly the required version, and nothing that is not required. */
    private static List<Map<String, Version>> falcos(List<GeneratedFile> files) {
        List<List<Map.Entry<String, Version>>> required = new ArrayList<>();
        PLUGIN.matcher(files.getFirst().text()).results().forEach(plugin -> {
            if (plugin.group(1).length() == 4) {
                required.add(new ArrayList<>());
            }
            required.getLast()
                    .add(Map.entry(plugin.group(2), Version.of(plugin.group(3)).orElseThrow()));
        });
        List<Map<String, Version>> falcos = new ArrayList<>();
        for (List<Map.Entry<String, Version>> alternatives : required) {
            for (Map.Entry<String, Version> one : alternatives) {
                Map<String, Version> plugins = new HashMap<>();
                required.forEach(others -> plugins.put(
                        others.getFirst().getKey(), others.getFirst().getValue()));
                plugins.remove(alternatives.getFirst().getKey());
                plugins.put(one.getKey(), one.getValue());
                falcos.add(plugins);
            }
        }
        return falcos;
    }

    private static void loads(List<GeneratedFile> files, Falco falco, Map<String, Version> plugins) {
        RuleLoader loader = loader(falco, plugins);
        files.forEach(file -> loads(file, loader));
    }

    private static void loads(GeneratedFile file, RuleLoader loader) {
        LoadResult result = load(file, loader);
        assertThat(isClean(result))
                .as(file.path() + " in " + loader.emulation() + ": " + result)
                .isTrue();
    }

    private static boolean isClean(LoadResult result) {
        return result.errors().isEmpty()
                && result.warnings().isEmpty()
                && result.pluginError().isEmpty();
    }

    private static LoadResult load(GeneratedFile file, RuleLoader loader) {
        return loader.load(SourceFile.of(file.path(), file.text()));
    }

    private static RuleLoader loader(Falco falco, Map<String, Version> plugins) {
        return new RuleLoader(new Emulation(falco, falco.engine(), plugins));
    }

    private List<Bundle> bundles(String policy) {
        return known.computeIfAbsent(policy, FilesOfEachSourceTest::generated);
    }

    private static List<Bundle> generated(String policy) {
        var bundles = new PolicyFiles(Templates.builtIn(), LocalDate.of(2026, 1, 1))
                .bundles(List.of(SourceFile.of("policy.yaml", policy)));
        return bundles.value().orElseThrow(() -> new AssertionError(bundles.diagnostics()));
    }
}
