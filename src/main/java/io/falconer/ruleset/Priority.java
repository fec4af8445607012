package io.falconer.ruleset;

import java.util.Locale;
import java.util.Optional;

/** A rule's severity, the most severe first (section 1.3). */
public enum Priority {
    EMERGENCY,
    ALERT,
    CRITICAL,
    ERROR,
    WARNING,
    NOTICE,
    INFORMATIONAL,
    DEBUG;

    /**
     * The priority with the spelling {@code text}, in any case. {@code info} is Informational; there is no other short form.
     */
    public static Optional<Priority> of(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.equals("INFO")) {
            return Optional.of(INFORMATIONAL);
        }
        for (Priority priority : values()) {
            if (priority.name().equals(upper)) {
                return Optional.of(priority);
            }
        }
        return Optional.empty();
    }

    /** The form in alerts: {@code Warning}. */
    public String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
