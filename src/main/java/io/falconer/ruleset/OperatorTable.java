package io.falconer.ruleset;

import io.falconer.condition.Operator;
import io.falconer.field.FieldType;
import java.util.Optional;

/** The operators that compare each type (section 3.3), with Falco's messages for the others. */
final class OperatorTable {
    private OperatorTable() {}

    /** Falco's message, if {@code operator} cannot compare such values. */
    static Optional<String> refusal(Operator operator, FieldType type, boolean list) {
        if (list) {
            return listRefusal(operator, type);
        }
        boolean fits =
                switch (type) {
                    case CHARBUF, FSPATH -> !isBytes(operator);
                    case BYTEBUF -> comparesBuffers(operator);
                    case BOOL, IPV4ADDR, IPADDR, IPNET -> isEquality(operator);
                    case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> comparesNumbers(operator);
                    case RELTIME, ABSTIME, ERRNO, FD, PID, PORT, DOUBLE -> comparesNumbers(operator);
                    case L4PROTO, SOCKFAMILY, DYN -> comparesNumbers(operator);
                };
        return fits ? Optional.empty() : Optional.of("filter error: '" + operator.symbol() + "' " + words(type));
    }

    private static Optional<String> listRefusal(Operator operator, FieldType type) {
        return switch (type) {
            case CHARBUF, UINT64, RELTIME, ABSTIME, BOOL, IPADDR, IPNET ->
                operator == Operator.IN || operator == Operator.INTERSECTS
                        ? Optional.empty()
                        : Optional.of("filter error: '" + operator.symbol() + "' operator not supported list filters");
            case FSPATH, BYTEBUF, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32 -> noLists(type);
            case ERRNO, FD, PID, PORT, L4PROTO, SOCKFAMILY, IPV4ADDR, DOUBLE, DYN -> noLists(type);
        };
    }

    private static Optional<String> noLists(FieldType type) {
        return Optional.of("filter error: list filters are not supported for type '" + type + "'");
    }

    private static String words(FieldType type) {
        return "operator not supported for "
                + switch (type) {
                    case CHARBUF, FSPATH -> "string filters";
                    case BYTEBUF -> "buffer filters";
                    case IPV4ADDR, IPADDR, IPNET -> "ip address and network filters";
                    case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> "numeric filters";
                    case RELTIME, ABSTIME, ERRNO, FD, PID, PORT, DOUBLE -> "numeric filters";
                    case L4PROTO, SOCKFAMILY, DYN -> "type '" + type + "'";
                };
    }

    private static boolean isBytes(Operator operator) {
        return operator == Operator.BCONTAINS || operator == Operator.BSTARTSWITH;
    }

    private static boolean isEquality(Operator operator) {
        return switch (operator) {
            case EQ, NE, IN, INTERSECTS -> true;
            case LT, LE, GT, GE, CONTAINS, ICONTAINS, BCONTAINS, STARTSWITH, BSTARTSWITH -> false;
            case ENDSWITH, GLOB, IGLOB, REGEX, PMATCH -> false;
        };
    }

    private static boolean comparesNumbers(Operator operator) {
        return isEquality(operator)
                || operator == Operator.LT
                || operator == Operator.LE
                || operator == Operator.GT
                || operator == Operator.GE;
    }

    private static boolean comparesBuffers(Operator operator) {
        return isEquality(operator)
                || isBytes(operator)
                || operator == Operator.CONTAINS
                || operator == Operator.STARTSWITH
                || operator == Operator.ENDSWITH;
    }
}
