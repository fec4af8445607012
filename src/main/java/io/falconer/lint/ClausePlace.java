package io.falconer.lint;

import io.falconer.condition.Expr.Comparison;
import io.falconer.condition.Operand.FieldRef;
import io.falconer.ruleset.FieldName;
import io.falconer.ruleset.Rule;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a rule's own text holds a clause; the rule as a whole where a macro or a list brings it in. */
final class ClausePlace {
    private ClausePlace() {}

    /** Where the rule compares the field, its {@code not} included. */
    static Location of(Rule rule, Comparison comparison) {
        if (!(comparison.left() instanceof FieldRef field)) {
            return rule.place();
        }
        return of(
                rule,
                Pattern.compile("(not\\s+)?(?<![\\w.])"
                        + Pattern.quote(FieldName.of(field).toString()) + "\\s*"
                        + Pattern.quote(comparison.operator().symbol())));
    }

    /**
     * A finding about a comparison: an error where the rule itself makes it, a warning where a macro or a list brings it in.
     * Rule sets hold macros that decide nothing until users override them.
     */
    static Diagnostic finding(Rule rule, Comparison comparison, String code, String message) {
        Location place = of(rule, comparison);
        return place.equals(rule.place())
                ? Diagnostic.warning(code, message, place)
                : Diagnostic.error(code, message, place);
    }

    /** Where the rule has these words. */
    static Location of(Rule rule, String words) {
        return of(rule, Pattern.compile(Pattern.quote(words)));
    }

    private static Location of(Rule rule, Pattern pattern) {
        Span item = rule.place().span();
        Matcher written = pattern.matcher(rule.place().source().text()).region(item.start(), item.end());
        return written.useTransparentBounds(true).find()
                ? new Location(rule.place().source(), new Span(written.start(), written.end()))
                : rule.place();
    }
}
