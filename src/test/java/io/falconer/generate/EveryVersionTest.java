package io.falconer.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.lint.UnreliableFields;
import io.falconer.ruleset.DefinitionFinder;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.Version;
import io.falconer.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated rules are right in every version of Falco that their requirement allows: all kinds, profiles, views, exceptions. */
class EveryVersionTest {
    private static final Pattern REQUIRED = Pattern.compile("(?m)^- required_engine_version: (.*)$");

    private static final List<String> OF_PODS = List.of(
            "image: nginx", "user: bob, image: \"quay.io/a/*\"", "namespace: a, user: bob", "serviceAccount: app");
    private static final List<String> OF_CALLS =
            List.of("image: nginx", "process: x", "namespace: a", "process: x, namespace: a, image: nginx");
    private static final List<String> OF_OBJECTS = List.of("user: bob", "namespace: a, user: bob");

    /** A control and the exceptions that it may have. */
    private record Case(String control, List<String> matches) {
        String policy(String view, String targets) {
            StringBuilder exceptions = new StringBuilder();
            String kind = control.replaceAll(".*kind: ([A-Za-z]+).*", "$1");
            for (String match : matches) {
                for (String team : List.of("", ", team: t")) {
                    exceptions.append("- {name: e%d, controls: [%s], match: {%s}, reason: r%s}\n"
                            .formatted(exceptions.length(), kind, match, team));
                }
            }
            return """
                    view: %s
                    targets: [%s]
                    maxContainers: 3
                    match: {namespaces: [a, b, "c-*"], excludeNamespaces: [kube-system]}
                    controls: [%s]
                    teams: [{name: t, namespaces: [a]}]
                    exceptions:
                    %s""".formatted(view, targets, control, exceptions);
        }
    }

    static Stream<String> policies() {
        List<Case> cases = new ArrayList<>();
        Stream.of(
                        "{kind: WorkloadSecurity, profile: k01}",
                        "{kind: WorkloadSecurity, profile: baseline}",
                        "{kind: WorkloadSecurity, profile: restricted}",
                        "{kind: ResourceLimits, limits: [cpu, memory, ephemeral-storage], requests: [cpu]}",
                        "{kind: ResourceLimits, limits: {cpu: 2, memory: 4Gi}}",
                        "{kind: AllowedImages, requireDigest: true, denyTags: [latest], allow: "
                                + "[{images: [nginx, \"docker.io/*\"]}, {namespaces: [a, \"b*\"], images: [redis]}]}",
                        "{kind: RuntimeClass, required: [gvisor, \"a b\"], images: [nginx, \"docker.io/*\"]}",
                        "{kind: ServiceAccounts, checks: [tokenAutomount, defaultServiceAccount]}")
                .forEach(control -> cases.add(new Case(control, OF_PODS)));
        Stream.of(
                        "{kind: ServiceAccounts, checks: [privilegedBinding, forbiddenRequest]}",
                        "{kind: RuntimeClass, handlers: [runsc]}",
                        "{kind: ProtectedObjects, resources: [limitranges, networkpolicies]}")
                .forEach(control -> cases.add(new Case(control, OF_OBJECTS)));
        Stream.of(
                        "{kind: TokenAccess, allow: [{process: agent}, {image: nginx}]}",
                        "{kind: ListeningSockets, containersOnly: true, allow: [{process: nginx, ports: [80]}]}",
                        "{kind: ListeningSockets, containersOnly: false, allow: [{namespace: a, image: nginx}]}")
                .forEach(control -> cases.add(new Case(control, OF_CALLS)));
        return cases.stream().flatMap(each -> Stream.of("request", "admitted")
                .flatMap(view -> Stream.of("pods", "pods, workloads").map(targets -> each.policy(view, targets))));
    }

    /** The required engine is the lowest of the matrix: no older one was recorded. */
    @ParameterizedTest
    @MethodSource("policies")
    void theyLoadAndNoFieldIsUnreliableAndTheyRequireTheLowestEngineThatIsRight(String policy) {
        Bundle bundle = Bundles.of(policy);
        assertThat(bundle.rules()).isNotEmpty().allSatisfy(file -> assertThat(required(file.text()))
                .isEqualTo(Falco.V0_42_1.engine()));
        for (Falco falco : Falco.ALL) {
            LoadedRules loaded = LoadedRules.of(
                    bundle.rulesFiles().stream().map(file -> SourceFile.of(file.path(), file.text())),
                    Emulation.of(falco),
                    DefinitionFinder.NOWHERE);
            assertThat(loaded.results()).as(falco.release()).allMatch(LoadResult::successful);
            assertThat(loaded.rules().rules()).as(falco.release()).allSatisfy(rule -> assertThat(
                            UnreliableFields.of(rule, falco))
                    .isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ka.verb exists                                                              | 0.57.0
            jevt.value[/a] exists and not jevt.value[/a] = x and jevt.value[/b] = y     | 0.57.0
            jevt.value[/a] exists and jevt.value[/b] = y and not jevt.value[/a] = x     | 0.62.0
            jevt.value[/a] startswith "" and jevt.value[/b] = y and jevt.value[/a] != x | 0.57.0
            ka.req.volume.hostpath[/a] = true                                           | 0.58.0
            ka.verb = oneof (get, list)                                                 | 0.62.0
            ka.verb = "\\x41"                                                           | 0.63.0
            """)
    void whatRaisesTheRequiredEngine(String condition, String engine) {
        assertThat(RequiredEngine.of("""
                - rule: r
                  desc: d
                  condition: %s
                  output: o
                  priority: INFO
                  source: k8s_audit
                """.formatted(condition)).version()).hasToString(engine);
    }

    private static Version required(String rules) {
        Matcher matcher = REQUIRED.matcher(rules);
        assertThat(matcher.find()).isTrue();
        return Version.of(matcher.group(1)).orElseThrow();
    }
}
