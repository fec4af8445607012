package io.falconer.explain;

import io.falconer.lint.Findings;
import io.falconer.lint.RuleFinding;
import io.falconer.text.Location;
import java.util.List;

/** The findings of {@code check} about the parts that decide: they often say why a part does not do what its author meant. */
final class DecisiveFindings {
    private DecisiveFindings() {}

    /** Those about what would have to change; if the condition holds, all about the rule. */
    static List<RuleFinding> of(RuleExplanation explanation) {
        if (explanation.condition().isEmpty()) {
            return List.of();
        }
        List<Change> decisive = explanation.decisive();
        return Findings.of(explanation.rule()).stream()
                .filter(finding ->
                        decisive.isEmpty() || decisive.stream().anyMatch(change -> concerns(finding, change.part())))
                .toList();
    }

    /** Whether a finding is about the part or has a better check of the same field. */
    private static boolean concerns(RuleFinding finding, Part part) {
        return overlap(finding.origin().location(), part.place())
                || (part instanceof Part.Check check
                        && check.seen().stream().anyMatch(seen -> finding.hint()
                                .filter(hint -> hint.startsWith(seen.operand() + " "))
                                .isPresent()));
    }

    private static boolean overlap(Location one, Location other) {
        return one.source().equals(other.source())
                && one.span().start() < other.span().end()
                && other.span().start() < one.span().end();
    }
}
