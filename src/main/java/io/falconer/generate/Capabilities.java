package io.falconer.generate;

import io.falconer.generate.Capability.Exactness;
import io.falconer.generate.Capability.Note;
import io.falconer.policy.AllowedImages;
import io.falconer.policy.Control;
import io.falconer.policy.ListeningSockets;
import io.falconer.policy.NamespaceMatch;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyException;
import io.falconer.policy.ResourceAsk;
import io.falconer.policy.ResourceLimits;
import io.falconer.policy.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How exactly the rules of a policy say what it means. */
final class Capabilities {
    private final Policy policy;

    private Capabilities(Policy policy) {
        this.policy = policy;
    }

    static List<Capability> of(Policy policy, List<PolicyException> holding) {
        Capabilities capabilities = new Capabilities(policy);
        List<Capability> all = new ArrayList<>();
        for (Control control : policy.controls()) {
            for (String check : control.checks()) {
                all.add(capabilities.check(control, check, holding));
            }
            if (control instanceof ResourceLimits limits) {
                all.addAll(ceilings(limits));
            }
        }
        return all;
    }

    private Capability check(Control control, String check, List<PolicyException> holding) {
        boolean imageExcepted = holding.stream()
                .anyMatch(e -> e.covers(control.kind(), check)
                        && e.team().isPresent()
                        && e.match().image().isPresent());
        return switch (control) {
            case ResourceLimits limits -> pods(control, check, imageExcepted);
            case AllowedImages images -> pods(control, check, imageExcepted);
            case ListeningSockets sockets -> sockets(sockets, check);
        };
    }

    private Capability pods(Control control, String check, boolean imageExcepted) {
        List<Note> notes = new ArrayList<>();
        if (imageExcepted) {
            notes.add(new Note(
                    "a team's exception for an image holds for pods that run no other image",
                    Optional.of("an exception without a team, which is said container by container")));
        }
        if (policy.view() == View.REQUEST && control instanceof ResourceLimits) {
            notes.add(new Note(
                    "what the client sent is judged, without the defaults of a LimitRange",
                    Optional.of("view: admitted judges the defaults too; it needs audit level RequestResponse")));
        }
        notes.add(new Note(
                "a pod with more than " + policy.maxContainers()
                        + " containers of a kind fires the overflow rule instead",
                Optional.of("a higher maxContainers")));
        return new Capability(control.kind(), check, imageExcepted ? Exactness.OVER : Exactness.EXACT, notes);
    }

    private Capability sockets(ListeningSockets sockets, String check) {
        List<Note> notes = new ArrayList<>();
        boolean narrowed = Stream.of(policy.match(), sockets.scope().match())
                .map(NamespaceMatch::include)
                .anyMatch(include -> !include.isEmpty());
        if (narrowed) {
            notes.add(new Note(
                    "a process whose namespace Falco does not know is judged as if it were in a judged one",
                    Optional.of("judge all namespaces")));
        }
        notes.add(new Note("a process's name is what it calls itself, 15 bytes of it", Optional.empty()));
        return new Capability(sockets.kind(), check, narrowed ? Exactness.OVER : Exactness.EXACT, notes);
    }

    private static List<Capability> ceilings(ResourceLimits limits) {
        return Stream.concat(
                        limits.limits().stream().map(ask -> ceiling(limits, ask, "limit")),
                        limits.requests().stream().map(ask -> ceiling(limits, ask, "request")))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Capability> ceiling(ResourceLimits limits, ResourceAsk ask, String what) {
        return ask.ceiling()
                .map(most -> new Capability(
                        limits.kind(),
                        ask.resource() + " " + what + " of at most " + most,
                        Exactness.INEXPRESSIBLE,
                        List.of(new Note(
                                "no Falco condition compares quantities",
                                Optional.of("a LimitRange or an admission policy")))));
    }
}
