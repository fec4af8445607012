package io.falconer.proof;

import io.falconer.policy.ListeningSockets;
import io.falconer.policy.ListeningSockets.Listener;
import io.falconer.policy.NamespaceMatch;
import io.falconer.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proves the rule of ListeningSockets. */
final class SocketProofs {
    private static final int OTHER_PORT = 4444;

    private final Policy policy;
    private final ListeningSockets control;
    private final RuleUnderProof rule;
    private final ExceptionOracle oracle;
    private final List<ProofCase> cases = new ArrayList<>();

    SocketProofs(Policy policy, ListeningSockets control, RuleUnderProof rule, ExceptionOracle oracle) {
        this.policy = policy;
        this.control = control;
        this.rule = rule;
        this.oracle = oracle;
    }

    List<ProofCase> cases() {
        for (Listener listener : control.allow()) {
            expected(listener).ifPresent(call -> {
                around(call);
                listener.image().stream()
                        .flatMap(image -> ImageSamples.meant(image).stream())
                        .forEach(image -> add("image " + image, call.image(Optional.of(image))));
                listener.image().stream()
                        .flatMap(image -> ImageSamples.alike(image).stream())
                        .forEach(image -> add("image " + image, call.image(Optional.of(image))));
                listener.ports().forEach(port -> add("port " + port, call.port(port)));
            });
        }
        unexpected().ifPresent(this::around);
        return cases.stream().distinct().toList();
    }

    /** A call that the listener allows. */
    private Optional<SocketCall> expected(Listener listener) {
        List<String> globs = listener.namespace().stream().toList();
        return NamespaceSamples.judged(
                        policy, control, globs, name -> globs.isEmpty() || NamespaceMatch.anyMatches(globs, name))
                .map(namespace -> stranger(namespace)
                        .image(listener.image()
                                .map(image -> ImageSamples.meant(image).getFirst())
                                .or(() -> Optional.of("unwanted.example.com/app:1.0")))
                        .process(listener.process().orElse("proof"))
                        .port(
                                listener.ports().isEmpty()
                                        ? OTHER_PORT
                                        : listener.ports().getFirst()));
    }

    private Optional<SocketCall> unexpected() {
        return NamespaceSamples.judged(
                        policy,
                        control,
                        List.of(),
                        name -> !isExpected(stranger(name))
                                && !oracle.excepts(rule.bound(), stranger(name).facts()))
                .map(SocketProofs::stranger);
    }

    private static SocketCall stranger(String namespace) {
        return new SocketCall(
                "listen",
                Optional.of(namespace),
                Optional.of("unwanted.example.com/app:1.0"),
                "proof",
                OTHER_PORT,
                "root",
                '4',
                0,
                false);
    }

    /** The call, and every change that makes it a different call. */
    private void around(SocketCall call) {
        for (String type : List.of("listen", "accept", "accept4")) {
            add(type, call.type(type));
        }
        add("IPv6", call.fdType('6'));
        add("another process", call.process("other"));
        add("another image", call.image(Optional.of("other.example.com/app:1.0")));
        add("another port", call.port(OTHER_PORT + 1));
        add("namespace elsewhere", call.namespace(Optional.of("elsewhere")));
        NamespaceSamples.outside(policy, control)
                .ifPresent(name -> add("namespace " + name, call.namespace(Optional.of(name))));
        add("namespace not known", call.namespace(Optional.empty()));
        add("image not known", call.image(Optional.empty()));
        add("bind instead of listen", call.type("bind"));
        add("unix socket", call.fdType('u'));
        add("failed call", call.result(-22));
        add("process of the host", call.onHost());
    }

    private void add(String what, SocketCall call) {
        boolean counts = List.of("listen", "accept", "accept4").contains(call.type())
                && call.result() >= 0
                && call.fdType() != 'u'
                && !(call.host() && control.containersOnly())
                && isJudged(call);
        boolean fires = counts && !isExpected(call) && !oracle.excepts(rule.bound(), call.facts());
        String described = what + ": " + call.process() + " of "
                + call.image().filter(i -> !i.isEmpty()).orElse("no known image") + " in "
                + call.namespace().orElse("no known namespace") + ", " + call.type() + " on port " + call.port();
        cases.add(new ProofCase(rule.name(), described, fires, List.of(call.event())));
    }

    /** The policy may apply to a namespace that is unknown. */
    private boolean isJudged(SocketCall call) {
        return call.namespace()
                .map(name ->
                        policy.match().matches(name) && control.scope().match().matches(name))
                .orElse(true);
    }

    private boolean isExpected(SocketCall call) {
        return control.allow().stream().anyMatch(listener -> isExpected(listener, call));
    }

    private static boolean isExpected(Listener listener, SocketCall call) {
        boolean namespace = listener.namespace()
                .map(glob -> glob.equals("*")
                        || call.namespace()
                                .filter(name -> NamespaceMatch.anyMatches(List.of(glob), name))
                                .isPresent())
                .orElse(true);
        boolean image = listener.image()
                .map(pattern -> call.image().filter(pattern::matches).isPresent())
                .orElse(true);
        return namespace
                && image
                && listener.process().map(call.process()::equals).orElse(true)
                && (listener.ports().isEmpty() || listener.ports().contains(call.port()));
    }
}
