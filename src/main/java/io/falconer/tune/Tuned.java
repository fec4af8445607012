package io.falconer.tune;

import java.util.List;
import java.util.Optional;

/**
 * An exception that silences all false positives and keeps all true ones, as the rules with it have shown.
 *
 * @param silences what it silences, a sentence for each tuple of values
 * @param item the item that adds it to the rule, in YAML
 * @param example an event that somebody made up, on which the rule fires only without it: a JSON document in one line
 * @param undecided why there may be no such event, or others on which the rule fires; empty if it is proved that the rule fires on
 *     no other event than before
 */
public record Tuned(
        Proposal proposal, List<String> silences, String item, Optional<String> example, List<String> undecided) {
    public Tuned {
        silences = List.copyOf(silences);
        undecided = List.copyOf(undecided);
    }
}
