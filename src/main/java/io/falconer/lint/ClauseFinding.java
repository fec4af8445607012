package io.falconer.lint;

import io.falconer.condition.Expr;
import io.falconer.ruleset.Rule;
import io.falconer.text.Diagnostic;
import io.falconer.text.Severity;
import io.falconer.text.TextOrigin;

/** Findings at the clause of a condition that they are about. */
final class ClauseFinding {
    private ClauseFinding() {}

    /**
     * A finding about a comparison: an error where the rule itself makes it, a warning where a macro or a list brings it in.
     * Rule sets hold macros that decide nothing until users override them.
     */
    static Diagnostic of(Rule rule, Expr clause, String code, String message) {
        TextOrigin origin = rule.origin(clause.span());
        return Diagnostic.of(origin.isDirect() ? Severity.ERROR : Severity.WARNING, code, message, origin);
    }

    static Diagnostic warning(Rule rule, Expr clause, String code, String message) {
        return Diagnostic.of(Severity.WARNING, code, message, rule.origin(clause.span()));
    }
}
