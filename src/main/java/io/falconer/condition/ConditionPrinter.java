package io.falconer.condition;

import io.falconer.condition.Expr.And;
import io.falconer.condition.Expr.Comparison;
import io.falconer.condition.Expr.Exists;
import io.falconer.condition.Expr.MacroRef;
import io.falconer.condition.Expr.Not;
import io.falconer.condition.Expr.Or;
import java.util.List;

/**
 * Writes expressions as conditions of one line, with no more parentheses and quotes than necessary. Apart from places, the
 * condition is read back as the same expression, whatever the constants contain.
 */
public final class ConditionPrinter {
    private final StringBuilder out = new StringBuilder();
    private final OperandPrinter operands;

    private ConditionPrinter(boolean quoteAll) {
        this.operands = new OperandPrinter(out, quoteAll);
    }

    /**
     * The text of {@code expr}.
     *
     * @throws IllegalArgumentException if the grammar cannot express it: an order operator with a right side that is not a
     *     number, a list with an operator that does not accept one, an invalid name, no operands
     */
    public static String print(Expr expr) {
        return print(expr, false);
    }

    /**
     * The text of {@code expr} with every constant in quotes, so that Falco cannot paste a list of the same name into its place
     * (section 1.6).
     */
    public static String printQuoted(Expr expr) {
        return print(expr, true);
    }

    /** The constant in double quotes. */
    public static String quote(String constant) {
        StringBuilder out = new StringBuilder();
        Quoting.quoted(constant, out);
        return out.toString();
    }

    private static String print(Expr expr, boolean quoteAll) {
        ConditionPrinter printer = new ConditionPrinter(quoteAll);
        printer.expr(expr);
        return printer.out.toString();
    }

    private void expr(Expr expr) {
        switch (expr) {
            case Or or -> joined(or.operands(), " or ");
            case And and -> joined(and.operands(), " and ");
            case Not not -> {
                out.append("not ");
                inner(
                        not.operand(),
                        not.operand() instanceof Not || isJoined(not.operand()) || isCalledNot(not.operand()));
            }
            case MacroRef macro -> {
                GrammarCheck.require(Characters.isIdentifier(macro.name()), "the name of a macro", macro.name());
                out.append(macro.name());
            }
            case Exists exists -> {
                operands.operand(exists.left());
                out.append(" exists");
            }
            case Comparison comparison -> comparison(comparison);
        }
    }

    private void joined(List<Expr> parts, String keyword) {
        GrammarCheck.require(parts.size() > 1, "several operands", keyword);
        boolean and = keyword.equals(" and ");
        String separator = "";
        for (Expr part : parts) {
            out.append(separator);
            inner(part, part instanceof Or || (and && part instanceof And) || isCalledNot(part));
            separator = keyword;
        }
    }

    private void inner(Expr expr, boolean parentheses) {
        out.append(parentheses ? "(" : "");
        expr(expr);
        out.append(parentheses ? ")" : "");
    }

    /** Before a blank the name of such a macro would negate what follows. */
    private static boolean isCalledNot(Expr expr) {
        return expr instanceof MacroRef macro && macro.name().equals("not");
    }

    private static boolean isJoined(Expr expr) {
        return expr instanceof And || expr instanceof Or;
    }

    private void comparison(Comparison comparison) {
        operands.operand(comparison.left());
        out.append(' ').append(comparison.operator().symbol()).append(' ');
        comparison.modifier().ifPresent(modifier -> out.append(modifier.symbol())
                .append(' '));
        boolean takesList =
                comparison.operator().takesList() || comparison.modifier().isPresent();
        GrammarCheck.require(
                comparison.modifier().isEmpty() || comparison.operator().takesModifier(), "no modifier", comparison);
        GrammarCheck.require(
                comparison.modifier().isEmpty() || !(comparison.right() instanceof Operand), "a list", comparison);
        switch (comparison.right()) {
            case Right.Text text -> operands.constant(text.value(), comparison);
            case Right.TextList list -> {
                GrammarCheck.require(takesList, "a single constant", comparison);
                operands.list(list);
            }
            case Operand.FieldRef field -> {
                out.append("val(");
                operands.operand(field);
                out.append(')');
            }
            case Operand.Transformed call -> operands.operand(call);
        }
    }
}
