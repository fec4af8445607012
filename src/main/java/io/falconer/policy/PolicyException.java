package io.falconer.policy;

import io.falconer.text.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something that is allowed although a control forbids it.
 *
 * @param team the team whose namespaces limit it and whose file contains it
 * @param reason why it is needed
 * @param expires the last day on which it is valid
 * @param place its place in the policy
 */
public record PolicyException(
        String name,
        Optional<Team> team,
        List<ControlRef> controls,
        ExceptionMatch match,
        String reason,
        Optional<String> owner,
        Optional<LocalDate> expires,
        Location place) {
    public PolicyException {
        controls = List.copyOf(controls);
    }

    /** Whether it is no longer valid on {@code day}. */
    public boolean expired(LocalDate day) {
        return expires.map(day::isAfter).orElse(false);
    }

    /** Whether it is an exception from the check of the control. */
    public boolean covers(String kind, String check) {
        return controls.stream().anyMatch(ref -> ref.covers(kind, check));
    }
}
