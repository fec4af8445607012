package io.falconer.policy;

import io.falconer.text.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something that is allowed although a control forbids it.
 *
 * @param team whose namespaces it is confined to and into whose file it goes
 * @param reason why it is there
 * @param expires the last day on which it holds
 * @param place where it stands in the policy
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

    /** Whether it no longer holds on {@code day}. */
    public boolean expired(LocalDate day) {
        return expires.map(day::isAfter).orElse(false);
    }

    /** Whether it is made from the check of the control. */
    public boolean covers(String kind, String check) {
        return controls.stream().anyMatch(ref -> ref.covers(kind, check));
    }
}
