package io.falconer.ruleset;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operand.FieldRef;
import io.falconer.condition.Right;
import io.falconer.condition.TransformerArgument;
import io.falconer.field.ValueBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds comparisons that read another value than that of their field in a Falco with {@link RunTrait#STALE_VALUES}: the field
 * was read first by {@code exists}, which keeps no copy of its value, and something else was read into the same
 * {@link ValueBuffer} before the comparison. Falco keeps what it has read and decided only while it tries one rule on one
 * event.
 *
 * <p>It follows every path through the condition that {@code and} and {@code or} allow, and assumes that each check may hold or
 * fail.
 */
public final class StaleReads {
    /**
     * One such comparison.
     *
     * @param looked the place where {@code exists} reads the field first
     * @param between what is read into the same memory after that
     * @param compared the comparison
     */
    public record StaleRead(Expr.Exists looked, Operand between, Expr.Comparison compared) {}

    /** A value in memory that the next read overwrites or has overwritten. */
    private record Overwritten(Expr.Exists looked, Operand between) {}

    /**
     * The possible state at a place in the condition.
     *
     * @param done operands that were read and comparisons that were decided on every path to this place
     * @param exposed fields that {@code exists} may have read first
     * @param stale the fields among these that may have been overwritten since
     */
    private record State(Set<Object> done, Map<FieldName, Expr.Exists> exposed, Map<FieldName, Overwritten> stale) {
        State copy() {
            return new State(new HashSet<>(done), new HashMap<>(exposed), new HashMap<>(stale));
        }

        static Optional<State> either(Optional<State> one, Optional<State> other) {
            if (one.isEmpty() || other.isEmpty()) {
                return one.or(() -> other);
            }
            State both = one.get().copy();
            both.done.retainAll(other.get().done);
            both.exposed.putAll(other.get().exposed);
            both.stale.putAll(other.get().stale);
            return Optional.of(both);
        }
    }

    /** The possible states after an expression held, and after it did not; empty if that is impossible. */
    private record Outcome(Optional<State> held, Optional<State> failed) {
        static Outcome of(State state) {
            return new Outcome(Optional.of(state), Optional.of(state));
        }

        @SuppressWarnings("ArgumentSelectionDefectChecker") // swapped on purpose
        Outcome negated() {
            return new Outcome(failed, held);
        }
    }

    private final Set<FieldName> suspects;
    private final Set<ValueBuffer> buffers = new HashSet<>();
    private final List<StaleRead> found = new ArrayList<>();

    private StaleReads(Set<FieldName> suspects) {
        this.suspects = suspects;
        suspects.forEach(field -> ValueBuffer.of(field.name()).ifPresent(buffers::add));
    }

    /** The comparisons of a condition without macros, from left to right. */
    public static List<StaleRead> of(Expr condition) {
        Set<FieldName> looked = new HashSet<>();
        Set<FieldName> compared = new HashSet<>();
        collect(condition, looked, compared);
        looked.retainAll(compared);
        if (looked.isEmpty()) {
            return List.of();
        }
        StaleReads reads = new StaleReads(looked);
        reads.follow(condition, new State(new HashSet<>(), new HashMap<>(), new HashMap<>()));
        return List.copyOf(reads.found);
    }

    /** The fields in unsafe memory that {@code exists} reads, and the fields that comparisons read. */
    private static void collect(Expr expr, Set<FieldName> looked, Set<FieldName> compared) {
        switch (expr) {
            case Expr.And and -> and.operands().forEach(operand -> collect(operand, looked, compared));
            case Expr.Or or -> or.operands().forEach(operand -> collect(operand, looked, compared));
            case Expr.Not not -> collect(not.operand(), looked, compared);
            case Expr.Exists exists -> uncopied(exists.left()).ifPresent(looked::add);
            case Expr.Comparison comparison -> {
                uncopied(comparison.left()).ifPresent(compared::add);
                if (comparison.right() instanceof Operand right) {
                    uncopied(right).ifPresent(compared::add);
                }
            }
            case Expr.MacroRef macro -> {}
        }
    }

    /** The field, if its value is not kept elsewhere. The results of transformers are kept elsewhere. */
    private static Optional<FieldName> uncopied(Operand operand) {
        return operand instanceof FieldRef field && !ValueBuffer.isCopied(field.name())
                ? Optional.of(FieldName.of(field))
                : Optional.empty();
    }

    private Outcome follow(Expr expr, State state) {
        return switch (expr) {
            case Expr.And and -> {
                Optional<State> held = Optional.of(state);
                Optional<State> failed = Optional.empty();
                for (Expr operand : and.operands()) {
                    if (held.isPresent()) {
                        Outcome next = follow(operand, held.get());
                        held = next.held();
                        failed = State.either(failed, next.failed());
                    }
                }
                yield new Outcome(held, failed);
            }
            case Expr.Or or -> {
                Optional<State> held = Optional.empty();
                Optional<State> failed = Optional.of(state);
                for (Expr operand : or.operands()) {
                    if (failed.isPresent()) {
                        Outcome next = follow(operand, failed.get());
                        failed = next.failed();
                        held = State.either(held, next.held());
                    }
                }
                yield new Outcome(held, failed);
            }
            case Expr.Not not -> follow(not.operand(), state).negated();
            case Expr.Exists exists -> exists(exists, state);
            case Expr.Comparison comparison -> Outcome.of(compare(comparison, state));
            case Expr.MacroRef macro -> Outcome.of(state);
        };
    }

    private Outcome exists(Expr.Exists exists, State state) {
        Optional<FieldName> field = uncopied(exists.left()).filter(suspects::contains);
        boolean first = !state.done().contains(key(exists.left()));
        State after = read(exists.left(), state);
        if (!first || field.isEmpty()) {
            return Outcome.of(after);
        }
        State held = after.copy();
        held.exposed().put(field.get(), exists);
        return new Outcome(Optional.of(held), Optional.of(after)); // without a value, there is nothing to overwrite
    }

    private State compare(Expr.Comparison comparison, State state) {
        Object decided = comparison.withoutSpans();
        if (state.done().contains(decided)) {
            return state;
        }
        State after = read(comparison.left(), state);
        if (comparison.right() instanceof Operand right) {
            after = read(right, after);
            report(right, comparison, after);
        }
        report(comparison.left(), comparison, after);
        boolean aboutSuspect =
                uncopied(comparison.left()).filter(suspects::contains).isPresent()
                        || (comparison.right() instanceof Operand other
                                && uncopied(other).filter(suspects::contains).isPresent());
        if (!aboutSuspect) {
            return after;
        }
        State known = after.copy();
        known.done().add(decided);
        return known;
    }

    private void report(Operand operand, Expr.Comparison comparison, State state) {
        uncopied(operand)
                .flatMap(field -> Optional.ofNullable(state.stale().get(field)))
                .map(stale -> new StaleRead(stale.looked(), stale.between(), comparison))
                .filter(read -> !found.contains(read))
                .ifPresent(found::add);
    }

    /** The state after an operand was read. Nothing changes if it was read before. */
    private State read(Operand operand, State state) {
        Set<FieldName> written = new HashSet<>();
        fields(operand, field -> ValueBuffer.of(field.name())
                .filter(buffers::contains)
                .ifPresent(buffer -> written.add(FieldName.of(field))));
        if (written.isEmpty() || state.done().contains(key(operand))) {
            return state;
        }
        State after = state.copy();
        after.done().add(key(operand));
        state.exposed().forEach((exposed, looked) -> {
            if (written.stream().anyMatch(field -> overwrites(field, exposed))) {
                after.stale().putIfAbsent(exposed, new Overwritten(looked, operand));
            }
        });
        return after;
    }

    /**
     * Whether a read of a field writes another value to the memory of {@code exposed}. A read of the same field writes the same
     * value again.
     */
    private static boolean overwrites(FieldName field, FieldName exposed) {
        return !field.equals(exposed) && ValueBuffer.of(field.name()).equals(ValueBuffer.of(exposed.name()));
    }

    private static Object key(Operand operand) {
        return new Expr.Exists(operand, operand.span()).withoutSpans();
    }

    private static void fields(TransformerArgument argument, Consumer<FieldRef> each) {
        switch (argument) {
            case FieldRef field -> each.accept(field);
            case Operand.Transformed call -> call.arguments().forEach(inner -> fields(inner, each));
            case TransformerArgument.ArgumentList list -> list.items().forEach(inner -> fields(inner, each));
            case Right.Text text -> {}
        }
    }
}
