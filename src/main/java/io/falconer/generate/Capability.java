package io.falconer.generate;

import io.falconer.template.Exactness;
import java.util.List;
import java.util.Optional;

/**
 * How exactly the rules express a check of the policy.
 *
 * @param control the control's kind
 * @param check the check, as exceptions name it
 * @param exactness how the rule relates to the meaning of the policy
 * @param notes the reasons and the limits
 */
public record Capability(String control, String check, Exactness exactness, List<Note> notes) {
    public Capability {
        notes = List.copyOf(notes);
    }

    /**
     * A note about what a rule expresses.
     *
     * @param exactness how the rule relates to the meaning of the policy for this reason
     * @param reason the note, as a sentence
     * @param narrows what brings the rule closer to the policy
     */
    public record Note(Exactness exactness, String reason, Optional<String> narrows) {}
}
