package io.falconer.suite;

import io.falconer.mutation.Mutant;
import java.util.Optional;

/**
 * A changed rule and the tests.
 *
 * @param killer the name of the first test that fails; empty unless it was killed
 * @param event an event that would kill it, a JSON document in one line; empty if there is none or none was found
 * @param reason why it is not decided whether an event could kill it
 */
public record MutantResult(
        Mutant mutant, MutantState state, Optional<String> killer, Optional<String> event, Optional<String> reason) {}
