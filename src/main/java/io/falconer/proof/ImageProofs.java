package io.falconer.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.policy.AllowedImages;
import io.falconer.policy.AllowedImages.Allowance;
import io.falconer.policy.ImagePattern;
import io.falconer.policy.NamespaceMatch;
import io.falconer.policy.Policy;
import io.falconer.template.ContainerFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proves the rules of AllowedImages. */
final class ImageProofs {
    private static final String DIGEST = "@sha256:" + "0123456789abcdef".repeat(4);
    private static final String UNWANTED = "unwanted.example.com/app:1.0";

    private final Policy policy;
    private final AllowedImages control;
    private final RuleUnderProof rule;
    private final ExceptionOracle oracle;

    ImageProofs(Policy policy, AllowedImages control, RuleUnderProof rule, ExceptionOracle oracle) {
        this.policy = policy;
        this.control = control;
        this.rule = rule;
        this.oracle = oracle;
    }

    List<ProofCase> cases() {
        return switch (rule.bound().check()) {
            case "requireDigest" -> anywhere(digestFaults(), List.of(image("registry.example.com/app:1.0" + DIGEST)));
            case "denyTags" -> anywhere(tagFaults(), tagFine());
            default -> allowed();
        };
    }

    private List<ProofCase> anywhere(List<ContainerChange> faults, List<ContainerChange> fine) {
        return NamespaceSamples.judged(policy, control, List.of(), namespace -> isReported(namespace, faults))
                .map(namespace -> proofs(namespace, fine.getFirst()).everywhere(faults, fine))
                .orElse(List.of());
    }

    private List<ProofCase> allowed() {
        List<ProofCase> cases = new ArrayList<>();
        boolean everywhere = true;
        for (Allowance allowance : control.allow()) {
            Optional<String> found = NamespaceSamples.judged(
                    policy,
                    control,
                    allowance.namespaces(),
                    namespace -> NamespaceMatch.anyMatches(allowance.namespaces(), namespace)
                            && isReported(namespace, List.of(image(UNWANTED))));
            if (found.isEmpty()) {
                continue;
            }
            String namespace = found.get();
            List<ContainerChange> faults = new ArrayList<>();
            List<ContainerChange> fine = new ArrayList<>();
            for (ImagePattern pattern : allowance.images()) {
                ImageSamples.meant(pattern).forEach(reference -> fine.add(image(reference)));
                ImageSamples.alike(pattern).stream()
                        .filter(reference -> !isAllowed(namespace, reference))
                        .forEach(reference -> faults.add(image(reference)));
            }
            if (!isAllowed(namespace, UNWANTED)) {
                faults.addFirst(image(UNWANTED));
                if (!isSilencedWithoutImages()) {
                    faults.add(new ContainerChange("no image", c -> c.remove("image")));
                }
            }
            if (!faults.isEmpty() && !fine.isEmpty()) {
                PodProofs proofs = proofs(namespace, fine.getFirst());
                cases.addAll(everywhere ? proofs.everywhere(faults, fine) : proofs.more(faults, fine));
                everywhere = false;
            }
        }
        cases.addAll(withoutEntry(cases.isEmpty()));
        return cases;
    }

    /**
     * A team's exception for an image means that all images of a pod are this image, which also holds for a pod without images.
     */
    private boolean isSilencedWithoutImages() {
        return oracle.of(rule.bound()).stream()
                .anyMatch(exception -> exception.match().image().isPresent()
                        && !ExceptionOracle.exceptsContainers(exception, rule.bound()));
    }

    /**
     * A namespace that the policy applies to but no entry names may run nothing.
     *
     * @param alone whether nothing else is shown, because no image is allowed anywhere
     */
    private List<ProofCase> withoutEntry(boolean alone) {
        return NamespaceSamples.judged(
                        policy,
                        control,
                        List.of("unlisted"),
                        namespace -> control.allow().stream()
                                        .noneMatch(a -> NamespaceMatch.anyMatches(a.namespaces(), namespace))
                                && isReported(namespace, List.of(image(UNWANTED))))
                .map(namespace -> {
                    List<ContainerChange> faults = control.allow().stream()
                            .flatMap(a -> a.images().stream())
                            .map(ImageSamples::meant)
                            .filter(meant -> !meant.isEmpty())
                            .map(meant -> image(namespace, meant.getFirst()))
                            .toList();
                    PodProofs proofs = proofs(namespace, image(UNWANTED));
                    if (alone && !faults.isEmpty()) {
                        proofs.notJudged(faults.getFirst());
                    }
                    return proofs.more(faults, List.of());
                })
                .orElse(List.of());
    }

    private boolean isAllowed(String namespace, String reference) {
        return control.allow().stream()
                .filter(allowance -> NamespaceMatch.anyMatches(allowance.namespaces(), namespace))
                .flatMap(allowance -> allowance.images().stream())
                .anyMatch(pattern -> pattern.matches(reference));
    }

    private boolean isReported(String namespace, List<ContainerChange> faults) {
        ObjectNode container = ResourceProofs.compliant();
        faults.getFirst().apply().accept(container);
        ObjectNode spec = new PodSpecBuilder(container, ContainerFamily.CONTAINERS, 1).spec();
        return !oracle.excepts(rule.bound(), PodProofs.facts(namespace, Sender.of(policy), spec));
    }

    private PodProofs proofs(String namespace, ContainerChange fine) {
        ObjectNode container = ResourceProofs.compliant();
        fine.apply().accept(container);
        return new PodProofs(policy, control, rule, oracle, namespace, container);
    }

    private static ContainerChange image(String reference) {
        return new ContainerChange(
                "image " + (reference.isEmpty() ? "\"\"" : reference), c -> c.put("image", reference));
    }

    private static ContainerChange image(String namespace, String reference) {
        return new ContainerChange("image " + reference + " in namespace " + namespace, c -> c.put("image", reference));
    }

    private static List<ContainerChange> digestFaults() {
        return List.of(
                image("registry.example.com/app:1.0"),
                image("registry.example.com:5000/app"),
                image("nginx"),
                image("registry.example.com/app@sha256:0123"));
    }

    private List<ContainerChange> tagFaults() {
        List<ContainerChange> faults = new ArrayList<>();
        for (String tag : control.denyTags()) {
            faults.add(image("registry.example.com/app:" + tag));
            faults.add(image("registry.example.com:5000/app:" + tag));
            faults.add(image("registry.example.com/app:" + tag + DIGEST));
            if (tag.equals("latest")) {
                faults.addAll(List.of(
                        image("nginx"), image("registry.example.com/app"), image("registry.example.com:5000/app")));
            }
        }
        return faults;
    }

    private List<ContainerChange> tagFine() {
        List<ContainerChange> fine = new ArrayList<>(List.of(
                image("registry.example.com/app:not-" + control.denyTags().getFirst()),
                image("registry.example.com/app" + DIGEST),
                image("registry.example.com:5000/app" + DIGEST)));
        control.denyTags().forEach(tag -> fine.add(image("registry.example.com/latest/app:is-" + tag + "-not")));
        return fine;
    }
}
