package io.falconer.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.engine.RulesInForce;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyReader;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.suite.ClaimProofs;
import io.falconer.suite.PolicyProof;
import io.falconer.suite.ProofRunner;
import io.falconer.suite.RuleDecision;
import io.falconer.suite.RuleProof;
import io.falconer.template.Templates;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Of every valid policy each rule is tested, or a warning says why it cannot be. */
class RandomPoliciesTest {
    private static final Templates TEMPLATES = Templates.builtIn();
    /** One of so many policies is decided for all events. */
    private static final int DECIDED = 8;

    private static final int ROUNDS = Integer.getInteger("falconer.policies", 40);

    private Random random = new Random(0);

    @RepeatedTest(4)
    void areProvenOrWarnedOf(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition() * 1_000_003L);
        Map<String, String> silent = new TreeMap<>();
        int proven = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String text = policy();
            Outcome<List<Policy>> read = PolicyReader.read(SourceFile.of("policy.yaml", text), TEMPLATES.kinds());
            if (read.value().isEmpty()) {
                continue;
            }
            Outcome<Bundle> made =
                    Generator.generate(read.value().get().getFirst(), TEMPLATES, LocalDate.of(2026, 1, 1));
            if (made.value().isEmpty()) {
                assertThat(made.diagnostics()).as(text).allMatch(d -> d.location()
                        .isPresent());
                continue;
            }
            Bundle bundle = made.value().get();
            RulesInForce rules = new LoadedBundles(Emulation.DEFAULT, List.of(bundle))
                    .load(bundle)
                    .value()
                    .orElseThrow(() -> new AssertionError(text));
            Outcome<PolicyProof> replayed =
                    new ProofRunner(() -> {}).prove(bundle.policy(), "policy.yaml", rules, bundle.proofs());
            if (i % DECIDED == 0) {
                new ClaimProofs(rules, Falco.NEWEST, () -> false)
                        .decide(bundle.claims())
                        .forEach((rule, decision) -> {
                            assertThat(decision.reasons()).as(text + rule).isEmpty();
                            assertThat(decision.counterexamples())
                                    .as(text + rule)
                                    .allMatch(RuleDecision.Counterexample::announced);
                        });
            }
            PolicyProof proof = replayed.value().orElseThrow(() -> new AssertionError(text + replayed.diagnostics()));
            boolean warned = made.diagnostics().stream().map(Diagnostic::code).anyMatch("judges-nothing"::equals);
            for (RuleProof rule : proof.rules()) {
                assertThat(rule.observations())
                        .as(text + rule.rule())
                        .filteredOn(seen -> !seen.holds())
                        .isEmpty();
                if (rule.verdict() == RuleProof.Verdict.UNTESTED && !warned) {
                    silent.put(rule.rule(), text);
                } else {
                    proven++;
                }
            }
        }
        assertThat(silent).isEmpty();
        assertThat(proven).isGreaterThan(ROUNDS / 2);
    }

    private String policy() {
        List<String> kinds = new ArrayList<>();
        List<String> controls = new ArrayList<>();
        IntStream.rangeClosed(0, random.nextInt(2)).forEach(i -> control(kinds, controls));
        return """
                apiVersion: falconer/v1alpha1
                kind: DetectionPolicy
                metadata: {name: p}
                spec:
                  maxContainers: %d
                  view: %s
                  targets: [%s]
                  %s
                  controls:
                %s
                  teams: [{name: t, namespaces: %s}]
                %s
                """.formatted(
                        1 + random.nextInt(4),
                        one("request", "admitted"),
                        one("pods", "pods, workloads", "workloads"),
                        sometimes("match: " + match()),
                        controls.stream().map(c -> "  - " + c).collect(Collectors.joining("\n")),
                        globs(),
                        exceptions(kinds));
    }

    private void control(List<String> kinds, List<String> controls) {
        String kind = one(
                "ResourceLimits",
                "AllowedImages",
                "ListeningSockets",
                "WorkloadSecurity",
                "RuntimeClass",
                "ServiceAccounts",
                "TokenAccess",
                "ProtectedObjects");
        if (kinds.contains(kind)) {
            return;
        }
        kinds.add(kind);
        String arguments =
                switch (kind) {
                    case "ResourceLimits" ->
                        one(
                                "limits: [memory]",
                                "limits: [cpu, {memory: 1.5Gi}]",
                                "requests: [cpu], limits: [ephemeral-storage]");
                    case "AllowedImages" ->
                        one(
                                "allow: [" + allowance() + "]",
                                "allow: [" + allowance() + ", " + allowance() + "]",
                                "requireDigest: true",
                                "denyTags: " + one("[latest]", "[dev, latest]", "[\"1.0\"]"),
                                "requireDigest: true, denyTags: [latest], allow: [" + allowance() + "]");
                    case "ListeningSockets" ->
                        one(
                                "containersOnly: " + one("true", "false"),
                                "allow: [" + listener() + "]",
                                "containersOnly: false, allow: [" + listener() + ", " + listener() + "]");
                    case "WorkloadSecurity" -> one("profile: k01", "profile: baseline", "profile: restricted");
                    case "RuntimeClass" ->
                        one(
                                "required: [gvisor]",
                                "required: [gvisor, kata], images: " + images(),
                                "required: [\"\u00e9 a\"], images: " + images(),
                                "handlers: [runsc]",
                                "handlers: [\"a b\"], required: [x], images: " + images());
                    case "ServiceAccounts" ->
                        one(
                                "checks: [tokenAutomount]",
                                "checks: [privilegedBinding], privilegedRoles: [admin]",
                                "checks: [defaultServiceAccount, tokenAutomount, privilegedBinding, forbiddenRequest]");
                    case "TokenAccess" ->
                        one(
                                "allow: [{process: agent}]",
                                "allow: [{image: " + image() + "}]",
                                "allow: [{namespace: " + glob() + "}]",
                                "allow: [{namespace: " + glob() + ", image: " + image() + ", process: p}]");
                    default -> one("resources: [limitranges]", "resources: [limitranges, networkpolicies]");
                };
        controls.add("{kind: " + kind + ", " + arguments + sometimes(", match: " + match()) + "}");
    }

    private String exceptions(List<String> kinds) {
        if (random.nextInt(3) == 0) {
            return "";
        }
        StringBuilder text = new StringBuilder("  exceptions:\n");
        for (int i = 0; i <= random.nextInt(3); i++) {
            String match = one(
                    "user: bob",
                    "image: " + image(),
                    "namespace: " + glob(),
                    "serviceAccount: app",
                    "process: x",
                    "user: bob, image: " + image(),
                    "namespace: " + glob() + ", user: jane@example.com");
            text.append("  - {name: e")
                    .append(i)
                    .append(", controls: [")
                    .append(kinds.get(random.nextInt(kinds.size())))
                    .append("], reason: r, match: {")
                    .append(match)
                    .append("}")
                    .append(sometimes(", team: t"))
                    .append("}\n");
        }
        return text.toString();
    }

    private String allowance() {
        return "{" + sometimes("namespaces: " + globs() + ", ") + "images: " + images() + "}";
    }

    private String listener() {
        return one(
                "{process: nginx}",
                "{ports: [80, 443]}",
                "{namespace: " + glob() + "}",
                "{image: " + repository() + "}",
                "{process: nginx, ports: [80], namespace: " + glob() + ", image: " + repository() + "}");
    }

    private String match() {
        return one(
                "{namespaces: " + globs() + "}",
                "{excludeNamespaces: " + globs() + "}",
                "{namespaces: " + globs() + ", excludeNamespaces: " + globs() + "}");
    }

    private String globs() {
        return one("[" + glob() + "]", "[" + glob() + ", " + glob() + "]");
    }

    private String glob() {
        return one(
                "default",
                "payments",
                "\"*\"",
                "\"team-*\"",
                "\"?\"",
                "\"[a-c]x\"",
                "kube-system",
                "\"*-prod\"",
                "\"[!a]*\"");
    }

    private String images() {
        return one("[" + image() + "]", "[" + image() + ", " + image() + "]");
    }

    private String image() {
        return one(
                repository(),
                "\"nginx:1.27\"",
                "\"quay.io/a/b:1\"",
                "\"localhost:5000/x@sha256:" + "0123456789abcdef".repeat(4) + "\"",
                "\"nginx:1.27@sha256:" + "0123456789abcdef".repeat(4) + "\"");
    }

    private String repository() {
        return one(
                "nginx",
                "\"docker.io/*\"",
                "\"library/*\"",
                "quay.io/a/b",
                "\"quay.io/*\"",
                "\"registry.example.com:5000/a/*\"",
                "\"localhost/*\"",
                "bitnami/redis");
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String sometimes(String text) {
        return random.nextInt(3) == 0 ? text : "";
    }
}
