package io.falconer.verify;

import io.falconer.condition.Operand;
import io.falconer.engine.Engine;
import io.falconer.event.Event;
import io.falconer.event.reader.EventReader;
import io.falconer.field.EventSource;
import io.falconer.language.Automaton;
import io.falconer.lint.UnreliableFields;
import io.falconer.logic.Deadline;
import io.falconer.logic.Formula;
import io.falconer.model.AcceptedRequests;
import io.falconer.model.AuditDocument;
import io.falconer.model.DocumentAtoms;
import io.falconer.model.Leaf;
import io.falconer.model.ObjectTexts;
import io.falconer.model.Statement;
import io.falconer.model.Subject;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Proves that rules of {@code k8s_audit} fire on exactly what a statement says, for all events of accepted requests, or finds
 * an event that shows the difference. The engine judges each event before it counts.
 */
public final class MeaningProofs {
    /** Teams, their images and their exceptions depend on it. */
    private static final Subject NAMESPACE =
            Leaf.ROOT.at("objectRef", "namespace").subject();

    /** No image, whatever a pattern of images matches. */
    private static final String NO_IMAGE = "";

    private final Engine engine;
    private final Falco falco;
    private final Deadline deadline;
    private final AcceptedRequests requests;
    private final ObjectTexts texts = new ObjectTexts();
    private final Conditions none;

    /**
     * Proofs about rules that an engine runs.
     *
     * @param engine gives an alert for each rule that matches
     * @param deadline when to give up
     */
    public MeaningProofs(Engine engine, Falco falco, Deadline deadline) {
        this(engine, falco, deadline, new AcceptedRequests());
    }

    private MeaningProofs(Engine engine, Falco falco, Deadline deadline, AcceptedRequests requests) {
        this(engine, falco, deadline, requests, new Conditions(new DocumentAtoms(falco, requests), deadline));
    }

    private MeaningProofs(Engine engine, Falco falco, Deadline deadline, AcceptedRequests requests, Conditions none) {
        this.engine = engine;
        this.falco = falco;
        this.deadline = deadline;
        this.requests = requests;
        this.none = none;
    }

    /** Proofs about rules that another engine runs. What is known of values stays. */
    public MeaningProofs with(Engine other) {
        return new MeaningProofs(other, falco, deadline, requests, none);
    }

    /** The two ways in which a rule can differ from a statement. */
    private enum Difference {
        OVER,
        UNDER
    }

    /**
     * What to prove, and what is known of it.
     *
     * @param instead rules that may fire in its place
     * @param conditions the conditions of all these rules
     * @param leaves what they look at
     * @param axioms what is true of all documents
     * @param usual what holds for the texts of most objects, but not of all: it helps to find events, and proves nothing
     */
    private record Claim(
            Rule rule,
            Statement meaning,
            List<Rule> instead,
            Conditions conditions,
            List<Leaf> leaves,
            List<Statement> axioms,
            List<Formula> usual) {}

    /**
     * Whether {@code rule} fires on exactly the events of which {@code meaning} is true. Where one of {@code instead} fires, it
     * may stay silent.
     */
    public Decision decide(Rule rule, Statement meaning, List<Rule> instead) {
        if (rule.source() != EventSource.K8S_AUDIT) {
            return Decision.open("it does not look at audit events");
        }
        if (Stream.concat(Stream.of(rule), instead.stream())
                .anyMatch(each -> !UnreliableFields.of(each, falco).isEmpty())) {
            return Decision.open("this Falco may read wrong values for the rule");
        }
        if (deadline.isOver()) {
            return Decision.open(deadline.reason());
        }
        Conditions conditions = none.empty(); // what one rule takes from another is less than it has to carry
        Formula fires = conditions.formula(rule.condition());
        Formula forbidden = conditions.formula(meaning);
        List<Formula> missed = new ArrayList<>(List.of(forbidden, Formula.not(fires)));
        instead.forEach(other -> missed.add(Formula.not(conditions.formula(other.condition()))));
        List<Leaf> leaves = leaves(conditions);
        List<Statement> axioms = new ArrayList<>(requests.axioms(leaves));
        List<Formula> usual = new ArrayList<>();
        for (ObjectTexts.Images images : texts.of(compared(conditions), leaves)) {
            axioms.add(images.axiom());
            usual.add(conditions.formula(images.converse()));
        }
        axioms.forEach(axiom -> conditions.require(conditions.formula(axiom)));
        Claim claim = new Claim(rule, meaning, instead, conditions, leaves, axioms, usual);
        return new Decision(
                side(claim, Difference.OVER, List.of(fires, Formula.not(forbidden))),
                side(claim, Difference.UNDER, missed));
    }

    private static List<Leaf> leaves(Conditions conditions) {
        return conditions.subjects().stream()
                .flatMap(subject -> Leaf.of(subject).stream())
                .toList();
    }

    private static Map<Leaf, Set<Automaton>> compared(Conditions conditions) {
        Map<Leaf, Set<Automaton>> compared = new LinkedHashMap<>();
        conditions.sets().forEach((subject, sets) -> Leaf.of(subject).ifPresent(leaf -> compared.put(leaf, sets)));
        return compared;
    }

