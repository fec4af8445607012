package io.falconer.condition;

import io.falconer.condition.Expr.Comparison;
import io.falconer.condition.Expr.Exists;
import java.util.List;
import java.util.Optional;

/** Parses what follows the left operand: {@code exists}, or an operator with its right side. */
final class CheckParser {
    private static final List<Operator> ORDER = List.of(Operator.LE, Operator.LT, Operator.GE, Operator.GT);
    private static final List<Operator> WORDS = List.of(
            Operator.GLOB,
            Operator.IGLOB,
            Operator.CONTAINS,
            Operator.ICONTAINS,
            Operator.BCONTAINS,
            Operator.STARTSWITH,
            Operator.BSTARTSWITH,
            Operator.ENDSWITH,
            Operator.REGEX);
    private static final List<Operator> LISTS = List.of(Operator.INTERSECTS, Operator.IN, Operator.PMATCH);

    private final Cursor cursor;
    private final Depth depth;
    private final RightParser rights;

    CheckParser(Cursor cursor, Depth depth, OperandParser operands) {
        this.cursor = cursor;
        this.depth = depth;
        this.rights = new RightParser(cursor, depth, operands);
    }

    Expr check(Operand left) throws SyntaxError {
        depth.enter();
        int start = left.span().start();
        cursor.blanks();
        Expr check;
        if (cursor.literal("exists")) {
            check = new Exists(left, cursor.spanFrom(start));
        } else {
            check = comparison(left, start);
        }
        depth.leave();
        return check;
    }

    private Expr comparison(Operand left, int start) throws SyntaxError {
        Optional<Operator> operator = first(ORDER);
        if (operator.isPresent()) {
            return comparison(left, operator.get(), Optional.empty(), rights.number(), start);
        }
        operator = stringOperator();
        if (operator.isPresent()) {
            Optional<Modifier> modifier = modifier();
            Right right = modifier.isPresent() ? rights.modifiedList() : rights.string();
            return comparison(left, operator.get(), modifier, right, start);
        }
        operator = first(LISTS);
        if (operator.isPresent()) {
            return comparison(left, operator.get(), Optional.empty(), rights.list(), start);
        }
        throw cursor.error(Messages.OPERATOR);
    }

    private Expr comparison(Operand left, Operator operator, Optional<Modifier> modifier, Right right, int start) {
        return new Comparison(left, operator, modifier, right, cursor.spanFrom(start));
    }

    private Optional<Operator> first(List<Operator> operators) {
        for (Operator operator : operators) {
            if (cursor.literal(operator.symbol())) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    private Optional<Operator> stringOperator() {
        if (cursor.literal("==") || cursor.literal("=")) {
            return Optional.of(Operator.EQ);
        }
        if (cursor.literal("!=")) {
            return Optional.of(Operator.NE);
        }
        // A word without a blank after it is taken and forgotten: Falco reads "globin (x)" as "in (x)".
        return first(WORDS).filter(operator -> cursor.blanks());
    }

    private Optional<Modifier> modifier() {
        cursor.blanks();
        for (Modifier modifier : Modifier.values()) {
            if (cursor.wordAndBlank(modifier.symbol())) {
                return Optional.of(modifier);
            }
        }
        return Optional.empty();
    }
}
