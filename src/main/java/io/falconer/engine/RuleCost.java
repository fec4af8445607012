package io.falconer.engine;

import io.falconer.ruleset.Rule;

/**
 * The cost of a rule.
 *
 * @param evaluations the number of events for which its condition was evaluated; an event that the index rules out does not
 *     count
 * @param nanos the time in nanoseconds, including the texts of its alerts
 */
public record RuleCost(Rule rule, long evaluations, long nanos) {}
