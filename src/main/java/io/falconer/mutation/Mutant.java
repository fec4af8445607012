package io.falconer.mutation;

import io.falconer.ruleset.Rule;
import io.falconer.text.Location;

/**
 * A rule with one change.
 *
 * @param rule the rule as it is
 * @param changed the rule with the change
 * @param clause what was changed, as its author wrote it
 * @param replacement what is there instead; empty if nothing is
 * @param place where the clause is written
 */
public record Mutant(Mutator mutator, Rule rule, Rule changed, String clause, String replacement, Location place) {
    /** The same for the same change of the same rule, whatever suite loads the rule. */
    public String key() {
        return String.join(
                "\n",
                rule.name(),
                mutator.name(),
                place.source().name() + ":" + place.span().start(),
                clause,
                replacement);
    }
}
