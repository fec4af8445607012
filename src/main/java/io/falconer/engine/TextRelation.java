package io.falconer.engine;

import io.falconer.condition.Operator;
import io.falconer.field.Glob;

/** How two texts of an event are compared (section 2.4). */
@FunctionalInterface
interface TextRelation {
    boolean holds(String left, String right);

    static TextRelation of(Operator operator) {
        return switch (operator) {
            case EQ, IN, INTERSECTS -> String::equals;
            case NE -> (left, right) -> !left.equals(right);
            case LT, LE, GT, GE -> {
                Order order = Order.of(operator);
                yield (left, right) -> order.holds(Utf8.compare(left, right));
            }
            case CONTAINS, BCONTAINS -> String::contains;
            case ICONTAINS -> (left, right) -> new FoldedSearch(right).in(left);
            case STARTSWITH, BSTARTSWITH -> String::startsWith;
            case ENDSWITH -> String::endsWith;
            case GLOB -> (left, right) -> Glob.compile(right, false).matches(left);
            case IGLOB -> (left, right) -> Glob.compile(right, true).matches(left);
            case REGEX, PMATCH ->
                throw new IllegalArgumentException(operator.symbol() + " does not accept a field on the right side");
        };
    }
}
