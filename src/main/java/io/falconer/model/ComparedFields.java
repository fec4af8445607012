package io.falconer.model;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.field.EventSource;
import io.falconer.field.FieldType;
import io.falconer.language.Automaton;
import io.falconer.language.Texts;
import io.falconer.language.TooLarge;
import io.falconer.ruleset.Falco;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks of conditions on any event of a source, where nothing is known but what holds for each event. Fields of audit events
 * that show the same value have one subject.
 */
public final class ComparedFields implements Atoms {
    private final EventSource source;
    private final KnownAtoms fields;
    private final Automaton exit;

    /** The checks of conditions that {@code falco} judges. */
    public ComparedFields(EventSource source, Falco falco) {
        this.source = source;
        this.fields = new KnownAtoms(new AtomReader(source, falco));
        try {
            this.exit = Texts.of(List.of("<"));
        } catch (TooLarge e) {
            throw new IllegalStateException(e.message(), e);
        }
    }

    @Override
    public Atom atom(Expr.Exists exists) {
        return same(fields.atom(exists));
    }

    @Override
    public Atom atom(Expr.Comparison comparison) {
        return same(fields.atom(comparison));
    }

    private Atom same(Atom atom) {
        return new Atom(atom.subjects().stream().map(this::same).toList(), atom.requirement());
    }

    /** {@code ka.verb} and {@code jevt.value[/verb]} are one. Every system call event that Falco sees is an exit. */
    private Subject same(Subject subject) {
        return source == EventSource.K8S_AUDIT
                ? AuditLeaves.of(subject.operand()).map(Leaf::subject).orElse(inEveryEvent(subject))
                : sameAddress(inEveryEvent(subject));
    }

    private static Subject inEveryEvent(Subject subject) {
        boolean always = subject.operand() instanceof Operand.FieldRef field && IN_EVERY_EVENT.contains(field.name());
        return always ? new Subject(subject.operand(), subject.type(), true) : subject;
    }

    /** A network field shows the address of one end of a connection, and compares it with networks. */
    private static Subject sameAddress(Subject subject) {
        return subject.operand() instanceof Operand.FieldRef field && NETWORKS.containsKey(field.name())
                ? new Subject(
                        new Operand.FieldRef(
                                Objects.requireNonNull(NETWORKS.get(field.name())), field.argument(), field.span()),
                        FieldType.IPADDR,
                        subject.always())
                : subject;
    }

    private static boolean isDirection(Subject subject) {
        return subject.operand() instanceof Operand.FieldRef field
                && field.name().equals("evt.dir");
    }

    @Override
    public Automaton domain(Subject subject) {
        return isDirection(subject) ? exit : fields.domain(subject);
    }

    /** The direction of a system call event; the time and the document of an audit event (docs/falco.md, section 6). */
    private static final Set<String> IN_EVERY_EVENT = Set.of("evt.dir", "jevt.rawtime", "jevt.obj");

    private static final Map<String, String> NETWORKS =
            Map.of("fd.snet", "fd.sip", "fd.cnet", "fd.cip", "fd.lnet", "fd.lip", "fd.rnet", "fd.rip");

    private static final Map<String, List<String>> SAMPLES = Map.ofEntries(
            Map.entry("evt.type", List.of("openat", "execve", "connect", "accept4", "unlink", "rename", "mkdir")),
            Map.entry("proc.name", List.of("cat", "app", "bash", "nginx")),
            Map.entry("proc.pname", List.of("bash", "app", "sshd")),
            Map.entry("proc.cmdline", List.of("cat /etc/shadow", "app --serve")),
            Map.entry("proc.exepath", List.of("/usr/bin/cat", "/app/server")),
            Map.entry(
                    "fd.name",
                    List.of(
                            "/etc/shadow",
                            "/tmp/data",
                            "/root/.ssh/id_rsa",
                            "/home/jane/.ssh/id_rsa",
                            "/home/jane/.ssh/config",
                            "/root/.ssh/config",
                            "/usr/bin/app",
                            "/var/lib/app/data",
                            "/dev/data")),
            Map.entry("fd.nameraw", List.of("/etc/shadow", "../../../etc/shadow")),
            Map.entry("evt.res", List.of("SUCCESS", "EACCES")),
            Map.entry("fd.directory", List.of("/etc", "/tmp")),
            Map.entry("fd.filename", List.of("shadow", "data")),
            Map.entry("fd.typechar", List.of("f", "4")),
            Map.entry("container.id", List.of("3f8c9d5e1a2b", "host")),
            Map.entry("container.name", List.of("app")),
            Map.entry(
                    "container.image.repository",
                    List.of("registry.example.com/payments/api", "docker.io/library/nginx")),
            Map.entry("k8s.ns.name", List.of("payments", "kube-system")),
            Map.entry("k8s.pod.name", List.of("api-7d9f8b6c5-x2x4q")),
            Map.entry("user.name", List.of("app", "root", "jane")),
            Map.entry("ka.req.pod.volumes.hostpath", List.of("/data")),
            Map.entry("/verb", List.of("create", "get", "update", "patch", "delete")),
            Map.entry("/user/username", List.of("jane@example.com", "system:serviceaccount:payments:api")),
            Map.entry("/objectRef/namespace", List.of("payments", "default", "kube-system")),
            Map.entry("/objectRef/resource", List.of("pods", "deployments", "configmaps")),
            Map.entry("/objectRef/name", List.of("api")),
            Map.entry("/responseStatus/code", List.of("201", "200", "403")),
            Map.entry("/stage", List.of("ResponseComplete", "RequestReceived")));

    /** Values of fields with numbers. */
    private static final Map<String, Long> NUMBERS = Map.of("proc.tty", 34816L, "proc.vpid", 7L, "user.uid", 1000L);

    /** Values that people expect, the best ones first. */
    public static List<String> samples(Subject subject) {
        if (!(subject.operand() instanceof Operand.FieldRef)) {
            return List.of();
        }
        List<String> known = known(subject);
        return subject.type().isText()
                ? known.isEmpty() ? List.of("app", "data", "1") : known
                : Stream.concat(known.stream(), ValueNotation.samples(subject.type()).stream())
                        .toList();
    }

    /** Those of {@link #samples} that are typical of this one field. */
    static List<String> known(Subject subject) {
        if (!(subject.operand() instanceof Operand.FieldRef field)) {
            return List.of();
        }
        String key = field.name().equals("jevt.value") ? field.argument().orElse("") : field.name();
        Long number = NUMBERS.get(key);
        return subject.type().isText()
                ? SAMPLES.getOrDefault(key, List.of())
                : number == null
                        ? List.of()
                        : List.of(ValueNotation.number(number, subject.type().isUnsigned()));
    }
}
