package io.falconer.ruleset;

import java.util.List;

/** The rules of all loaded files in the order in which they are evaluated: that of their first definitions (section 3.6). */
public record RuleSet(List<Rule> rules) {
    /** No rules. */
    public static final RuleSet EMPTY = new RuleSet(List.of());

    public RuleSet {
        rules = List.copyOf(rules);
    }
}
