package io.falconer.suite;

import java.util.List;
import java.util.OptionalInt;

/**
 * How many changes of rules the tests notice.
 *
 * @param mutants in the order of the rules
 * @param minimum the score that is required; empty if no rule is wanted of those that count, because then there is nothing to
 *     require
 */
public record MutationResult(List<MutantResult> mutants, OptionalInt minimum) {
    public MutationResult {
        mutants = List.copyOf(mutants);
    }

    /** How many mutants have this state. */
    public long count(MutantState state) {
        return mutants.stream().filter(each -> each.state() == state).count();
    }

    /** The mutants that are not equivalent. */
    public long killable() {
        return mutants.size() - count(MutantState.EQUIVALENT);
    }

    /** The mutants that a test should have killed. */
    public List<MutantResult> alive() {
        return mutants.stream()
                .filter(each -> each.state() == MutantState.SURVIVED || each.state() == MutantState.NO_COVERAGE)
                .toList();
    }

    /** The percentage of the mutants that are not equivalent and that tests kill, rounded down. */
    public int score() {
        return Coverage.percent(count(MutantState.KILLED), killable());
    }

    /** Whether the minimum is reached, if there is one. Where there is nothing to kill, it is not. */
    public boolean isEnough() {
        return minimum.isEmpty() || (killable() > 0 && score() >= minimum.getAsInt());
    }
}
