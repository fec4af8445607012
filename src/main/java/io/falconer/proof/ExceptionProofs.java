package io.falconer.proof;

import io.falconer.policy.AllowedImages;
import io.falconer.policy.Control;
import io.falconer.policy.ImagePattern;
import io.falconer.policy.ListeningSockets;
import io.falconer.policy.NamespaceMatch;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyException;
import io.falconer.policy.ResourceLimits;
import io.falconer.policy.TemplateControl;
import io.falconer.template.RuleSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proves the exceptions from a rule: what they silence, and that they silence nothing else. */
public final class ExceptionProofs {
    /** An image that no policy names. */
    static final String UNWANTED = "unwanted.example.com/app:latest";

    private final Policy policy;
    private final Control control;
    private final RuleUnderProof rule;
    private final ExceptionOracle oracle;
    private final List<ProofCase> cases = new ArrayList<>();

    ExceptionProofs(Policy policy, Control control, RuleUnderProof rule, ExceptionOracle oracle) {
        this.policy = policy;
        this.control = control;
        this.rule = rule;
        this.oracle = oracle;
    }

    List<ProofCase> cases() {
        for (PolicyException exception : oracle.of(rule.bound())) {
            Optional<String> namespace = namespace(policy, control, exception);
            Optional<String> elsewhere = NamespaceSamples.judged(
                    policy,
                    control,
                    List.of(),
                    name -> !reaches(exception, name) && !NamespaceSamples.isOfControlPlane(rule.bound(), name));
            namespace
                    .filter(name -> !NamespaceSamples.isOfControlPlane(rule.bound(), name))
                    .ifPresent(name -> cases.addAll(cases(exception, name, elsewhere)));
        }
        return List.copyOf(cases);
    }

    private List<ProofCase> cases(PolicyException exception, String namespace, Optional<String> elsewhere) {
        return switch (control) {
            case ListeningSockets sockets ->
                new SocketExceptionProofs(sockets, rule, oracle).cases(exception, namespace, elsewhere);
            case TemplateControl template
            when rule.bound().judged() != RuleSubject.PODS ->
                new EventExceptionProofs(policy, rule, oracle).cases(exception, namespace, elsewhere);
            case TemplateControl template -> pods(exception, namespace, elsewhere);
            case ResourceLimits limits -> pods(exception, namespace, elsewhere);
            case AllowedImages images -> pods(exception, namespace, elsewhere);
        };
    }

    private List<ProofCase> pods(PolicyException exception, String namespace, Optional<String> elsewhere) {
        return new PodExceptionProofs(policy, control, rule, oracle).cases(exception, namespace, elsewhere);
    }

    /** An image that the pattern matches. */
    static String sample(ImagePattern image) {
        return ImageSamples.meant(image).getFirst();
    }

    /** A namespace that the control applies to and the exception covers. */
    public static Optional<String> namespace(Policy policy, Control control, PolicyException exception) {
        List<String> globs =
                new ArrayList<>(exception.match().namespace().stream().toList());
        exception.team().ifPresent(team -> globs.addAll(team.namespaces()));
        return NamespaceSamples.judged(policy, control, globs, name -> reaches(exception, name));
    }

    private static boolean reaches(PolicyException exception, String namespace) {
        return exception
                        .team()
                        .map(t -> NamespaceMatch.anyMatches(t.namespaces(), namespace))
                        .orElse(true)
                && exception
                        .match()
                        .namespace()
                        .map(glob -> NamespaceMatch.anyMatches(List.of(glob), namespace))
                        .orElse(true);
    }
}
