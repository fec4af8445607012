package io.falconer.engine;

import io.falconer.condition.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Recognises sub-conditions that say the same wherever they stand, mostly because rules use the same macros. What stands
 * within a recognised one is not counted again: whoever asks for the whole has no need of its parts.
 */
final class Terms {
    private final Map<Object, Term> known = new HashMap<>();

    /** A compound by its operands, which are recognised already: so that no tree is compared more than once. */
    private record Compound(Class<? extends Expr> kind, List<Term> operands) {}

    /** The term of a rule's condition. */
    Term of(Expr condition) {
        Term term = term(condition);
        term.use();
        return term;
    }

    private Term term(Expr expr) {
        return switch (expr) {
            case Expr.And and -> compound(and, and.operands());
            case Expr.Or or -> compound(or, or.operands());
            case Expr.Not not -> compound(not, List.of(not.operand()));
            case Expr.Exists exists -> check(exists);
            case Expr.Comparison comparison -> check(comparison);
            case Expr.MacroRef macro -> throw new IllegalArgumentException("macro " + macro.name());
        };
    }

    private Term compound(Expr expr, List<Expr> parts) {
        List<Term> operands = new ArrayList<>(parts.size());
        for (Expr part : parts) {
            operands.add(term(part));
        }
        return known.computeIfAbsent(new Compound(expr.getClass(), operands), key -> {
            operands.forEach(Term::use);
            return new Term(expr, operands);
        });
    }

    private Term check(Expr expr) {
        return known.computeIfAbsent(expr.withoutSpans(), key -> new Term(expr, List.of()));
    }
}
