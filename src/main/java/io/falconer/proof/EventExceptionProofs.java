package io.falconer.proof;

import io.falconer.policy.ExceptionMatch;
import io.falconer.policy.ImagePattern;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyException;
import io.falconer.template.RuleSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proves the exceptions from a template's rule about requests or system calls. */
final class EventExceptionProofs {
    private final Policy policy;
    private final RuleUnderProof rule;
    private final ExceptionOracle oracle;
    private final List<ProofCase> cases = new ArrayList<>();

    EventExceptionProofs(Policy policy, RuleUnderProof rule, ExceptionOracle oracle) {
        this.policy = policy;
        this.rule = rule;
        this.oracle = oracle;
    }

    List<ProofCase> cases(PolicyException exception, String namespace, Optional<String> elsewhere) {
        String title = "exception " + exception.name() + ": ";
        ExampleEvent.violation(policy, rule.bound(), namespace).ifPresent(event -> {
            add(title + "silenced", matching(exception.match(), event));
            add(title + "another user", matching(exception.match(), event).by("mallory"));
        });
        elsewhere.ifPresent(name -> ExampleEvent.violation(policy, rule.bound(), name)
                .ifPresent(event -> add(title + "namespace " + name, matching(exception.match(), event))));
        return List.copyOf(cases);
    }

    private ExampleEvent matching(ExceptionMatch match, ExampleEvent event) {
        ExampleEvent with = event;
        if (rule.bound().judged() == RuleSubject.ACCOUNTS
                && match.serviceAccount().isPresent()) {
            String namespace = event.facts().namespace().orElse("default");
            with = with.by(ExampleEvent.ACCOUNT + namespace + ":"
                    + match.serviceAccount().get());
        }
        if (match.user().isPresent()) {
            with = with.by(match.user().get());
        }
        if (match.process().isPresent()) {
            with = with.with("proc.name", match.process().get());
        }
        if (match.image().isPresent()) {
            ImagePattern image = match.image().get();
            with = with.with("container.image", ExceptionProofs.sample(image))
                    .with("container.image.repository", ImageSamples.repository(ExceptionProofs.sample(image)));
        }
        return with;
    }

    /** Another user's event does not always violate the rule: for example, only an account makes an account's request. */
    private void add(String what, ExampleEvent event) {
        boolean account = event.json().path("user").path("username").asText().startsWith(ExampleEvent.ACCOUNT);
        if (rule.bound().judged() != RuleSubject.ACCOUNTS || account) {
            boolean fires = !oracle.excepts(rule.bound(), event.facts());
            cases.add(
                    new ProofCase(rule.name(), what, fires, List.of(event.json().toString())));
        }
    }
}
