package io.falconer.meaning;

import io.falconer.language.TooLarge;
import io.falconer.model.Statement;
import java.util.List;
import java.util.Optional;

/**
 * That a rule fires on exactly what its policy forbids.
 *
 * @param rule the rule's name
 * @param meaning what the policy forbids
 * @param instead the rule that fires on events which this one checks only in part
 * @param over why it may fire on something else, as the capability table says; empty if the table does not say so
 * @param under why it may miss something, as the capability table says; empty if the table does not say so
 */
public record RuleClaim(String rule, Meaning meaning, Optional<String> instead, List<String> over, List<String> under) {
    public RuleClaim {
        over = List.copyOf(over);
        under = List.copyOf(under);
    }

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
