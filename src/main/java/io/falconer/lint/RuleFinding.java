package io.falconer.lint;

import io.falconer.ruleset.Rule;
import io.falconer.text.Severity;
import io.falconer.text.Span;
import io.falconer.text.TextOrigin;
import java.util.Optional;

/**
 * A finding about one rule. {@link SharedFindings} reports the findings of several rules about one place as one.
 *
 * @param problem the problem, in words that apply to every rule with the finding at the same place
 */
public record RuleFinding(
        Rule rule, Severity severity, String code, String problem, TextOrigin origin, Optional<String> hint) {

    /**
     * A finding about a part of a rule's condition: an error if the rule itself contains it, a warning if a macro or a list
     * brings it in. Rule sets have macros without an effect until users override them.
     */
    static RuleFinding of(Rule rule, Span part, String code, String problem) {
        TextOrigin origin = rule.origin(part);
        Severity severity = origin.isDirect() ? Severity.ERROR : Severity.WARNING;
        return new RuleFinding(rule, severity, code, problem, origin, Optional.empty());
    }

    /** A finding about a part of a rule's condition or output that may be intended. */
    public static RuleFinding warning(Rule rule, Span part, String code, String problem) {
        return new RuleFinding(rule, Severity.WARNING, code, problem, rule.origin(part), Optional.empty());
    }

    /** This finding about the same rule of another load. */
    RuleFinding about(Rule other) {
        return new RuleFinding(other, severity, code, problem, origin, hint);
    }

    /** This finding with a hint how to fix it. */
    public RuleFinding withHint(String how) {
        return new RuleFinding(rule, severity, code, problem, origin, Optional.of(how));
    }
}
