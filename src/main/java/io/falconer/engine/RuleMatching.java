package io.falconer.engine;

/** Which of the rules that hold for an event alert (section 3.6); Falco's setting {@code rule_matching}. */
public enum RuleMatching {
    /** Only the rule that was defined first. */
    FIRST,
    /** Every rule, in order of definition. */
    ALL
}
