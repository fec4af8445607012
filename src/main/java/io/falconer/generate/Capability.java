package io.falconer.generate;

import java.util.List;
import java.util.Locale;
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

    /** How a rule relates to what the policy means. */
    public enum Exactness {
        /** It fires on just what violates the policy. */
        EXACT,
        /** It may fire on more. */
        OVER,
        /** It may miss something. */
        UNDER,
        /** No rule can say it; none is generated for it. */
        INEXPRESSIBLE;

        /** As tables show it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
