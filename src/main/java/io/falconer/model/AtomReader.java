package io.falconer.model;

import io.falconer.condition.Expr;
import io.falconer.condition.Modifier;
import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.condition.Right;
import io.falconer.condition.Transformer;
import io.falconer.engine.SpecialField;
import io.falconer.field.EventSource;
import io.falconer.field.FieldCatalogue;
import io.falconer.field.FieldType;
import io.falconer.language.Automaton;
import io.falconer.language.Preimages;
import io.falconer.language.TooLarge;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.OperandType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the checks of valid conditions of one source as atoms (docs/falco.md, sections 2.3, 3.1 and 3.4). It has a reading
 * of its own of what the engine does, so that each can be held against the other.
 */
public final class AtomReader implements Atoms {
    private final EventSource source;
    private final Falco falco;
    private final Map<FieldType, Automaton> domains = new EnumMap<>(FieldType.class);

    private final boolean areUtf8;

    /** A reader of conditions of {@code source} that {@code falco} judges. */
    public AtomReader(EventSource source, Falco falco) {
        this(source, falco, false);
    }

    /**
     * A reader of conditions for certain events only.
     *
     * @param areUtf8 whether all their values are valid UTF-8
     */
    AtomReader(EventSource source, Falco falco, boolean areUtf8) {
        this.source = source;
        this.falco = falco;
        this.areUtf8 = areUtf8;
    }

    @Override
    public Atom atom(Expr.Exists exists) {
        Operand base = unchanged(exists.left());
        return new Atom(List.of(subject(base)), new Requirement.Present());
    }

    @Override
    public Atom atom(Expr.Comparison comparison) {
        Operand left = comparison.left();
        return switch (comparison.right()) {
            case Operand right ->
                new Atom(
                        List.of(subject(unchanged(left)), subject(unchanged(right))),
                        new Requirement.Opaque("a comparison of two fields"));
            case Right.Text text -> atom(comparison, List.of(text.value()));
            case Right.TextList list ->
                atom(comparison, list.items().stream().map(Right.Text::value).toList());
        };
    }

    @Override
    public Automaton domain(Subject subject) {
        return domains.computeIfAbsent(subject.type(), ValueNotation::domain);
    }

    private Atom atom(Expr.Comparison comparison, List<String> constants) {
        Operand base = unchanged(comparison.left());
        Requirement requirement;
        try {
            requirement = requirement(comparison, constants);
        } catch (Unseen e) {
            requirement = new Requirement.Opaque(e.reason());
        } catch (TooLarge e) {
            requirement = new Requirement.Opaque(e.message());
        }
        return new Atom(List.of(subject(base)), requirement);
    }

    private Requirement requirement(Expr.Comparison comparison, List<String> constants) throws TooLarge, Unseen {
        Operand operand = comparison.left();
        Operator operator = comparison.operator();
        OperandType left = OperandType.of(operand, catalogue());
        if (!(unchanged(operand) instanceof Operand.FieldRef base)) {
            throw new Unseen("a transformer");
        }
        if (base.name().endsWith("ip.name")) {
            throw new Unseen("names of hosts"); // of several names, one address can be that of each
        }
        FieldType type = OperandType.of(base, catalogue()).type();
        if (!ValueNotation.isKnown(type)) {
            throw new Unseen("values of type " + type);
        }
        Optional<SpecialField> special =
                left.type() == left.field().type() ? SpecialField.of(left.field()) : Optional.empty();
        if (special.isPresent()) {
            return special(
                    special.get(), left, comparison, constants, base.argument().isPresent());
        }
        if (left.list()) {
            Automaton element = left.terminated()
                    ? Automaton.none()
                    : new ValueSets(left, Operator.IN, falco, isUtf8(left)).of(constants, Optional.empty());
            return operator == Operator.IN ? new Requirement.All(element) : new Requirement.Some(element);
        }
        return new Requirement.One(values(left, comparison, constants));
    }

    private Requirement special(
            SpecialField field, OperandType left, Expr.Comparison comparison, List<String> constants, boolean indexed)
            throws TooLarge, Unseen {
        Operator operator = comparison.operator();
        return switch (field) {
            case ANCESTOR -> {
                Automaton set = values(left, comparison, constants);
                yield indexed ? new Requirement.One(set) : new Requirement.Some(set);
            }
            case IP, PORT, NET -> {
                boolean never = operator == Operator.INTERSECTS
                        || (operator == Operator.IN && field == SpecialField.IP)
                        || constants.isEmpty();
                if (never) {
                    yield new Requirement.Some(Automaton.none());
                }
                List<String> counted = field == SpecialField.NET ? constants.subList(0, 1) : constants;
                Automaton one = values(left, comparison, counted);
                yield operator == Operator.NE ? new Requirement.All(one) : new Requirement.Some(one);
            }
        };
    }

    /** The values of the field, before any transformer, for which a comparison holds. */
    private Automaton values(OperandType left, Expr.Comparison comparison, List<String> constants)
            throws TooLarge, Unseen {
        Optional<Modifier> modifier = comparison.modifier();
        return before(
                comparison.left(),
                new ValueSets(left, comparison.operator(), falco, isUtf8(left)).of(constants, modifier));
    }

    /** Falco's container plugin decodes what runtimes say of containers and pods, so it has no other texts. */
    private boolean isUtf8(OperandType left) {
        return areUtf8
                || left.field().name().startsWith("container.")
                || left.field().name().startsWith("k8s.");
    }

    /** The values that the transformers of {@code operand} turn into those of {@code set}. */
    private static Automaton before(Operand operand, Automaton set) throws TooLarge, Unseen {
        if (!(operand instanceof Operand.Transformed call)) {
            return set;
        }
        Automaton inner =
                switch (call.transformer()) {
                    case TOLOWER -> Preimages.ofLower(set);
                    case TOUPPER -> Preimages.ofUpper(set);
                    case BASENAME -> Preimages.ofBasename(set);
                    case B64, LEN, JOIN, CONCAT, GETOPT ->
                        throw new Unseen(call.transformer().symbol());
                };
        return before((Operand) call.arguments().getFirst(), inner);
    }

    /** The operand below the transformers that change each of its values into another one. */
    private static Operand unchanged(Operand operand) {
        return operand instanceof Operand.Transformed call
                        && keepsPresence(call.transformer())
                        && call.arguments().getFirst() instanceof Operand inner
                ? unchanged(inner)
                : operand;
    }

    private static boolean keepsPresence(Transformer transformer) {
        return switch (transformer) {
            case TOLOWER, TOUPPER, BASENAME -> true;
            case B64, LEN, JOIN, CONCAT, GETOPT -> false;
        };
    }

    private FieldCatalogue catalogue() {
        return falco.dialect().catalogue(source);
    }

    private Subject subject(Operand operand) {
        Operand key = operand.withoutSpans();
        boolean always = source == EventSource.SYSCALL
                && key instanceof Operand.FieldRef ref
                && ref.name().equals("evt.type");
        return new Subject(key, OperandType.of(operand, catalogue()).type(), always);
    }
}
