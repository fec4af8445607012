package io.falconer.engine;

/** Which of the rules that match an event give alerts (section 3.6); Falco's setting {@code rule_matching}. */
public enum RuleMatching {
    /** Only the rule that was defined first. */
    FIRST,
    /** Every rule, in order of definition. */
    ALL
}
