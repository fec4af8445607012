package io.falconer.suite;

import io.falconer.logic.Deadline;
import io.falconer.ruleset.Rule;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Which rules to mutate, and for how long.
 *
 * @param coverage says which rules count
 * @param wanted which of these rules are mutated
 * @param minimum the score that is required
 * @param deadline when to give up proofs
 */
public record MutationRequest(
        CoverageRequest coverage, Predicate<Rule> wanted, OptionalInt minimum, Deadline deadline) {}
