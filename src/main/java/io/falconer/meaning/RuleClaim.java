package io.falconer.meaning;

import io.falconer.language.TooLarge;
import io.falconer.model.Statement;
import java.util.Optional;

/**
 * That a rule fires on exactly what its policy forbids.
 *
 * @param rule the rule's name
 * @param meaning what the policy forbids
 * @param instead the rule that fires on events which this one checks only in part
 * @param over whether the capability table says that it may fire on something else
 * @param under whether the capability table says that it may miss something
 */
public record RuleClaim(String rule, Meaning meaning, Optional<String> instead, boolean over, boolean under) {
    /** What a policy forbids, worked out when it is asked for. */
    @FunctionalInterface
    public interface Meaning {
        /**
         * The forbidden events; empty if this check has no meaning here yet.
         *
         * @throws TooLarge if the policy's values lead to automata that are too large
         */
        Optional<Statement> statement() throws TooLarge;
    }
}
