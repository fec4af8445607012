package io.falconer.model;

import io.falconer.condition.Expr;
import io.falconer.field.EventSource;
import io.falconer.language.Automaton;
import io.falconer.language.Products;
import io.falconer.language.Texts;
import io.falconer.language.TooLarge;
import io.falconer.ruleset.Falco;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the fields of every system call that Falco's drivers report, and the checks on them. What is not known is
 * free. The tests hold each fact against recorded events.
 */
public final class SystemCalls implements Atoms {
    private static final Leaf IMAGE = Leaf.ofField("container.image");
    private static final Leaf REPOSITORY = Leaf.ofField("container.image.repository");
    private static final Map<String, List<String>> SAMPLES = Map.ofEntries(
            Map.entry("container.id", List.of("0123456789ab", "host")),
            Map.entry("container.image", List.of("docker.io/library/nginx:1.27", "registry.example.com/app:1.0", "")),
            Map.entry("container.image.repository", List.of("docker.io/library/nginx", "registry.example.com/app", "")),
            Map.entry("evt.type", List.of("listen", "openat", "execve")),
            Map.entry(
                    "fd.name",
                    List.of("/etc/hosts", "/var/run/secrets/kubernetes.io/serviceaccount/token", "0.0.0.0:8080")),
            Map.entry("fd.typechar", List.of("4", "f", "6")),
            Map.entry("k8s.ns.name", List.of("payments", "default", "staging", "kube-system")),
            Map.entry("proc.name", List.of("app", "nginx", "sh")),
            Map.entry("user.name", List.of("root", "app")));

    private final Atoms reader;
    private final Map<Leaf, Automaton> domains = new HashMap<>();

    /** The checks of conditions that {@code falco} judges. */
    public SystemCalls(Falco falco) {
        this.reader = new KnownAtoms(new AtomReader(EventSource.SYSCALL, falco));
        try {
            Automaton none = Texts.of(List.of("")); // of processes of the host (docs/falco.md, section 7.4)
            domains.put(IMAGE, Products.union(none, ImageReferences.all()));
            domains.put(REPOSITORY, Products.union(none, ImageReferences.names()));
        } catch (TooLarge e) {
            throw new IllegalStateException(e.message(), e);
        }
    }

    @Override
    public Atom atom(Expr.Exists exists) {
        return reader.atom(exists);
    }

    @Override
    public Atom atom(Expr.Comparison comparison) {
        return reader.atom(comparison);
    }

    /** Runtimes run images by references, which the container plugin cuts into their parts. */
    @Override
    public Automaton domain(Subject subject) {
        return Leaf.ofField(subject).map(domains::get).orElseGet(() -> reader.domain(subject));
    }

    /** Values that people expect, the best ones first. */
    public static List<String> samples(Subject subject) {
        return field(subject)
                .map(leaf -> SAMPLES.getOrDefault(leaf.pointer(), List.of()))
                .orElse(List.of());
    }

    /** The field that a check looks at; empty if it shows several values, or something made of one. */
    public static Optional<Leaf> field(Subject subject) {
        return Leaf.ofField(subject);
    }

    /**
     * How these fields depend on each other. A descriptor belongs to a process, and of each process Falco knows whether it runs
     * in a container (docs/falco.md, sections 7.3 and 7.4).
     */
    public static List<Statement> axioms(Collection<Leaf> fields) {
        Statement container = new Statement.Present(Leaf.ofField("container.id"));
        return fields.stream()
                .filter(field ->
                        field.pointer().startsWith("fd.") || field.pointer().startsWith("proc."))
                .map(field -> Statement.any(Statement.not(new Statement.Present(field)), container))
                .toList();
    }
}
