package io.falconer.coverage;

import io.falconer.condition.Expr;
import io.falconer.engine.Explanation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The parts of a rule's condition, and which of them an event shows with effect. Only the condition counts, whatever order Falco
 * evaluates it in and wherever it stops.
 */
public final class RuleParts {
    private final PartTree tree;
    private final List<RulePart> parts;

    private RuleParts(PartTree tree) {
        this.tree = tree;
        this.parts = tree.parts().toList();
    }

    /** The parts of a rule that {@code falco} loaded. */
    public static RuleParts of(Rule rule, Falco falco) {
        return new RuleParts(new PartReader(rule, falco).read(rule.condition()));
    }

    /** The parts in the order of the condition: a check before the items of its list, and exceptions last. */
    public List<RulePart> parts() {
        return parts;
    }

    /** All that tests can be asked to show, in the order of the parts. */
    public List<Obligation> obligations() {
        return parts.stream().flatMap(part -> part.obligations().stream()).toList();
    }

    /**
     * What an event shows.
     *
     * @param explanation the result of each part of the rule's condition on the event
     */
    public Set<Obligation> shownBy(Explanation explanation) {
        Set<Obligation> shown = new LinkedHashSet<>();
        collect(tree, explanation, shown);
        return shown;
    }

    /**
     * Whether only one part prevents a condition from holding: one check has another result than in an event on which the rule
     * fires, or one value of an exception silences the rule.
     */
    public static boolean isNearMiss(Explanation explanation) {
        return !explanation.holds() && hasDecidingPart(explanation);
    }

    private static boolean hasDecidingPart(Explanation at) {
        return at.parts().isEmpty()
                || IntStream.range(0, at.parts().size())
                        .anyMatch(i ->
                                decides(i, at) && hasDecidingPart(at.parts().get(i)));
    }

    /** Collects what is shown by a part that decides the result of the condition. */
    private static void collect(PartTree tree, Explanation at, Set<Obligation> shown) {
        switch (tree) {
            case PartTree.Inner inner -> {
                for (int i = 0; i < inner.under().size(); i++) {
                    if (decides(i, at)) {
                        collect(inner.under().get(i), at.parts().get(i), shown);
                    }
                }
            }
            case PartTree.Leaf leaf -> {
                shown.add(new Obligation(leaf.check(), at.holds()));
                leaf.constants().ifPresent(items -> constants(items, at, shown));
            }
            case PartTree.Tuple tuple -> {
                if (at.holds()) {
                    shown.add(new Obligation(tuple.value(), true));
                }
            }
            case PartTree.Values values -> {
                if (at.holds()) {
                    constants(values.constants(), at, shown);
                }
            }
        }
    }

    private static void constants(PartTree.Constants constants, Explanation check, Set<Obligation> shown) {
        check.readings().stream()
                .flatMap(reading -> constants.deciding().of(reading.value()).stream())
                .flatMap(text -> Optional.ofNullable(constants.parts().get(text)).stream())
                .forEach(part -> shown.add(new Obligation(part, true)));
    }

    /** Whether a junction has the other result if only this operand of it has. */
    private static boolean decides(int operand, Explanation junction) {
        return switch (junction.expression()) {
            case Expr.And and -> othersAre(true, operand, junction);
            case Expr.Or or -> othersAre(false, operand, junction);
            case Expr.Not not -> true;
            case Expr.Exists exists -> true;
            case Expr.Comparison comparison -> true;
            case Expr.MacroRef macro -> true;
        };
    }

    private static boolean othersAre(boolean result, int operand, Explanation junction) {
        return IntStream.range(0, junction.parts().size())
                .allMatch(i -> i == operand || junction.parts().get(i).holds() == result);
    }
}
