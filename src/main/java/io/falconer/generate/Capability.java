package io.falconer.generate;

import java.util.Locale;
import java.util.Optional;

/**
 * How exactly the rules say what a check of the policy means.
 *
 * @param control the control's kind
 * @param check the check, as exceptions name it
 * @param exactness whether the rule says just that
 * @param reason why, in a sentence
 * @param narrows what brings the rule closer to the policy
 */
public record Capability(String control, String check, Exactness exactness, String reason, Optional<String> narrows) {

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
