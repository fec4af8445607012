package io.falconer.report;

import io.falconer.explain.Cause;
import io.falconer.explain.Part;
import io.falconer.explain.RuleExplanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Why Falco gives no alert, in a sentence. */
final class CauseText {
    private static final int MOST_TYPES = 6;

    private CauseText() {}

    /** Why Falco gives no alert, whatever the condition says; empty if the condition decides. */
    static String of(RuleExplanation explanation) {
        boolean holds = explanation.condition().filter(Part::holds).isPresent();
        String also = holds ? "; its condition holds" : "; its condition does not hold either";
        return switch (explanation.cause()) {
            case Cause.Fires fires -> "";
            case Cause.Condition condition -> "";
            case Cause.Taken(var earlier) ->
                "its condition holds, but the earlier rule \"" + earlier.name() + "\" ("
                        + CheckDetails.place(earlier.place()) + ") fires first";
            case Cause.NotIndexed(var type, var tried) ->
                "its condition holds, but Falco does not try it on events of type " + type
                        + (tried.allBut() ? "" : ", " + types(tried.names()));
            case Cause.Disabled disabled -> "it is disabled" + also;
            case Cause.BelowPriority(var minimum) ->
                "its priority " + explanation.rule().priority().title() + " is below the minimum " + minimum.title()
                        + also;
            case Cause.OtherSource(var source) ->
                "it judges events of source " + explanation.rule().source().id() + ", and this one is of "
                        + source.id();
        };
    }

    private static String types(Set<String> names) {
        List<String> sorted = new ArrayList<>(new TreeSet<>(names));
        return sorted.isEmpty()
                ? "nor on any other type"
                : "only on " + String.join(", ", sorted.subList(0, Math.min(MOST_TYPES, sorted.size())))
                        + (sorted.size() > MOST_TYPES ? " and " + (sorted.size() - MOST_TYPES) + " more" : "");
    }
}
