package io.falconer.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.policy.Policy;
import io.falconer.policy.Quantity;
import io.falconer.policy.RequiredResource;
import io.falconer.policy.ResourceLimits;
import io.falconer.template.ContainerFamily;
import io.falconer.template.PodRequestKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Proves the rules of ResourceLimits. */
final class ResourceProofs {
    private static final List<String> ZEROS = List.of("0", "0m", "0Mi", "0.0", "0e3", "000", "+0", "0.0Gi");
    private static final List<String> AMOUNTS = List.of("1", "100m", "0.5", "1e3", "10", "0.001", "128Mi", "5E");

    private final Policy policy;
    private final ResourceLimits control;
    private final RuleUnderProof rule;
    private final ExceptionOracle oracle;
    private final String section;
    private final String resource;
    private final Optional<Quantity> most;

    ResourceProofs(Policy policy, ResourceLimits control, RuleUnderProof rule, ExceptionOracle oracle) {
        this.policy = policy;
        this.control = control;
        this.rule = rule;
        this.oracle = oracle;
        String check = rule.bound().check();
        this.section = check.endsWith("Limit") ? "limits" : "requests";
        String key = check.replaceAll("(Limit|Request)$", "");
        this.resource = key.equals("ephemeralStorage") ? "ephemeral-storage" : key;
        List<RequiredResource> asked = section.equals("limits") ? control.limits() : control.requests();
        this.most = asked.stream()
                .filter(each -> each.resource().equals(resource))
                .findFirst()
                .flatMap(RequiredResource::most);
    }

    List<ProofCase> cases() {
        List<ProofCase> cases = new ArrayList<>();
        NamespaceSamples.judged(policy, control, List.of(), this::isReported).ifPresent(namespace -> {
            PodProofs proofs = new PodProofs(policy, control, rule, oracle, namespace, within());
            cases.addAll(proofs.everywhere(faults(), fine()));
            PodProofs whole = new PodProofs(policy, control, rule, oracle, namespace, within());
            PodRequestKind requestKind = rule.requestKinds().getFirst();
            whole.add(requestKind, "a value of the whole pod counts", false, podValue(amount()));
            whole.add(requestKind, "a zero of the whole pod does not count", true, podValue("0"));
            above().forEach(amount ->
                    whole.add(requestKind, "the pod's " + amount + " is above the maximum", true, podValue(amount)));
            cases.addAll(whole.cases());
        });
        return cases;
    }

    private boolean isReported(String namespace) {
        ObjectNode spec = new PodSpecBuilder(within(), ContainerFamily.CONTAINERS, 1).spec();
        return !oracle.excepts(rule.bound(), PodProofs.facts(namespace, Sender.of(policy), spec));
    }

    /** A container that has every limit and request. */
    static ObjectNode compliant() {
        ObjectNode container = JsonNodeFactory.instance.objectNode();
        container.put("image", "registry.example.com/proof/app:1.0");
        for (String each : List.of("limits", "requests")) {
            container
                    .withObject("/resources/" + each)
                    .put("cpu", "500m")
                    .put("memory", "128Mi")
                    .put("ephemeral-storage", "1Gi");
        }
        return container;
    }

    /** A container that has every limit and request, with the maximum where there is one. */
    private ObjectNode within() {
        ObjectNode container = compliant();
        section(container).put(resource, amount());
        return container;
    }

    /** An amount that is right. */
    private String amount() {
        return most.map(Quantity::text).orElse("100m");
    }

    /** Amounts above the maximum, from just above it to far above it; none without a maximum. */
    private List<String> above() {
        return most.stream()
                .flatMap(maximum -> Stream.of(
                        maximum.value().add(new BigDecimal("0.001")).toPlainString(),
                        maximum.value().multiply(BigDecimal.TEN).toPlainString(),
                        "1e19",
                        "99999999Ei"))
                .toList();
    }

    private boolean isRight(String amount) {
        return most.isEmpty()
                || Quantity.of(amount)
                                .orElseThrow()
                                .value()
                                .compareTo(most.get().value())
                        <= 0;
    }

    /** What violates the rule: the key is missing, at each level, or its value is zero or above the maximum. */
    List<ContainerChange> faults() {
        List<ContainerChange> faults = new ArrayList<>();
        faults.add(new ContainerChange(
                "no " + resource + " in " + section, c -> section(c).remove(resource)));
        faults.add(new ContainerChange(
                "no " + section, c -> c.withObject("/resources").remove(section)));
        faults.add(new ContainerChange("no resources", c -> c.remove("resources")));
        for (String zero : ZEROS) {
            faults.add(new ContainerChange(
                    resource + " is \"" + zero + "\"", c -> section(c).put(resource, zero)));
        }
        for (String amount : above()) {
            faults.add(new ContainerChange(
                    resource + " is \"" + amount + "\"", c -> section(c).put(resource, amount)));
        }
        faults.add(new ContainerChange(resource + " is 0", c -> section(c).put(resource, 0)));
        faults.add(new ContainerChange(resource + " is null", c -> section(c).putNull(resource)));
        return faults;
    }

    private List<ContainerChange> fine() {
        List<ContainerChange> fine = new ArrayList<>();
        for (String amount : AMOUNTS.stream().filter(this::isRight).toList()) {
            fine.add(new ContainerChange(
                    resource + " is \"" + amount + "\"", c -> section(c).put(resource, amount)));
        }
        if (isRight("1")) {
            fine.add(new ContainerChange(resource + " is 1", c -> section(c).put(resource, 1)));
        }
        return fine;
    }

    private ObjectNode podValue(String value) {
        ObjectNode spec = new PodSpecBuilder(within(), ContainerFamily.CONTAINERS, 1)
                .change(ContainerFamily.CONTAINERS, 0, faults().getFirst())
                .spec();
        spec.withObject("/resources/" + section).put(resource, value);
        return spec;
    }

    private ObjectNode section(JsonNode container) {
        return container.withObject("/resources/" + section);
    }
}