    private Decision.Side side(Claim claim, Difference difference, List<Formula> formulas) {
        return switch (claim.conditions().together(formulas, NAMESPACE)) {
            case Conditions.Impossible impossible -> new Decision.Never();
            case Conditions.Undecided undecided -> new Decision.Open(undecided.reason());
            case Conditions.Possible possible -> {
                Map<Subject, Conditions.Witness> witness = witness(claim, formulas, possible);
                yield shown(claim, difference, witness, List.of())
                        .or(() -> usual(claim, difference, formulas))
                        .or(() -> unusual(claim, difference, witness))
                        .<Decision.Side>map(Decision.Shown::new)
                        .orElseGet(() -> new Decision.Open(unseen(witness)));
            }
        };
    }

    private Map<Subject, Conditions.Witness> witness(
            Claim claim, List<Formula> formulas, Conditions.Possible possible) {
        return claim.conditions().witness(formulas, possible.truth(), subject -> Leaf.of(subject)
                .map(requests::samples)
                .orElse(List.of()));
    }

    /** An event whose objects contain nothing that looks like an image and is none; empty if none shows the difference. */
    private Optional<String> usual(Claim claim, Difference difference, List<Formula> formulas) {
        List<Formula> all = new ArrayList<>(formulas);
        all.addAll(claim.usual());
        return !claim.usual().isEmpty()
                        && claim.conditions().together(all, NAMESPACE) instanceof Conditions.Possible possible
                ? shown(claim, difference, witness(claim, all, possible), List.of())
                : Optional.empty();
    }

    /** An event whose objects contain something that looks like an image and is none; empty if it shows no difference. */
    private Optional<String> unusual(Claim claim, Difference difference, Map<Subject, Conditions.Witness> witness) {
        return claim.usual().isEmpty()
                ? Optional.empty()
                : shown(claim, difference, witness, ObjectTexts.lookalikes(claim.leaves()));
    }

    /**
     * The smallest event that an assignment leads to; empty if the replay does not show the difference.
     *
     * @param others leaves of objects that are there, which nothing is known of
     */
    private Optional<String> shown(
            Claim claim, Difference difference, Map<Subject, Conditions.Witness> witness, List<Leaf> others) {
        SequencedMap<Leaf, Optional<String>> present = new LinkedHashMap<>();
        Set<Leaf> absent = new TreeSet<>();
        witness.forEach((subject, value) -> Leaf.of(subject).ifPresent(leaf -> {
            if (value.present()) {
                present.put(leaf, value.text());
            } else {
                absent.add(leaf);
            }
        }));
        others.stream()
                .filter(leaf -> present.keySet().stream().anyMatch(known -> isBeside(known, leaf)))
                .toList()
                .forEach(leaf -> present.put(leaf, Optional.of(NO_IMAGE)));
        return AuditDocument.of(present, absent)
                .filter(document -> shows(claim, difference, document))
                .map(document -> smallest(claim, difference, document).line());
    }

    /** Whether a leaf is in the pod that {@code other} would be in. */
    private static boolean isBeside(Leaf leaf, Leaf other) {
        return other.parent().flatMap(Leaf::parent).filter(leaf::isInside).isPresent();
    }

    /** Leaves out what the difference does not need, as long as there is time. */
    private AuditDocument smallest(Claim claim, Difference difference, AuditDocument document) {
        AuditDocument smallest = document;
        for (Leaf leaf : document.leaves().reversed()) {
            if (deadline.isOver()) {
                break;
            }
            AuditDocument smaller = smallest.without(leaf);
            if (shows(claim, difference, smaller)) {
                smallest = smaller;
            }
        }
        return smallest;
    }

    private boolean shows(Claim claim, Difference difference, AuditDocument document) {
        List<Event> events = new EventReader().read("counterexample", document.line());
        boolean fires = engine.fires(claim.rule(), events);
        Map<Leaf, Optional<String>> known = new HashMap<>();
        Function<Leaf, Optional<String>> values = leaf -> known.computeIfAbsent(leaf, document::text);
        boolean forbidden = claim.meaning().holds(values);
        if (!isAccepted(claim, values)) {
            return false;
        }
        return switch (difference) {
            case OVER -> fires && !forbidden;
            case UNDER ->
                !fires && forbidden && claim.instead().stream().noneMatch(other -> engine.fires(other, events));
        };
    }

    /** Whether it is a document of an accepted request, as far as anything looks at it. */
    private boolean isAccepted(Claim claim, Function<Leaf, Optional<String>> values) {
        return claim.axioms().stream().allMatch(axiom -> axiom.holds(values))
                && claim.leaves().stream().allMatch(leaf -> values.apply(leaf)
                        .filter(text -> !requests.domain(leaf).accepts(text))
                        .isEmpty());
    }

    /** What keeps the model from knowing the event: a value that others are inside of, or that is not a leaf. */
    private static String unseen(Map<Subject, Conditions.Witness> witness) {
        List<Leaf> leaves = witness.keySet().stream()
                .flatMap(subject -> Leaf.of(subject).stream())
                .toList();
        for (Map.Entry<Subject, Conditions.Witness> entry : witness.entrySet()) {
            Optional<Leaf> leaf = Leaf.of(entry.getKey());
            boolean hasContent =
                    leaf.stream().anyMatch(outer -> leaves.stream().anyMatch(inner -> inner.isInside(outer)));
            if (hasContent && entry.getValue().isCompared()) {
                return "the condition compares the JSON text of " + leaf.get();
            }
            if (leaf.isEmpty() && entry.getKey().operand() instanceof Operand.FieldRef field) {
                return "the condition reads " + field.name();
            }
        }
        return "the event that should show a difference does not";
    }
}
