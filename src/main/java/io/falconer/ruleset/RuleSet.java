package io.falconer.ruleset;

import java.util.List;

/**
 * The rules of all loaded files.
 *
 * @param rules in the order of evaluation, which is that of their first definitions (section 3.6)
 * @param falco the release that loaded them and will evaluate them
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
