package io.falconer.verify;

import io.falconer.condition.Expr;
import io.falconer.condition.Right;
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
     * @param clauses parts of its condition that only events of these rules make true; no one of them can be left out
     */
    record Shadowed(Rule rule, List<Rule> by, List<Expr> clauses) implements RuleFact {
        public Shadowed {
            by = List.copyOf(by);
            clauses = List.copyOf(clauses);
        }
    }

    /** The same events make both conditions true. */
    record SameCondition(Rule rule, Rule earlier) implements RuleFact {}

    /**
     * The condition decides the same without one of its clauses.
     *
     * @param parent the conjunction or disjunction that it is an operand of
     * @param value what the clause is wherever it could decide
     * @param because what makes it so there; nothing if it is so everywhere
     */
    record RedundantClause(Rule rule, Expr clause, Expr parent, boolean value, List<Given> because)
            implements RuleFact {
        public RedundantClause {
            because = List.copyOf(because);
        }
    }

    /** The condition decides the same without one of the items that a comparison names. */
    record RedundantItem(Rule rule, Expr.Comparison comparison, Right.Text item, List<Given> because)
            implements RuleFact {
        public RedundantItem {
            because = List.copyOf(because);
        }
    }

    /**
     * No alert is missing without a value of an exception.
     *
     * @param because the clauses of the rule that exclude the value, and the values of exceptions that silence the same
     */
    record IdleException(Rule rule, Expr value, List<Given> because) implements RuleFact {
        public IdleException {
            because = List.copyOf(because);
        }
    }

    /** A question about the rule that was given up. */
    record Undecided(Rule rule, String question, String reason) implements RuleFact {}
}
