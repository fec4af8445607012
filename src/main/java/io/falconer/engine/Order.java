package io.falconer.engine;

import io.falconer.condition.Operator;

/** What {@code = != < <= > >=} make of a three-way comparison. */
final class Order {
    private Order() {}

    static boolean holds(Operator operator, int compared) {
        return switch (operator) {
            case EQ, IN, INTERSECTS -> compared == 0;
            case NE -> compared != 0;
            case LT -> compared < 0;
            case LE -> compared <= 0;
            case GT -> compared > 0;
            case GE -> compared >= 0;
            case CONTAINS, ICONTAINS, BCONTAINS, STARTSWITH, BSTARTSWITH, ENDSWITH -> false;
            case GLOB, IGLOB, REGEX, PMATCH -> false;
        };
    }
}
