package io.falconer.template;

import io.falconer.condition.Expr;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names that a condition uses in place of macros. */
final class References {
    private References() {}

    static Set<String> of(Expr expr) {
        Set<String> names = new LinkedHashSet<>();
        collect(expr, names);
        return names;
    }

    private static void collect(Expr expr, Set<String> names) {
        switch (expr) {
            case Expr.And and -> and.operands().forEach(operand -> collect(operand, names));
            case Expr.Or or -> or.operands().forEach(operand -> collect(operand, names));
            case Expr.Not not -> collect(not.operand(), names);
            case Expr.MacroRef ref -> names.add(ref.name());
            case Expr.Exists exists -> {}
            case Expr.Comparison comparison -> {}
        }
    }
}
