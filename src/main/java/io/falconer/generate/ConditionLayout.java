package io.falconer.generate;

import io.falconer.condition.ConditionPrinter;
import io.falconer.condition.Expr;
import java.util.ArrayList;
import java.util.List;

/** Breaks conditions into lines. Every constant is quoted, so that Falco cannot paste a list into its place. */
final class ConditionLayout {
    private static final int WIDTH = 110;

    private ConditionLayout() {}

    /** The lines of a condition, without a common indentation. The first starts in the first column. */
    static List<String> lines(Expr expr) {
        List<String> lines = new ArrayList<>();
        add(expr, "", "", lines, false);
        return lines;
    }

    private static void add(Expr expr, String indent, String before, List<String> lines, boolean inParentheses) {
        if (!isJoined(operand(expr)) || shortest(expr) <= WIDTH) {
            String text = ConditionPrinter.printQuoted(expr);
            if (indent.length() + before.length() + text.length() <= WIDTH || !isJoined(operand(expr))) {
                lines.add(indent + before + (inParentheses && isJoined(expr) ? "(" + text + ")" : text));
                return;
            }
        }
        String start = before + (expr instanceof Expr.Not ? "not " : "");
        boolean wrapped = inParentheses || !start.isEmpty();
        if (wrapped) {
            lines.add(indent + start + "(");
        }
        String inner = wrapped ? indent + "  " : indent;
        String keyword = "";
        for (Expr part : parts(operand(expr))) {
            add(part, inner, keyword, lines, true);
            keyword = operand(expr) instanceof Expr.And ? "and " : "or ";
        }
        if (wrapped) {
            lines.add(indent + ")");
        }
    }

    private static Expr operand(Expr expr) {
        return expr instanceof Expr.Not not ? not.operand() : expr;
    }

    private static boolean isJoined(Expr expr) {
        return expr instanceof Expr.And || expr instanceof Expr.Or;
    }

    private static List<Expr> parts(Expr expr) {
        return switch (expr) {
            case Expr.And and -> and.operands();
            case Expr.Or or -> or.operands();
            case Expr.Not not -> List.of(not);
            case Expr.MacroRef ref -> List.of(ref);
            case Expr.Exists exists -> List.of(exists);
            case Expr.Comparison comparison -> List.of(comparison);
        };
    }

    /** A number of characters that the condition has at least. To print a long one at each depth takes time. */
    private static int shortest(Expr expr) {
        return switch (expr) {
            case Expr.And and -> shortest(and.operands());
            case Expr.Or or -> shortest(or.operands());
            case Expr.Not not -> shortest(not.operand());
            case Expr.MacroRef ref -> 1;
            case Expr.Exists exists -> "a exists".length();
            case Expr.Comparison comparison -> "a = b".length();
        };
    }

    private static int shortest(List<Expr> parts) {
        return parts.stream().mapToInt(part -> shortest(part) + " or ".length()).sum();
    }
}
