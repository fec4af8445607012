package io.falconer.verify;

import io.falconer.condition.ConditionPrinter;
import io.falconer.condition.Expr;
import io.falconer.ruleset.Rule;
import io.falconer.text.Quotes;
import io.falconer.text.Span;
import io.falconer.text.TextOrigin;
import io.falconer.text.Via;

/** How messages quote clauses. */
final class ClauseText {
    private static final int LONGEST = 60;

    private ClauseText() {}

    /** A clause as its author wrote it, lists by their names; printed from the tree if no stretch of a file is the clause. */
    static String quoted(Rule rule, Expr clause) {
        TextOrigin origin = rule.origin(clause.span());
        Span span = origin.location().span();
        String written = origin.location().source().text().substring(span.start(), span.end());
        boolean isBalanced = written.chars().filter(c -> c == '(').count()
                == written.chars().filter(c -> c == ')').count();
        return quoted(isBalanced && !isException(rule, clause) ? written : ConditionPrinter.print(clause));
    }

    private static boolean isException(Rule rule, Expr clause) {
        return rule.origin(clause.span()).way().stream().anyMatch(step -> step.kind() == Via.Kind.EXCEPTION)
                || (clause instanceof Expr.Not not && isException(rule, not.operand()));
    }

    /** A text on one line. A long one is cut in the middle, because clauses that begin alike often end otherwise. */
    static String quoted(String text) {
        String line = text.replaceAll("\\s+", " ");
        int half = LONGEST / 2;
        return Quotes.around(
                line.length() > LONGEST
                        ? line.substring(0, half) + "..." + line.substring(line.length() - half + 3)
                        : line);
    }
}
