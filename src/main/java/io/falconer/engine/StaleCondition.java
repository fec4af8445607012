package io.falconer.engine;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.event.Value;
import io.falconer.field.ValueBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A condition in which a comparison may read another value than its field's ({@link io.falconer.ruleset.StaleReads}), evaluated
 * as a Falco with this defect does: like the normal plan {@code steady} of {@code expr}, except for the content of the memory
 * of fields. It is slow, so only rules of this kind use it, and only for such a Falco.
 *
 * @param slots the slots of the fields in the condition, by their keys
 */
record StaleCondition(Expr expr, Node steady, Map<Object, Integer> slots) implements Node {
    StaleCondition {
        slots = Map.copyOf(slots);
    }

    /** The condition over these slots, with which {@code steady} was planned. */
    static StaleCondition of(Expr expr, Node steady, Slots slots) {
        Map<Object, Integer> fields = new HashMap<>();
        Operands.in(expr).forEach(operand -> Operands.fields(operand)
                .forEach(field -> fields.put(OperandKeys.of(field), slots.of(field))));
        return new StaleCondition(expr, steady, fields);
    }

    @Override
    public boolean holds(Frame frame) {
        return new Run(frame, slots).holds(expr, steady);
    }

    /** One rule on one event: what was read and decided, and the content of the memory. */
    private static final class Run {
        private final Frame frame;
        private final Map<Object, Integer> slots;
        private final Map<Object, StaleValue> read = new HashMap<>();
        private final Map<Expr, Boolean> decided = new HashMap<>();
        private final Map<ValueBuffer, BufferContent> buffers = new HashMap<>();

        Run(Frame frame, Map<Object, Integer> slots) {
            this.frame = frame;
            this.slots = slots;
        }

        /** Follows the expression and its plan, which have the same structure. */
        boolean holds(Expr expr, Node node) {
            return switch (node) {
                case Node.Memoized memoized -> holds(expr, memoized.inner());
                case StaleCondition stale -> holds(expr, stale.steady());
                case Node.And and -> {
                    boolean all = true;
                    for (int i = 0; all && i < and.size(); i++) {
                        all = holds(Operands.under(expr).get(i), and.operand(i));
                    }
                    yield all;
                }
                case Node.Or or -> {
                    boolean some = false;
                    for (int i = 0; !some && i < or.size(); i++) {
                        some = holds(Operands.under(expr).get(i), or.operand(i));
                    }
                    yield some;
                }
                case Node.Not not -> !holds(Operands.under(expr).getFirst(), not.operand());
                case CheckNode check -> {
                    Expr key = expr.withoutSpans();
                    Boolean known = decided.get(key);
                    boolean verdict = known != null ? known : decide(expr, check);
                    decided.put(key, verdict);
                    yield verdict;
                }
            };
        }

        private boolean decide(Expr expr, CheckNode check) {
            List<Operand> operands = Operands.of(expr);
            StaleValue left = read(operands.getFirst(), check.slots()[0], check instanceof CheckNode.Exists);
            if (!Node.present(left.own())) {
                return false;
            }
            return switch (check) {
                case CheckNode.Exists exists -> true;
                case CheckNode.Compare compare -> compare.matcher().matches(left.seen(operator(expr)));
                case CheckNode.Pair pair -> {
                    StaleValue right = read(operands.get(1), pair.rightSlot(), false);
                    yield Node.present(right.own())
                            && pair.matcher().matches(left.seen(operator(expr)), right.seen(operator(expr)));
                }
            };
        }

        private static Operator operator(Expr expr) {
            return expr instanceof Expr.Comparison comparison ? comparison.operator() : Operator.EQ;
        }

        /** @param exposed whether the value stays where it was read if this is its first read */
        private StaleValue read(Operand operand, int slot, boolean exposed) {
            Object key = OperandKeys.of(operand);
            StaleValue known = read.get(key);
            if (known != null) {
                return known;
            }
            Value value = frame.value(slot);
            Optional<BufferContent> buffer = written(operand);
            StaleValue fresh = exposed && isUncopied(operand) && buffer.isPresent() && Node.present(value)
                    ? buffer.get().expose(value)
                    : StaleValue.copied(value);
            read.put(key, fresh);
            return fresh;
        }

        /** Writes the fields of the operand to their buffers; returns the buffer of the last field. */
        private Optional<BufferContent> written(Operand operand) {
            Optional<BufferContent> last = Optional.empty();
            for (Operand.FieldRef field : Operands.fields(operand)) {
                last = ValueBuffer.of(field.name())
                        .map(each -> buffers.computeIfAbsent(each, b -> new BufferContent(b.movesForLonger())));
                int slot = Objects.requireNonNull(slots.get(OperandKeys.of(field)));
                last.ifPresent(content -> content.write(frame.value(slot)));
            }
            return last;
        }

        private static boolean isUncopied(Operand operand) {
            return operand instanceof Operand.FieldRef field && !ValueBuffer.isCopied(field.name());
        }
    }
}
