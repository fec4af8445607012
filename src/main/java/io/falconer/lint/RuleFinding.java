package io.falconer.lint;

import io.falconer.ruleset.Rule;
import io.falconer.text.Severity;
import io.falconer.text.Span;
import io.falconer.text.TextOrigin;
import java.util.Optional;

/**
 * A finding about one rule. {@link SharedFindings} tells those of several rules about one place as one.
 *
 * @param problem what is wrong, in words that hold for every rule which has the finding at the same place
 */
public record RuleFinding(
        Rule rule, Severity severity, String code, String problem, TextOrigin origin, Optional<String> hint) {

    /**
     * A finding about a part of a rule's condition: an error where the rule itself makes it, a warning where a macro or a
     * list brings it in. Rule sets hold macros that decide nothing until users override them.
     */
    static RuleFinding of(Rule rule, Span part, String code, String problem) {
        TextOrigin origin = rule.origin(part);
        Severity severity = origin.isDirect() ? Severity.ERROR : Severity.WARNING;
        return new RuleFinding(rule, severity, code, problem, origin, Optional.empty());
    }

    /** A finding about a part of a rule's condition or output that may be meant. */
    public static RuleFinding warning(Rule rule, Span part, String code, String problem) {
        return new RuleFinding(rule, Severity.WARNING, code, problem, rule.origin(part), Optional.empty());
    }

    /** This finding with the way to fix it. */
    public RuleFinding withHint(String how) {
        return new RuleFinding(rule, severity, code, problem, origin, Optional.of(how));
    }
}
