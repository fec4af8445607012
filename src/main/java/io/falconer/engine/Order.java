package io.falconer.engine;

import io.falconer.condition.Operator;

/** The results of {@code = != < <= > >=} for a three-way comparison. */
enum Order {
    EQUAL {
        @Override
        boolean holds(int compared) {
            return compared == 0;
        }
    },
    UNEQUAL {
        @Override
        boolean holds(int compared) {
            return compared != 0;
        }
    },
    LESS {
        @Override
        boolean holds(int compared) {
            return compared < 0;
        }
    },
    NOT_GREATER {
        @Override
        boolean holds(int compared) {
            return compared <= 0;
        }
    },
    GREATER {
        @Override
        boolean holds(int compared) {
            return compared > 0;
        }
    },
    NOT_LESS {
        @Override
        boolean holds(int compared) {
            return compared >= 0;
        }
    };

    abstract boolean holds(int compared);

    /** The order of an operator. {@code in} and {@code intersects} compare for equality. */
    static Order of(Operator operator) {
        return switch (operator) {
            case EQ, IN, INTERSECTS -> EQUAL;
            case NE -> UNEQUAL;
            case LT -> LESS;
            case LE -> NOT_GREATER;
            case GT -> GREATER;
            case GE -> NOT_LESS;
            case CONTAINS, ICONTAINS, BCONTAINS, STARTSWITH, BSTARTSWITH, ENDSWITH, GLOB, IGLOB, REGEX, PMATCH ->
                throw new IllegalArgumentException(operator.symbol() + " orders nothing");
        };
    }
}
