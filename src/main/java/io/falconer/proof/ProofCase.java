package io.falconer.proof;

import java.util.List;

/**
 * A statement about a generated rule that a replay can check.
 *
 * @param rule the rule's name
 * @param description what the events show
 * @param fires whether the rule fires on some of the events, or on none
 * @param events audit events or system call events, each one JSON document on one line
 */
public record ProofCase(String rule, String description, boolean fires, List<String> events) {
    public ProofCase {
        events = List.copyOf(events);
    }
}
