package io.falconer.engine;

import io.falconer.condition.Operator;
import io.falconer.field.FieldType;
import io.falconer.ruleset.OperandType;

/** Selects how two values of an event are compared (section 2.4). */
final class PairMatchers {
    private PairMatchers() {}

    /** How two values of one type are compared. */
    static PairMatcher of(OperandType left, OperandType right, Operator operator) {
        if (left.list()) {
            return left.terminated() == right.terminated()
                    ? new PairMatcher.Lists(operator == Operator.IN)
                    : PairMatcher.Never.NEVER;
        }
        FieldType type = left.type();
        return switch (type) {
            case CHARBUF, FSPATH, BYTEBUF -> {
                boolean lengths = operator == Operator.IN || operator == Operator.INTERSECTS;
                yield lengths && right.terminated()
                        ? PairMatcher.Never.NEVER
                        : new PairMatcher.Texts(TextRelation.of(operator));
            }
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> numbers(type, operator);
            case RELTIME, ABSTIME, ERRNO, FD, PID, PORT -> numbers(type, operator);
            case DOUBLE -> new PairMatcher.Reals(Order.of(operator));
            case BOOL, IPV4ADDR, IPADDR, IPNET, L4PROTO, SOCKFAMILY, DYN ->
                new PairMatcher.Same(operator != Operator.NE);
        };
    }

    private static PairMatcher numbers(FieldType type, Operator operator) {
        Order order = Order.of(operator);
        return type.isUnsigned() ? new PairMatcher.Unsigned(order) : new PairMatcher.Signed(order);
    }
}
