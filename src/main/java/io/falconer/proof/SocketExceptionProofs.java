package io.falconer.proof;

import io.falconer.policy.ExceptionMatch;
import io.falconer.policy.ListeningSockets;
import io.falconer.policy.PolicyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proves the exceptions from the rule of ListeningSockets. */
final class SocketExceptionProofs {
    private final ListeningSockets control;
    private final RuleUnderProof rule;
    private final ExceptionOracle oracle;
    private final List<ProofCase> cases = new ArrayList<>();

    SocketExceptionProofs(ListeningSockets control, RuleUnderProof rule, ExceptionOracle oracle) {
        this.control = control;
        this.rule = rule;
        this.oracle = oracle;
    }

    List<ProofCase> cases(PolicyException exception, String namespace, Optional<String> elsewhere) {
        ExceptionMatch match = exception.match();
        SocketCall call = new SocketCall(
                "listen",
                Optional.of(namespace),
                Optional.of(match.image().map(ExceptionProofs::sample).orElse(ExceptionProofs.UNWANTED)),
                match.process().orElse("proof"),
                4444,
                match.user().orElse("root"),
                '4',
                0,
                false);
        String title = "exception " + exception.name() + ": ";
        silent(title + "silenced", call);
        if (control.allow().isEmpty()) {
            elsewhere.ifPresent(name -> any(title + "namespace " + name, call.namespace(Optional.of(name))));
            match.image()
                    .ifPresent(i -> any(title + "another image", call.image(Optional.of(ExceptionProofs.UNWANTED))));
            match.process().ifPresent(p -> any(title + "another process", call.process("other")));
            match.user().ifPresent(u -> any(title + "another user", call.user("mallory")));
        }
        return List.copyOf(cases);
    }

    private void silent(String what, SocketCall call) {
        cases.add(new ProofCase(rule.name(), what, false, List.of(call.event())));
    }

    private void any(String what, SocketCall call) {
        boolean fires = !oracle.excepts(rule.bound(), call.facts());
        cases.add(new ProofCase(rule.name(), what, fires, List.of(call.event())));
    }
}
