package io.falconer.condition;

import io.falconer.condition.Expr.And;
import io.falconer.condition.Expr.MacroRef;
import io.falconer.condition.Expr.Not;
import io.falconer.condition.Expr.Or;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recursive descent over the logical structure: or, and, not, parentheses. */
final class ExprParser {
    private final Cursor cursor;
    private final Depth depth;
    private final OperandParser operands;
    private final CheckParser checks;

    ExprParser(Cursor cursor) {
        this.cursor = cursor;
        this.depth = new Depth(cursor);
        this.operands = new OperandParser(cursor, depth);
        this.checks = new CheckParser(cursor, depth, operands);
    }

    Expr or() throws SyntaxError {
        depth.enter();
        List<Expr> parts = new ArrayList<>();
        cursor.blanks();
        parts.add(and());
        cursor.blanks();
        while (cursor.literal("or")) {
            parts.add(separated("or") ? and() : parenthesized());
            cursor.blanks();
        }
        depth.leave();
        return parts.size() == 1 ? parts.get(0) : new Or(parts, cover(parts));
    }

    private Expr and() throws SyntaxError {
        depth.enter();
        List<Expr> parts = new ArrayList<>();
        cursor.blanks();
        parts.add(not());
        cursor.blanks();
        while (cursor.literal("and")) {
            parts.add(separated("and") ? not() : parenthesized());
            cursor.blanks();
        }
        depth.leave();
        return parts.size() == 1 ? parts.get(0) : new And(parts, cover(parts));
    }

    /** Whether blanks follow the keyword just taken; if none do, it takes the parenthesis that must stand there instead. */
    private boolean separated(String keyword) throws SyntaxError {
        if (cursor.blanks()) {
            return true;
        }
        if (!cursor.literal("(")) {
            throw cursor.error("expected blank or '(' after '" + keyword + "'");
        }
        return false;
    }

    private Expr not() throws SyntaxError {
        depth.enter();
        cursor.blanks();
        int start = cursor.offset();
        boolean negated = false;
        while (cursor.notAndSpace()) {
            negated = !negated;
        }
        Expr operand;
        if (cursor.literal("not(")) {
            negated = !negated;
            operand = parenthesized();
        } else {
            operand = check();
        }
        depth.leave();
        return negated ? new Not(operand, new Span(start, operand.span().end())) : operand;
    }

    /** The rest of an expression in parentheses, the opening one being taken. */
    private Expr parenthesized() throws SyntaxError {
        depth.enter();
        cursor.blanks();
        Expr inner = or();
        cursor.blanks();
        if (!cursor.literal(")")) {
            throw cursor.error(Messages.CLOSING_PARENTHESIS);
        }
        depth.leave();
        return inner;
    }

    private Expr check() throws SyntaxError {
        depth.enter();
        cursor.blanks();
        Expr check;
        if (cursor.literal("(")) {
            check = parenthesized();
        } else {
            Optional<Operand> left = operands.operand();
            check = left.isPresent() ? checks.check(left.get()) : macro();
        }
        depth.leave();
        return check;
    }

    private Expr macro() throws SyntaxError {
        int start = cursor.offset();
        return cursor.identifier()
                .map(name -> new MacroRef(name, cursor.spanFrom(start)))
                .orElseThrow(() -> cursor.error("expected a '(' token, a field check, or an identifier"));
    }

    private static Span cover(List<Expr> parts) {
        return parts.get(0).span().to(parts.get(parts.size() - 1).span());
    }
}
