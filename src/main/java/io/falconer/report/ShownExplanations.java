package io.falconer.report;

import io.falconer.explain.Cause;
import io.falconer.explain.Part;
import io.falconer.explain.RuleExplanation;
import java.util.Comparator;
import java.util.List;

/**
 * Which explanations of one event are shown if no rule is named: those of rules that match, or the nearest if none does.
 *
 * @param matching those of rules whose condition holds
 * @param later those among them that fire only without an earlier rule
 * @param shown those that are shown, the first one first
 */
record ShownExplanations(List<RuleExplanation> matching, List<RuleExplanation> later, List<RuleExplanation> shown) {
    static ShownExplanations of(List<RuleExplanation> explanations, int most) {
        List<RuleExplanation> matching = explanations.stream()
                .filter(each -> each.condition().filter(Part::holds).isPresent())
                .toList();
        List<RuleExplanation> later = matching.stream()
                .filter(each -> each.cause() instanceof Cause.Taken)
                .toList();
        List<RuleExplanation> shown = matching.isEmpty()
                ? nearest(explanations, most)
                : matching.stream()
                        .filter(each -> !(each.cause() instanceof Cause.Taken))
                        .sorted(Comparator.comparing(each -> !each.fires()))
                        .limit(most)
                        .toList();
        return new ShownExplanations(matching, later, shown);
    }

    /** Those of rules for which the fewest parts would have to change. */
    private static List<RuleExplanation> nearest(List<RuleExplanation> explanations, int most) {
        record Ranked(RuleExplanation explanation, int changes) {}
        return explanations.stream()
                .filter(each -> each.condition().filter(part -> !part.holds()).isPresent())
                .map(each -> new Ranked(each, each.decisive().size()))
                .sorted(Comparator.comparingInt(Ranked::changes))
                .limit(most)
                .map(Ranked::explanation)
                .toList();
    }
}
