package io.falconer.engine;

import io.falconer.ruleset.Rule;

/**
 * What a rule cost.
 *
 * @param evaluations how many events its condition was evaluated for; an event that the index rules out is none
 * @param nanos how long that took, in nanoseconds, the texts of its alerts included
 */
public record RuleCost(Rule rule, long evaluations, long nanos) {}
