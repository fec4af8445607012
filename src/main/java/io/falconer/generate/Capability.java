package io.falconer.generate;

import io.falconer.template.Exactness;
import java.util.List;
import java.util.Optional;

/**
 * How exactly the rules say what a check of the policy means.
 *
 * @param control the control's kind
 * @param check the check, as exceptions name it
 * @param exactness whether the rule says just that
 * @param notes why, and where the limits are
 */
public record Capability(String control, String check, Exactness exactness, List<Note> notes) {
    public Capability {
        notes = List.copyOf(notes);
    }

    /**
     * Something to know about what a rule says.
     *
     * @param reason what it is, in a sentence
     * @param narrows what brings the rule closer to the policy
     */
    public record Note(String reason, Optional<String> narrows) {}
}
