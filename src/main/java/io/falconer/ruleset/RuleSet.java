package io.falconer.ruleset;

import java.util.List;

/**
 * The rules of all loaded files.
 *
 * @param rules in the order in which they are evaluated: that of their first definitions (section 3.6)
 * @param falco the release that loaded them and is to evaluate them
 */
public record RuleSet(List<Rule> rules, Falco falco) {
    /** No rules. */
    public static final RuleSet EMPTY = new RuleSet(List.of());

    public RuleSet {
        rules = List.copyOf(rules);
    }

    /** Rules of the newest release. */
    public RuleSet(List<Rule> rules) {
        this(rules, Falco.NEWEST);
    }
}
