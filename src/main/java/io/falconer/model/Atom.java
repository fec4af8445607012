package io.falconer.model;

import java.util.List;

/**
 * A check of a condition as logic sees it: true or false for an event, and only true if all its subjects are there.
 *
 * @param subjects one; two where fields are compared with each other
 * @param requirement what is asked; {@link Requirement.Opaque} where there are two subjects
 */
public record Atom(List<Subject> subjects, Requirement requirement) {
    public Atom {
        subjects = List.copyOf(subjects);
    }
}
