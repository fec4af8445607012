package io.falconer.lint;

import io.falconer.condition.ConditionPrinter;
import io.falconer.condition.Expr;
import io.falconer.condition.Operator;
import io.falconer.field.Field;
import io.falconer.field.FieldCatalogue;
import io.falconer.ruleset.FieldName;
import io.falconer.ruleset.Rule;
import io.falconer.text.Quotes;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds one field that is required to have two values, {@code f = a and f = b}, which never holds, and one that may differ from
 * either, {@code f != a or f != b}, which always holds. Only fields with one text value, compared as a whole, count.
 */
final class OppositeClauses {
    private final Rule rule;
    private final List<RuleFinding> found = new ArrayList<>();

    private OppositeClauses(Rule rule) {
        this.rule = rule;
    }

    static List<RuleFinding> of(Rule rule) {
        OppositeClauses clauses = new OppositeClauses(rule);
        clauses.search(rule.condition());
        return clauses.found;
    }

    private void search(Expr expr) {
        switch (expr) {
            case Expr.And and -> {
                List<Expr> operands = flattened(and);
                compare(operands, true);
                operands.forEach(this::search);
            }
            case Expr.Or or -> {
                List<Expr> operands = flattened(or);
                compare(operands, false);
                operands.forEach(this::search);
            }
            case Expr.Not not -> search(not.operand());
            case Expr.Exists exists -> {}
            case Expr.Comparison comparison -> {}
            case Expr.MacroRef macro -> {}
        }
    }

    /** The operands of a conjunction or disjunction, including those of nested ones of the same kind. */
    private static List<Expr> flattened(Expr expr) {
        List<Expr> all = new ArrayList<>();
        List<Expr> operands =
                switch (expr) {
                    case Expr.And and -> and.operands();
                    case Expr.Or or -> or.operands();
                    case Expr.Not n -> List.of();
                    case Expr.Exists e -> List.of();
                    case Expr.Comparison c -> List.of();
                    case Expr.MacroRef m -> List.of();
                };
        for (Expr operand : operands) {
            if (operand.getClass() == expr.getClass()) {
                all.addAll(flattened(operand));
            } else {
                all.add(operand);
            }
        }
        return all;
    }

    private void compare(List<Expr> operands, boolean conjunction) {
        Map<FieldName, SignedComparison> first = new HashMap<>();
        Map<FieldName, Set<String>> values = new HashMap<>();
        for (Expr operand : operands) {
            Optional<SignedComparison> clause = comparable(operand, conjunction);
            if (clause.isEmpty()) {
                continue;
            }
            FieldName field = clause.get().field().orElseThrow();
            SignedComparison before = first.putIfAbsent(field, clause.get());
            Set<String> common = values.computeIfAbsent(
                    field, f -> new HashSet<>(clause.get().texts()));
            common.retainAll(clause.get().texts());
            if (before != null && common.isEmpty() && found.size() < Findings.MOST) {
                report(before, clause.get(), conjunction);
                return;
            }
        }
    }

    private Optional<SignedComparison> comparable(Expr operand, boolean conjunction) {
        if (!(operand instanceof Expr.Comparison comparison)) {
            return Optional.empty();
        }
        SignedComparison clause = new SignedComparison(comparison);
        boolean fits = conjunction
                ? comparison.operator() == Operator.EQ || comparison.operator() == Operator.IN
                : comparison.operator() == Operator.NE;
        return Optional.of(clause)
                .filter(c -> fits && c.comparesWhole() && !c.constants().isEmpty())
                .filter(c -> c.field().filter(this::hasOneText).isPresent());
    }

    /** Fields of ancestors and of both ends of a connection have several values. */
    private boolean hasOneText(FieldName name) {
        return FieldCatalogue.of(rule.source())
                .find(name.name())
                .filter(field -> isOneText(field)
                        && !name.name().startsWith("proc.a")
                        && !name.name().startsWith("fd."))
                .isPresent();
    }

    private static boolean isOneText(Field field) {
        return field.type().isText() && !field.list();
    }

    private void report(SignedComparison one, SignedComparison other, boolean conjunction) {
        String joined = Quotes.around(ConditionPrinter.print(one.comparison())
                + (conjunction ? " and " : " or ")
                + ConditionPrinter.print(other.comparison()));
        FieldName field = one.field().orElseThrow();
        Span place = other.comparison().span();
        RuleFinding finding = conjunction
                ? RuleFinding.of(rule, place, "impossible-clause", joined + " is never true")
                        .withHint("for either of them, write \"or\", or one list with \"in\"")
                : RuleFinding.of(rule, place, "vacuous-clause", joined + " is true whatever value " + field + " has")
                        .withHint("for neither of them, write \"and\", or "
                                + Quotes.around("not " + field + " in (...)"));
        found.add(finding);
    }
}
