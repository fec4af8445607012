package io.falconer.verify;

import io.falconer.condition.Expr;
import io.falconer.ruleset.Rule;
import java.util.List;

/** Something about a rule that is so for every event, or that could not be decided. */
public sealed interface RuleFact {
    Rule rule();

    /**
     * No event makes the condition true.
     *
     * @param clauses parts of it that no event makes true together; no one of them can be left out
     */
    record Dead(Rule rule, List<Expr> clauses) implements RuleFact {
        public Dead {
            clauses = List.copyOf(clauses);
        }
    }

    /** Every event of the rule's source makes the condition true. */
    record AlwaysFires(Rule rule) implements RuleFact {}

    /**
     * Where only the first rule that holds alerts, this one never does.
     *
     * @param by enabled rules before it, in order, that take all its events; no one of them can be left out
     */
    record Shadowed(Rule rule, List<Rule> by) implements RuleFact {
        public Shadowed {
            by = List.copyOf(by);
        }
    }

    /** The same events make both conditions true. */
    record SameCondition(Rule rule, Rule earlier) implements RuleFact {}

    /** A question about the rule that was given up. */
    record Undecided(Rule rule, String question, String reason) implements RuleFact {}
}
