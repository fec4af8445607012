package io.falconer.cover;

import io.falconer.condition.Expr;
import io.falconer.coverage.Obligation;
import io.falconer.engine.Explanation;
import java.util.IdentityHashMap;
import java.util.Set;

/** What an event shows of a rule: the result of each part of the condition, and whether Falco gives an alert. */
final class Shown {
    private final IdentityHashMap<Expr, Boolean> results = new IdentityHashMap<>();
    private final Set<Obligation> obligations;
    private final boolean fires;

    Shown(Explanation explanation, Set<Obligation> obligations, boolean fires) {
        this.obligations = Set.copyOf(obligations);
        this.fires = fires;
        add(explanation);
    }

    private void add(Explanation part) {
        results.put(part.expression(), part.holds());
        part.parts().forEach(this::add);
    }

    /** The result of a part. */
    boolean holds(Expr part) {
        return Boolean.TRUE.equals(results.get(part));
    }

    /** Whether the part of the goal decides alone what the rule does. */
    boolean shows(Goal goal) {
        return fires == goal.fires() && obligations.contains(goal.obligation());
    }

    boolean fires() {
        return fires;
    }
}
