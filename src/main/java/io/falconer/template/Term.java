package io.falconer.template;

import io.falconer.condition.Expr;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.List;

/** An expression under construction. Falco's language has no boolean constants, so they are folded away. */
public sealed interface Term {
    /** Always true or never true. */
    enum Constant implements Term {
        TRUE,
        FALSE
    }

    /** An expression. */
    record Of(Expr expr) implements Term {}

    /** All of {@code terms} hold, as one flat node. */
    static Term and(List<Term> terms) {
        List<Expr> operands = new ArrayList<>();
        for (Term term : terms) {
            switch (term) {
                case Constant constant -> {
                    if (constant == Constant.FALSE) {
                        return Constant.FALSE;
                    }
                }
                case Of of -> {
                    if (of.expr() instanceof Expr.And and) {
                        operands.addAll(and.operands());
                    } else {
                        operands.add(of.expr());
                    }
                }
            }
        }
        return switch (operands.size()) {
            case 0 -> Constant.TRUE;
            case 1 -> new Of(operands.getFirst());
            default -> new Of(new Expr.And(operands, Span.NONE));
        };
    }

    /** One of {@code terms} holds, as one flat node. */
    static Term or(List<Term> terms) {
        List<Expr> operands = new ArrayList<>();
        for (Term term : terms) {
            switch (term) {
                case Constant constant -> {
                    if (constant == Constant.TRUE) {
                        return Constant.TRUE;
                    }
                }
                case Of of -> {
                    if (of.expr() instanceof Expr.Or or) {
                        operands.addAll(or.operands());
                    } else {
                        operands.add(of.expr());
                    }
                }
            }
        }
        return switch (operands.size()) {
            case 0 -> Constant.FALSE;
            case 1 -> new Of(operands.getFirst());
            default -> new Of(new Expr.Or(operands, Span.NONE));
        };
    }

    /** The opposite of {@code term}. */
    static Term not(Term term) {
        return switch (term) {
            case Constant constant -> constant == Constant.TRUE ? Constant.FALSE : Constant.TRUE;
            case Of of ->
                new Of(of.expr() instanceof Expr.Not negated ? negated.operand() : new Expr.Not(of.expr(), Span.NONE));
        };
    }

    /** Always true or never true. */
    static Term of(boolean value) {
        return value ? Constant.TRUE : Constant.FALSE;
    }
}
