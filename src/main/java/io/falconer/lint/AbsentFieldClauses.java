package io.falconer.lint;

import io.falconer.condition.ConditionPrinter;
import io.falconer.condition.Expr;
import io.falconer.condition.Expr.And;
import io.falconer.condition.Expr.Comparison;
import io.falconer.condition.Expr.Exists;
import io.falconer.condition.Expr.MacroRef;
import io.falconer.condition.Expr.Not;
import io.falconer.condition.Expr.Or;
import io.falconer.condition.Operand.FieldRef;
import io.falconer.ruleset.FieldName;
import io.falconer.ruleset.Rule;
import io.falconer.text.Quotes;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds comparisons with a field that the same condition requires to be absent. A comparison with nothing is false, so the
 * clause has no effect: {@code not field exists and not field in (...)} is the same as {@code not field exists}.
 */
final class AbsentFieldClauses {
    private final Rule rule;
    private final List<RuleFinding> found = new ArrayList<>();

    private AbsentFieldClauses(Rule rule) {
        this.rule = rule;
    }

    static List<RuleFinding> of(Rule rule) {
        AbsentFieldClauses clauses = new AbsentFieldClauses(rule);
        clauses.search(rule.condition(), Set.of());
        return clauses.found;
    }

    /** {@code absent} are the fields that have no value wherever {@code expr} matters. */
    private void search(Expr expr, Set<FieldName> absent) {
        switch (expr) {
            case And and -> {
                Set<FieldName> demanded = new LinkedHashSet<>(absent);
                and.operands().forEach(operand -> demandedAbsent(operand, demanded));
                and.operands().forEach(operand -> search(operand, demanded));
            }
            case Or or -> or.operands().forEach(operand -> search(operand, absent));
            case Not(Comparison comparison, Span s) -> {
                if (isAbout(comparison, absent)) {
                    report(
                            expr,
                            comparison,
                            "vacuous-clause",
                            "is always true",
                            "delete the clause, or use a field" + " that the event may have");
                }
            }
            case Not(Expr operand, Span s) -> search(operand, absent);
            case Comparison comparison -> {
                if (isAbout(comparison, absent)) {
                    report(expr, comparison, "impossible-clause", "is never true", "delete one of the two clauses");
                }
            }
            case Exists e -> {}
            case MacroRef m -> {}
        }
    }

    private static void demandedAbsent(Expr operand, Set<FieldName> absent) {
        if (operand instanceof And and) {
            and.operands().forEach(inner -> demandedAbsent(inner, absent));
        } else if (operand instanceof Not(Exists(FieldRef field, Span e), Span n)) {
            absent.add(FieldName.of(field));
        }
    }

    private static boolean isAbout(Comparison comparison, Set<FieldName> absent) {
        return comparison.left() instanceof FieldRef field && absent.contains(FieldName.of(field));
    }

    private void report(Expr clause, Comparison comparison, String code, String problem, String hint) {
        if (found.size() == Findings.MOST) {
            return;
        }
        FieldRef field = (FieldRef) comparison.left();
        String absent = ConditionPrinter.print(new Exists(field, Span.NONE));
        String message = "the clause " + Quotes.around(ConditionPrinter.print(clause)) + " " + problem
                + " because the condition also requires " + Quotes.around("not " + absent);
        found.add(RuleFinding.of(rule, clause.span(), code, message).withHint(hint));
    }
}
