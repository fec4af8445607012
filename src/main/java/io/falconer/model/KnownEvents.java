package io.falconer.model;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.field.EventSource;
import io.falconer.field.EventTypes;
import io.falconer.field.FieldType;
import io.falconer.language.Automaton;
import io.falconer.language.Products;
import io.falconer.language.Texts;
import io.falconer.language.TooLarge;
import io.falconer.ruleset.Falco;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks of conditions on events as Falco gets them: system calls as {@link SystemCalls} knows them, and audit events with what
 * Kubernetes requires of each one (the type Event of audit.k8s.io/v1).
 */
public final class KnownEvents implements Atoms {
    private static final Set<String> IN_EVERY_EVENT = Set.of(
            "evt.num",
            "/kind",
            "/apiVersion",
            "/level",
            "/auditID",
            "/stage",
            "/verb",
            "/requestURI",
            "/user/username");

    private static final Set<String> GIVEN = Set.of("evt.num", "jevt.rawtime");

    /** What almost every event has that a rule about it can fire on. */
    private static final Set<String> EXPECTED = Set.of(
            "proc.name",
            "proc.cmdline",
            "proc.exepath",
            "user.name",
            "fd.name",
            "container.image.repository",
            "k8s.ns.name",
            "ka.req.pod.containers.image",
            "ka.req.pod.containers.image.repository",
            "/objectRef/resource",
            "/objectRef/namespace",
            "/objectRef/name",
            "/responseStatus/code");

    private final EventSource source;
    private final ComparedFields fields;
    private final SystemCalls calls;
    private final Map<String, Automaton> domains;
    private final Map<FieldType, Automaton> numbers;

    /** The checks of conditions that {@code falco} judges. */
    public KnownEvents(EventSource source, Falco falco) {
        this.source = source;
        this.fields = new ComparedFields(source, falco);
        this.calls = new SystemCalls(falco);
        try {
            this.domains = domains(falco);
            this.numbers = ValueNotation.narrow();
        } catch (TooLarge e) {
            throw new IllegalStateException(e.message(), e);
        }
    }

    private static Map<String, Automaton> domains(Falco falco) throws TooLarge {
        Automaton numbers = ValueNotation.domain(FieldType.UINT64);
        Automaton zero = ValueNotation.numbers(List.of(0), FieldType.UINT64);
        return Map.of(
                "evt.type",
                Texts.of(EventTypes.of(falco.dialect().schema()).names().stream()
                        .sorted()
                        .toList()),
                "evt.num", // counts from 1 (docs/falco.md, section 6.6)
                Products.intersection(numbers, zero.complement()),
                "jevt.rawtime", // no request was made in 1970
                Patterns.language("[1-9][0-9]*"),
                "/stage",
                Texts.of(List.of("RequestReceived", "ResponseStarted", "ResponseComplete", "Panic")),
                "/level",
                Texts.of(List.of("Metadata", "Request", "RequestResponse")));
    }

    @Override
    public Atom atom(Expr.Exists exists) {
        return always(fields.atom(exists));
    }

    @Override
    public Atom atom(Expr.Comparison comparison) {
        return always(fields.atom(comparison));
    }

    /** What a check of a condition looks at. */
    public List<Subject> subjects(Expr check) {
        return switch (check) {
            case Expr.Exists exists -> atom(exists).subjects();
            case Expr.Comparison comparison -> atom(comparison).subjects();
            case Expr.And and ->
                and.operands().stream().flatMap(each -> subjects(each).stream()).toList();
            case Expr.Or or ->
                or.operands().stream().flatMap(each -> subjects(each).stream()).toList();
            case Expr.Not not -> subjects(not.operand());
            case Expr.MacroRef macro -> List.of();
        };
    }

    private static Atom always(Atom atom) {
        return new Atom(atom.subjects().stream().map(KnownEvents::always).toList(), atom.requirement());
    }

    private static Subject always(Subject subject) {
        return IN_EVERY_EVENT.contains(pointer(subject))
                ? new Subject(subject.operand(), subject.type(), true)
                : subject;
    }

    private static String pointer(Subject subject) {
        return subject.operand() instanceof Operand.FieldRef field
                ? field.argument()
                        .filter(path -> field.name().equals("jevt.value"))
                        .orElse(field.name())
                : "";
    }

    @Override
    public Automaton domain(Subject subject) {
        Automaton known = domains.get(pointer(subject));
        return known != null ? known : source == EventSource.SYSCALL ? call(subject) : fields.domain(subject);
    }

    /** What is known of the images of containers, and of numbers with fewer bits than others. */
    private Automaton call(Subject subject) {
        Automaton narrow = numbers.get(subject.type());
        return narrow != null
                ? narrow
                : pointer(subject).startsWith("container.image") ? calls.domain(subject) : fields.domain(subject);
    }

    /** How the fields of system calls among {@code subjects} depend on each other. */
    public List<Statement> axioms(Collection<Subject> subjects) {
        return source == EventSource.SYSCALL
                ? SystemCalls.axioms(subjects.stream()
                        .flatMap(subject -> SystemCalls.field(subject).stream())
                        .toList())
                : List.of();
    }

    /** Values that people expect, the best ones first. */
    public List<String> samples(Subject subject) {
        Stream<String> typical = source == EventSource.K8S_AUDIT
                ? AuditPlace.of(subject.operand())
                        .map(place -> new Leaf(place.pointer(0)))
                        .map(leaf -> LeafPlaces.type(leaf).samples())
                        .orElse(List.of())
                        .stream()
                : SystemCalls.samples(subject).stream();
        return Stream.of(ComparedFields.known(subject).stream(), typical, ComparedFields.samples(subject).stream())
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    /** Whether Falco gives each event a value of its own, so that an example needs none. */
    public boolean isGiven(Subject subject) {
        return GIVEN.contains(pointer(subject));
    }

    /** What every audit event has, and reads well. */
    public List<Subject> required() {
        return source == EventSource.K8S_AUDIT
                ? Stream.of("/user/username", "/verb")
                        .map(pointer -> always(new Leaf(pointer).subject()))
                        .toList()
                : List.of();
    }

    /** What an event should have to look like those that Falco sees. */
    public List<Subject> expected(Collection<Subject> subjects) {
        return subjects.stream()
                .filter(subject -> EXPECTED.contains(pointer(subject)))
                .toList();
    }
}
