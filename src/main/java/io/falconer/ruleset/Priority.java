package io.falconer.ruleset;

import java.util.Locale;
import java.util.Optional;

/** A rule's severity, gravest first (section 1.3). */
public enum Priority {
    EMERGENCY,
    ALERT,
    CRITICAL,
    ERROR,
    WARNING,
    NOTICE,
    INFORMATIONAL,
    DEBUG;

    /** The priority spelt {@code text} in any case; {@code info} is Informational, no other short form exists. */
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

    /** As alerts show it: {@code Warning}. */
    public String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
